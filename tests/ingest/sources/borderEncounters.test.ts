/** Counts of encounters: each row is one observation, and invalid ones are reported with file, place and remedy. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { utils, write, type CellObject } from "@e965/xlsx";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { borderEncounters } from "../../../src/ingest/sources/borderEncounters/borderEncounters.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const fixture = "tests/fixtures/borderEncounters/encounters.csv";
const table = readFileSync(fixture, "utf8");

type Cell = string | number | null | CellObject;
type Sheets = Record<string, Cell[][]>;

const sheets: Sheets = {
  "Annual Count": [
    ["Fiscal\nYear", "Quantity"],
    [2024, 91_230],
    [2025, 8_450],
  ],
  "Monthly Region": [
    ["Fiscal\nYear", "Month", "Region", "Quantity"],
    [2024, "03 December", "Southwest Land Border", 6_780],
    [2025, "01 October", "Northern Land Border", 320],
    [2025, "02 November", "Coastal Border", 40],
  ],
  "Monthly Sector": [
    ["Fiscal\nYear", "Month", "Sector", "Quantity"],
    [2024, "03 December", "Del Rio, TX", 2_100],
  ],
  "Monthly Rgn and Sector": [
    ["Fiscal\nYear", "Month", "Region", "Sector", "Quantity"],
    [2024, "03 December", "Southwest Land Border", "Del Rio, TX", 2_110],
  ],
  "Monthly Rgn and Citp": [
    ["Fiscal\nYear", "Month", "Region", "Citizenship", "Quantity"],
    [2024, "03 December", "Southwest Land Border", "Mexico", 1_500],
    [2024, "03 December", "Southwest Land Border", "Unknown", 10],
  ],
  "Annual Family Status": [
    ["Fiscal\nYear", "Family Status", "Quantity"],
    [2024, "Single Adults", 70_000],
  ],
};

function workbook(content: Sheets): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(content)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Buffer): void => writeFileSync(path.join(folder, name), content);

async function read(): Promise<Facts> {
  const problems = new Problems();
  const facts = new Facts(problems);
  await borderEncounters.read(folder, facts);
  problems.settle();
  return facts;
}

async function readFlow(id: string): Promise<Fact> {
  const facts = await read();
  return facts.all().find((fact) => fact.id === id)!;
}

const whatIs = ({ records }: Fact) => records[0]!.fields;
const numbers = ({ records }: Fact) => records.map(({ fields, saying }) => [String(fields["count"]), saying.locator]);

describe("the table of the southwest border", () => {
  beforeEach(() => copyFileSync(fixture, path.join(folder, "encounters.csv")));

  test("a row is a flow: what, where, when, whose, by whom and under which law", async () => {
    const flow = await readFlow(
      "flow:us-border-patrol-apprehensions-2023-12-southwest-land-border-mexico-single-adults-title-8",
    );
    expect(whatIs(flow)).toEqual({
      name: "Apprehensions by the Border Patrol: single adults from Mexico, southwest land border, Title 8, December 2023",
      measure: "APPREHENSIONS",
      qualifier: "EXACTLY",
      period: "2023-12",
      nationality: "country:mx",
      demographic: "Single Adults",
      legalAuthority: "Title 8",
      agency: "organization:us-border-patrol",
      place: "place:us-mexico-border",
      count: 1203,
    });
    expect(numbers(flow)).toEqual([["1203", "encounters.csv row 3"]]);
  });

  test("expulsions and people found inadmissible are told apart, and a group of citizenships is in words", async () => {
    const facts = await read();
    const flows = facts.all().filter(({ type }) => type === "Flow");
    expect(flows.map((flow) => whatIs(flow)["measure"])).toEqual([
      "EXPULSIONS",
      "APPREHENSIONS",
      "APPREHENSIONS",
      "INADMISSIBLES",
      "APPREHENSIONS",
    ]);
    expect(whatIs(flows[2]!)).toMatchObject({ citizenship: "Other" });
    expect(whatIs(flows[2]!)["nationality"]).toBeUndefined();
    expect(whatIs(flows[3]!)).toMatchObject({ agency: "organization:us-office-of-field-operations" });
    expect(whatIs(flows[4]!)).toMatchObject({ period: "2025-08" });
    expect([facts.records, facts.rejected.length]).toEqual([5, 0]);
  });

  test("what is said passes the check of the model", async () => {
    put("encounters.xlsx", workbook(sheets));
    const facts = await read();
    const problems = new Problems();
    checkFacts("border-encounters", facts.all(), problems, "2026-11-24");
    expect(() => problems.settle()).not.toThrow();
  });

  test("the source says from when to when it counts", async () => {
    const source = await readFlow("source:border-encounters-southwest");
    expect(source.fields.get("coverage")!.assertions[0]!.value).toEqual([
      {
        part: "southwest land border",
        from: "2021-10",
        until: "2025-08",
        scopes: [{ facts: "FLOWS", country: "country:us", place: "place:us-mexico-border" }],
      },
    ]);
  });
});

describe("the workbook of the Border Patrol", () => {
  beforeEach(() => put("encounters.xlsx", workbook(sheets)));

  test("a row is a flow, of a month or of a fiscal year", async () => {
    const facts = await read();
    const flow = (id: string) => whatIs(facts.all().find((fact) => fact.id === id)!);
    expect(flow("flow:us-border-patrol-encounters-2023-12-southwest-land-border-mexico")).toMatchObject({
      name: "Encounters by the Border Patrol: people from Mexico, southwest land border, December 2023",
      measure: "ENCOUNTERS",
      qualifier: "ABOUT",
      period: "2023-12",
      nationality: "country:mx",
      place: "place:us-mexico-border",
    });
    expect(flow("flow:us-border-patrol-encounters-fy2024")).toMatchObject({ period: "2023-10/2024-09" });
    expect(flow("flow:us-border-patrol-encounters-fy2024-single-adults")).toMatchObject({
      demographic: "Single Adults",
    });
    expect(flow("flow:us-border-patrol-encounters-2024-10-northern-land-border")).toMatchObject({
      place: "place:us-canada-border",
    });
    expect(facts.records).toBe(10);
  });

  test("a year that was not over goes as far as its months", async () => {
    const flow = await readFlow("flow:us-border-patrol-encounters-fy2025");
    expect(whatIs(flow)).toMatchObject({ period: "2024-10/2024-11" });
  });

  test("one observation on two sheets is one flow with both claims, also where they differ", async () => {
    const flow = await readFlow("flow:us-border-patrol-encounters-2023-12-del-rio-tx-sector");
    expect(flow.records).toHaveLength(2);
    expect(whatIs(flow)).toMatchObject({ place: "place:del-rio-tx-sector" });
    expect(numbers(flow)).toEqual([
      ["2100", "encounters.xlsx Monthly Sector row 2"],
      ["2110", "encounters.xlsx Monthly Rgn and Sector row 2"],
    ]);
  });

  test("a sector lies in the region that another sheet gives it", async () => {
    const sector = await readFlow("place:del-rio-tx-sector");
    const [partOf] = sector.fields.get("partOf")!.assertions;
    expect([partOf!.value, partOf!.locators]).toEqual([
      "place:us-mexico-border",
      ["encounters.xlsx Monthly Rgn and Sector row 2"],
    ]);
  });
});

describe("what is refused", () => {
  const row = (replaced: Partial<Record<number, string>>): string => {
    const cells = "2024,FYTD,DEC,U.S. Border Patrol,UAC,Honduras,Title 8,Apprehensions,7".split(",");
    for (const [column, text] of Object.entries(replaced)) cells[Number(column)] = text!;
    return table + cells.join(",") + "\n";
  };
  const tables: [string, string | Buffer, RegExp][] = [
    ["another header", "a,b\n1,2\n", /b\.csv:1 has the columns "a, b": expected Fiscal Year, Month Grouping/],
    ["nothing at all", "", /b\.csv:1 is empty: expected the columns Fiscal Year/],
    ["a wrong count of columns", `${table}2024,FYTD\n`, /b\.csv:7 has 2 columns: expected 9\./],
    ["an empty cell", row({ 5: "" }), /b\.csv:7 has "" in the column "Citizenship Grouping": expected a value/],
    ["a year that is none", row({ 0: "24" }), /b\.csv:7 has "24" in the column "Fiscal Year": expected a fiscal year/],
    ["a month that is none", row({ 2: "DEZ" }), /b\.csv:7 has "DEZ" in the column "Month \(abbv\)": expected a month/],
    [
      "an unknown component",
      row({ 3: "Navy" }),
      /b\.csv:7 has "Navy" in the column "Component": expected U\.S\. Border/,
    ],
    [
      "an unknown type",
      row({ 7: "Seen" }),
      /b\.csv:7 has "Seen" in the column "Encounter Type": expected Apprehensions/,
    ],
    [
      "a negative count",
      row({ 8: "-7" }),
      /b\.csv:7 has "-7" in the column "Encounter Count": expected a whole number/,
    ],
    ["half a person", row({ 8: "7.5" }), /b\.csv:7 has "7\.5" .*expected a whole number/],
    ["a count beyond all people", row({ 8: "9999999999" }), /b\.csv:7 has "9999999999" .*expected a whole number/],
    [
      "the same observation twice",
      row({ 4: "Single Adults", 5: "Mexico" }),
      /b\.csv:7 counts the same as line 3: expected one row for each\. Remove one/,
    ],
    ["UTF-16", Buffer.from(`\uFEFF${table}`, "utf16le"), /b\.csv:1 is not in UTF-8: save it in that encoding/],
    ["UTF-16 without a mark", Buffer.from(table, "utf16le"), /b\.csv:1 is not in UTF-8/],
    ["Latin-1", Buffer.from(row({ 5: "México" }), "latin1"), /b\.csv:\d is not in UTF-8: save it in that encoding/],
    ["a line of more than a megabyte", row({ 5: "x".repeat(1_100_000) }), /b\.csv:\d has a row of more than 1000000/],
    [
      "a quotation mark that is never closed",
      row({ 5: '"Honduras' }),
      /b\.csv:\d has a quotation mark .* never closed/,
    ],
    [
      "a quotation mark within a cell",
      row({ 5: 'Hon"duras' }),
      /b\.csv:\d is not CSV: .*Put text with a quotation mark/,
    ],
  ];
  test.each(tables)("a table: %s", async (_, content, message) => {
    put("b.csv", content);
    await expect(read()).rejects.toThrow(message);
  });

  const monthly = (cells: Cell[]): Sheets => ({
    Monthly: [["Fiscal Year", "Month", "Region", "Citizenship", "Quantity"], cells],
  });
  const good: Cell[] = [2024, "03 December", "Coastal Border", "Cuba", 20];
  const replaced = (column: number, cell: Cell): Sheets =>
    monthly(good.map((each, at) => (at === column ? cell : each)));
  const whole = workbook(sheets);
  const books: [string, Buffer, RegExp][] = [
    ["text with the ending of a workbook", Buffer.from("Fiscal Year,Quantity\n"), /b\.xlsx:1 is not a ZIP archive/],
    [
      "a truncated archive",
      whole.subarray(0, whole.length - 400),
      /b\.xlsx:1 is a ZIP archive .*cut short.*Fetch it again/,
    ],
    [
      "an archive whose content is broken",
      Buffer.concat([whole.subarray(0, 60), Buffer.alloc(400, 7), whole.subarray(460)]),
      /b\.xlsx:1 is a ZIP archive whose file ".*" is broken\. Fetch it again/,
    ],
    [
      "an empty sheet",
      workbook({ Empty: [] }),
      /b\.xlsx:1 sheet "Empty", cell A1: the sheet is empty: expected columns/,
    ],
    ["no header", workbook({ M: [[2024, 7]] }), /b\.xlsx:1 sheet "M", cell A1: the column is called "2024": expected/],
    [
      "a column too few",
      workbook({ M: [["Fiscal Year"], [2024]] }),
      /sheet "M", cell A1: the columns are Fiscal Year: exp/,
    ],
    [
      "a column twice",
      workbook({ M: [["Fiscal Year", "Month", "Month"]] }),
      /cell C1: a second column is called "Month"/,
    ],
    [
      "a formula",
      workbook(replaced(4, { t: "n", v: 20, f: "10+10" })),
      /b\.xlsx:2 sheet "Monthly", cell E2: has a formula, "=10\+10": expected a value/,
    ],
    ["a text for a number", workbook(replaced(4, "20")), /cell E2: Quantity is the text "20": expected a whole number/],
    ["a negative count", workbook(replaced(4, -20)), /cell E2: Quantity is -20: expected a whole number from 0 on/],
    ["half a person", workbook(replaced(4, 2.5)), /cell E2: Quantity is 2\.5: expected a whole number/],
    [
      "an error",
      workbook(replaced(4, { t: "e", v: 0x17, w: "#REF!" })),
      /cell E2: Quantity is an error of a formula: expected/,
    ],
    [
      "a month that is none",
      workbook(replaced(1, "13 Smarch")),
      /cell B2: Month is the text "13 Smarch": expected a month/,
    ],
    ["a month by the calendar", workbook(replaced(1, "12 December")), /cell B2: Month is the text "12 December"/],
    [
      "a year that is none",
      workbook(replaced(0, 24)),
      /cell A2: Fiscal Year is 24: expected a fiscal year, such as 2024/,
    ],
    ["an unknown region", workbook(replaced(2, "Moon")), /cell C2: Region is the text "Moon": expected Southwest Land/],
    ["a number for a country", workbook(replaced(3, 7)), /cell D2: Citizenship is 7: expected a text/],
    ["an empty cell", workbook(replaced(3, null)), /cell D2: is empty: expected Citizenship/],
    ["a cell beyond the columns", workbook(monthly([...good, 7])), /cell F2: is beyond the columns Fiscal Year/],
    [
      "the same observation twice on a sheet",
      workbook({
        M: [
          ["Fiscal Year", "Quantity"],
          [2024, 10],
          [2024, 20],
        ],
      }),
      /b\.xlsx:3 sheet "M", cell A3: counts the same as row 2/,
    ],
  ];
  test.each(books)("a workbook: %s", async (_, content, message) => {
    put("b.xlsx", content);
    await expect(read()).rejects.toThrow(message);
  });

  test("all that is wrong is told at once", async () => {
    put("b.csv", `${row({ 0: "x" })}2024,FYTD\n`);
    put("b.xlsx", workbook(replaced(4, -1)));
    const error = await read().catch((each: unknown) => each as BundleError);
    expect((error as BundleError).problems).toHaveLength(3);
  });

  test("a folder without either file is not this data set", async () => {
    put("notes.txt", "nothing");
    await expect(read()).rejects.toThrow(/:1 is not the data set border-encounters: expected a \.csv/);
    await expect(borderEncounters.read(path.join(folder, "none"), new Facts(new Problems()))).rejects.toThrow(
      BundleError,
    );
  });
});
