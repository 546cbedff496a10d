/** Entries of BibTeX and RIS with hostile titles and uncertain dates, read back by programs that aren't ours. */
import { describe, expect, test } from "@jest/globals";
import { dateOf, type Citation } from "../../src/export/citations.ts";
import { bibtexEntry } from "../../src/export/formats/bibtex.ts";
import { risEntry } from "../../src/export/formats/ris.ts";
import { readBibtex, readRis } from "../support/exports/exports.ts";

const citation = (title: string, date: string | null): Citation => ({
  item: {
    id: "source:x",
    type: "dataset",
    title,
    note: `note on ${title}`,
    ...(date !== null && { issued: dateOf(date)!, accessed: dateOf("2026-11-24")! }),
  },
  issued: date,
  accessed: date === null ? null : "2026-11-24",
});
const plain = citation("Another, behind it", "2023-12-27");

test.each([
  "A lone { brace",
  "A lone } brace",
  "Closing }}} and opening {{{",
  "50 % of $100 & more_than #1 ~ ^ \\ things",
  "ER  - the end?",
  "Two\nlines\r\nand a tab\t",
  "“Quotes” – and a dash",
  "Ελλάδα, Россия, 中国, العربية",
])("the title %j spoils nothing", (title) => {
  const citations = [citation(title, "2023-12-27"), plain];
  const entries = readBibtex(citations.map(bibtexEntry).join(""));
  expect(entries).toHaveLength(2);
  expect(entries[1]!.fields.title).toContain("Another");
  const records = readRis(citations.map(risEntry).join(""));
  expect(records.map((record) => record.title)).toEqual([title.replace(/\s+/g, " ").trim(), plain.item.title]);
});

describe("a date has no day that nobody knows", () => {
  test.each<[string, ReturnType<typeof dateOf>, string[], string | undefined]>([
    ["2023-12-27", { "date-parts": [[2023, 12, 27]] }, ["2023", "12", "27"], "2023/12/27/"],
    ["2023-12", { "date-parts": [[2023, 12]] }, ["2023", "12"], "2023/12//"],
    ["1984?", { "date-parts": [[1984]], circa: true }, ["1984"], "1984///"],
    ["2001/2004-05", { "date-parts": [[2001], [2004, 5]] }, [], "///2001/2004-05"],
    ["19XX", { literal: "19XX" }, [], "///19XX"],
    ["../1900", { literal: "../1900" }, [], "///../1900"],
    ["1900/..", { literal: "1900/.." }, [], "///1900/.."],
    ["[1984,1986]", { literal: "[1984,1986]" }, [], "///[1984,1986]"],
    ["2001-21", { literal: "2001-21" }, [], "///2001-21"],
    ["2004-XX-11", { literal: "2004-XX-11" }, [], "///2004-XX-11"],
    ["-0044", { literal: "-0044" }, [], "///-0044"],
  ])("%s", (edtf, csl, parts, day) => {
    expect(dateOf(edtf)).toEqual(csl);
    const bibtex = bibtexEntry(citation("A title", edtf));
    expect(bibtex).toContain(`\n  date = {${edtf}},\n`);
    expect([...bibtex.matchAll(/\n {2}(?:year|month|day) = \{(\d+)\}/g)].map(([, part]) => part)).toEqual(
      parts.map((each) => String(Number(each))),
    );
    expect(readBibtex(bibtex)).toHaveLength(1);
    const ris = risEntry(citation("A title", edtf));
    expect(/^DA {2}- (.*)\r$/m.exec(ris)?.[1]).toBe(day);
    expect(/^PY {2}- (.*)\r$/m.exec(ris)?.[1]).toBe(parts[0]);
    expect(readRis(ris)).toHaveLength(1);
  });

  test("none at all", () => {
    expect(bibtexEntry(citation("A title", null))).not.toMatch(/date|year/);
    expect(risEntry(citation("A title", null))).not.toMatch(/^(?:DA|PY|Y2)/m);
  });
});
