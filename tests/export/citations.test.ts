/** Entries of BibTeX and RIS with hostile titles and uncertain dates, read back by programs that aren't ours. */
import { describe, expect, test } from "@jest/globals";
import { dateOf, type Citation } from "../../src/export/citations.ts";
import { bibtexEntry } from "../../src/export/formats/bibtex.ts";
import { risEntry } from "../../src/export/formats/ris.ts";
import { readBibtex, readCitations } from "../support/exports/exports.ts";
import { readWithPython, testWith } from "../support/exports/python.ts";

const citation = (title: string, date: string | null, id = "source:x"): Citation => ({
  item: {
    id,
    type: "dataset",
    title,
    note: `note on ${title}`,
    ...(date !== null && { issued: dateOf(date)!, accessed: dateOf("2026-11-24")! }),
  },
  issued: date,
  accessed: date === null ? null : "2026-11-24",
});
const plain = citation("Another, behind it", "2023-12-27");

const titles = [
  "A lone { brace",
  "A lone } brace",
  "Closing }}} and opening {{{",
  '{Braces} in "quotes", @article{x, title = {y}}',
  "50 % of $100 & more_than #1 ~ ^ \\ things",
  "\\input{/etc/passwd} \\textbf{bold}",
  "Who asks?`` -- and --- who ''answers''",
  "<b>bold</b> & </script><script>alert(1)</script>",
  "ER  - the end?",
  "Two\nlines\r\nand a tab\t",
  "“Quotes” – and a dash",
  "Ελλάδα, Россия, 中国, العربية, é decomposed e\u0301",
];
const citations = [...titles.map((title, index) => citation(title, "2023-12-27", `source:${index}`)), plain];
/** As every format of one line has it. */
const expected = [...titles, plain.item.title].map((title) => title.replace(/\s+/g, " ").trim());

describe("hostile titles come back", () => {
  test("from BibTeX, as bibtex-parser reads it", () => {
    const entries = readBibtex(citations.map(bibtexEntry).join(""));
    // It reads < and > as an old font of TeX prints them, and some quotes as typographic ones.
    const known = (title: string): string =>
      title
        .replace(/[<¡]/g, "<")
        .replace(/[>¿]/g, ">")
        .replace(/[“”]/g, '"')
        .replace(/e\u0301/g, "é");
    expect(entries.map(({ fields }) => known(fields.title.replace(/<\/?span[^>]*>/g, "")))).toEqual(
      expected.map(known),
    );
  });

  testWith("bibtex")("from BibTeX, as bibtexparser reads it", () => {
    const entries = readWithPython("bibtex", citations.map(bibtexEntry).join("")) as { fields: { title: string } }[];
    // It reads \textasciicircum as an accent.
    expect(entries.map(({ fields }) => fields.title.replace("ˆ", "^").trim())).toEqual(expected);
  });

  test("from RIS, as citation-js reads it", () => {
    expect(readCitations(citations.map(risEntry).join("")).map(({ title }) => title)).toEqual(expected);
  });

  testWith("ris")("from RIS, as rispy reads it", () => {
    const records = readWithPython("ris", citations.map(risEntry).join("")) as { title: string }[];
    expect(records.map(({ title }) => title)).toEqual(expected);
  });

  test("from CSL-JSON, as citation-js reads it", () => {
    const items = citations.map(({ item }) => item);
    expect(readCitations(JSON.stringify(items))).toEqual(JSON.parse(JSON.stringify(items)));
  });
});

const dates: [edtf: string, csl: ReturnType<typeof dateOf>, parts: string[], ris: string][] = [
  ["2023-12-27", { "date-parts": [[2023, 12, 27]] }, ["2023", "12", "27"], "2023/12/27/"],
  ["2023-12", { "date-parts": [[2023, 12]] }, ["2023", "12"], "2023/12//"],
  ["1984?", { "date-parts": [[1984]], circa: true }, ["1984"], "1984///1984?"],
  ["2004-06~", { "date-parts": [[2004, 6]], circa: true }, ["2004", "06"], "2004/06//2004-06~"],
  ["2004%", { "date-parts": [[2004]], circa: true }, ["2004"], "2004///2004%"],
  ["2001/2004-05", { "date-parts": [[2001], [2004, 5]] }, [], "///2001/2004-05"],
  ["19XX", { literal: "19XX" }, [], "///19XX"],
  ["../1900", { literal: "../1900" }, [], "///../1900"],
  ["1900/..", { literal: "1900/.." }, [], "///1900/.."],
  ["[1984,1986]", { literal: "[1984,1986]" }, [], "///[1984,1986]"],
  ["2001-21", { literal: "2001-21" }, [], "///2001-21"],
  ["2004-XX-11", { literal: "2004-XX-11" }, [], "///2004-XX-11"],
  ["-0044", { literal: "-0044" }, [], "///-0044"],
];

describe("a date has no day that nobody knows", () => {
  const dated = dates.map(([edtf], index) => citation("A title", edtf, `source:${index}`));
  const ofBibtex = dates.map(([date, , [year, month, day]]) => ({
    date,
    ...(year && { year }),
    ...(month && { month: String(Number(month)) }),
    ...(day && { day }),
  }));

  test("in BibTeX, as bibtex-parser reads it", () => {
    const entries = readBibtex(dated.map(bibtexEntry).join(""));
    const found = entries.map(({ fields: { date, year, month, day } }) => ({ date: date.trim(), year, month, day }));
    // It takes dates for TeX, too, where ~ is a space and % begins a comment.
    expect(found).toEqual(ofBibtex.map((each) => ({ ...each, date: each.date.replace(/[~%]/, "") })));
  });

  testWith("bibtex")("in BibTeX, as bibtexparser reads it", () => {
    const entries = readWithPython("bibtex", dated.map(bibtexEntry).join("")) as { fields: Record<string, string> }[];
    const found = entries.map(({ fields: { date, year, month, day } }) => ({ date, year, month, day }));
    expect(found).toEqual(ofBibtex);
  });

  testWith("ris")("in RIS, as rispy reads it", () => {
    const records = readWithPython("ris", dated.map(risEntry).join("")) as Record<string, string>[];
    expect(records.map(({ date, year }) => ({ date, year }))).toEqual(
      dates.map(([, , [year], date]) => ({ date, year })),
    );
  });

  test("in CSL-JSON, as citation-js reads it", () => {
    expect(dates.map(([edtf]) => dateOf(edtf))).toEqual(dates.map(([, csl]) => csl));
    const items = readCitations(JSON.stringify(dated.map(({ item }) => item)));
    expect(items.map(({ issued }) => issued)).toEqual(dates.map(([, csl]) => csl));
  });

  test("in RIS, as citation-js reads it", () => {
    const items = readCitations(dated.map(risEntry).join(""));
    for (const [index, [, csl]] of dates.entries())
      if ("date-parts" in csl! && csl["date-parts"].length === 1)
        expect(items[index]!.issued["date-parts"]).toEqual(csl["date-parts"]);
      else expect(items[index]!.issued ?? {}).not.toHaveProperty("date-parts");
  });

  test("none at all", () => {
    expect(bibtexEntry(citation("A title", null))).not.toMatch(/date|year/);
    expect(risEntry(citation("A title", null))).not.toMatch(/^(?:DA|PY|Y2)/m);
  });
});
