/** CSV holds every text, as programs that aren't ours read it; the one for spreadsheets computes nothing. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { read, utils } from "@e965/xlsx";
import "../../src/entities/entities.ts";
import { csv } from "../../src/export/formats/csv.ts";
import { readCsv } from "../support/exports/exports.ts";
import { readWithR, testWithR } from "../support/exports/r.ts";
import { readWithPython, testWith } from "../support/exports/python.ts";
import { topics, written } from "../support/exports/written.ts";

const texts = [
  'a "quoted", one',
  "two\nlines",
  "a\rreturn",
  "both\r\n",
  " spaces ",
  "\ta tab",
  "Bárcena",
  "a|b\\c",
  "NA",
  "null",
  "007",
  "1e5",
  "'",
  "é, 中国, العربية, \u2028",
];
const formulas = [
  "=1+1",
  '=HYPERLINK("http://x.org","y")',
  "+1+2",
  "-a",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "＝1",
  "'=1",
  "-1,022.5 a",
];

/** The line of the docs for a language. */
function documented(language: string): string {
  const docs = readFileSync("docs/export.md", "utf8");
  return new RegExp(`\`\`\`${language}\\n(.*)\\n\`\`\``).exec(docs)![1]!;
}

describe("CSV", () => {
  test.each([...texts, ...formulas, "-13.59", "+5"])("has %j unchanged", async (name) => {
    const [row] = readCsv(await written(csv, topics([name], [name, "other"])));
    expect(row!.name).toBe(name);
    expect(row!.aliases!.split(/(?<!\\)\|/).map((each) => each.replace(/\\(.)/g, "$1"))[0]).toBe(name);
  });

  testWith("table")("is read without loss by the line for pandas in the docs", async () => {
    const names = [...texts, ...formulas];
    const rows = readWithPython("table", await written(csv, topics(names)), documented("python"));
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  testWithR("is read by the line for R in the docs, but that every line break is \\n", async () => {
    const names = [...texts, ...formulas];
    const rows = readWithR(await written(csv, topics(names)), documented("r"));
    expect(rows.map(({ name }) => name)).toEqual(names.map((name) => name.replace(/\r\n?/g, "\n")));
  });

  test("a missing value in a table of one column is a row, and no empty line", async () => {
    expect(await written(csv, topics(["a"]), ["summary"])).toBe('summary\r\n""\r\n');
  });
});

describe("CSV for spreadsheets", () => {
  // A spreadsheet computes these: the library reads them as formulas where nothing keeps it from that.
  const computes = (text: string): boolean =>
    Object.values(read(Buffer.from(text), { type: "buffer" }).Sheets.Sheet1!).some((cell) => cell?.f !== undefined);

  test.each(formulas)("%j computes nothing, and comes back", async (name) => {
    const text = await written(csv.excel!, topics([name]));
    const [row] = readCsv(text.slice(1));
    expect(row!.name).toBe(`'${name}`);
    expect(computes(text)).toBe(false);
  });

  test("only there, a formula computes nothing", async () => {
    expect(computes(await written(csv, topics(["=1+1"])))).toBe(true);
  });

  test.each(["-13.59", "+5", "-1e5", ...texts.filter((text) => text !== "\ta tab")])("%j stays", async (name) => {
    const [row] = readCsv((await written(csv.excel!, topics([name]))).slice(1));
    expect(row!.name).toBe(name);
  });

  test("is read with its accents by a spreadsheet's library, which takes bytes without the mark for another encoding", async () => {
    const rows = async (format: typeof csv): Promise<Record<string, unknown>[]> => {
      const bytes = Buffer.from(await written(format, topics(["Bárcena, 中国"])));
      return utils.sheet_to_json(read(bytes, { type: "buffer", raw: true }).Sheets.Sheet1!);
    };
    expect(await rows(csv.excel!)).toMatchObject([{ id: "topic:0", name: "Bárcena, 中国" }]);
    expect((await rows(csv))[0]!.name).not.toBe("Bárcena, 中国");
  });

  testWith("table")("is read by pandas, too, with the first column's own name", async () => {
    const names = [...texts, ...formulas];
    const text = await written(csv.excel!, topics(names));
    const rows = readWithPython("table", text, documented("python")) as { id: string; name: string }[];
    const sign = /^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/;
    expect(rows.map(({ id, name }) => [id, name.replace(sign, "")])).toEqual(
      names.map((name, index) => [`topic:${index}`, name]),
    );
  });
});
