/** Encounters of the Border Patrol since 2000: a workbook with a sheet for each breakdown of the counts. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { read, utils, type CellObject, type WorkBook } from "@e965/xlsx";
import type { Facts, Saying } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { stateFlow, type Observation } from "./encounterFlow.ts";
import {
  borderNamed,
  borderPatrol,
  componentNamed,
  regions,
  sectorLiesIn,
  sectorNamed,
  type Where,
} from "./encounterPlaces.ts";
import { monthInText, monthOf, readFiscalMonth, readFiscalYear, yearOf } from "./fiscalYear.ts";
import { checkArchive } from "./zipArchive.ts";

const largest = 64 * 1024 * 1024;
const largestUnpacked = 256 * 1024 * 1024;
const mostCounted = 2 ** 31 - 1;

/** The possible columns of a sheet. Each sheet has the first and the last of them. */
const columns = ["Fiscal Year", "Month", "Region", "Sector", "Citizenship", "Family Status", "Quantity"] as const;
type Column = (typeof columns)[number];

interface SheetRow {
  origin: Origin;
  locator: string;
  year: number;
  month: number | undefined;
  count: number;
  words: Partial<Record<Column, string>>;
}

interface LastYear {
  year: number;
  months: number;
}

interface Sheet {
  name: string;
  rows: SheetRow[];
}

/**
 * Reads a workbook.
 * @param source the id of its source.
 * @returns the first and the last month counted, in EDTF; undefined when there are none.
 */
export function readWorkbook(file: string, source: string, facts: Facts): [string, string] | undefined {
  const book = openWorkbook(file, facts);
  if (!book) return undefined;
  const sheets = book.SheetNames.flatMap((name) => {
    const sheet = readSheet(file, name, book, facts);
    // Keep the rows, not the cells.
    delete book.Sheets[name];
    return sheet ? [sheet] : [];
  });
  const last = lastYearOf(sheets);
  const regionsOfSectors = learnRegions(sheets, source, facts);
  for (const { rows } of sheets) for (const row of rows) stateRow(row, source, last, regionsOfSectors, facts);
  return bounds(sheets, last);
}

function openWorkbook(file: string, facts: Facts): WorkBook | undefined {
  const refuse = (reason: string): undefined => facts.problems.add({ file, line: 1 }, reason) as undefined;
  try {
    const { size } = statSync(file);
    if (size > largest) return refuse(`has ${size} bytes: expected at most ${largest}.`);
    const archive = readFileSync(file);
    checkArchive(archive, largestUnpacked);
    const book = read(archive, { dense: true, cellFormula: true, cellHTML: false, cellText: false });
    return book.SheetNames.length > 0 ? book : refuse("has no sheet.");
  } catch (error) {
    const reason = (error as Error).message;
    return refuse(
      reason.startsWith("is ")
        ? `${reason} Fetch it again.`
        : `is not a readable workbook: ${reason.replace(/\.$/, "")}. Fetch it again.`,
    );
  }
}

function readSheet(file: string, name: string, book: WorkBook, facts: Facts): Sheet | undefined {
  const cells = (book.Sheets[name]?.["!data"] ?? []) as (CellObject | undefined)[][];
  const refuse = (row: number, column: number, reason: string): undefined =>
    facts.problems.add(
      { file, line: row + 1 },
      `sheet "${name}", cell ${utils.encode_cell({ r: row, c: column })}: ${reason}`,
    ) as undefined;
  const header = readHeader(cells[0] ?? [], (column, reason) => refuse(0, column, reason));
  if (!header) return undefined;
  const sheet: Sheet = { name, rows: [] };
  const seen = new Map<string, number>();
  for (let row = 1; row < cells.length; row += 1) {
    const line = cells[row] ?? [];
    facts.record();
    const found = readRow(line, header, (column, reason) => refuse(row, column, reason));
    if (!found) continue;
    const key = JSON.stringify([found.year, found.words]);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      refuse(row, 0, `counts the same as row ${earlier}: expected one row for each. Remove one of them.`);
      continue;
    }
    seen.set(key, row + 1);
    sheet.rows.push({
      ...found,
      origin: { file, line: row + 1 },
      locator: `${path.basename(file)} ${name} row ${row + 1}`,
    });
  }
  return sheet;
}

type Refuse = (column: number, reason: string) => undefined;

function readHeader(cells: (CellObject | undefined)[], refuse: Refuse): Column[] | undefined {
  const words = Array.from(cells, (cell) =>
    String(cell?.v ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  const expected = `expected columns out of ${columns.join(", ")}, with the first and the last of them in any case`;
  if (words.length === 0) return refuse(0, `the sheet is empty: ${expected}.`);
  for (const [column, word] of words.entries()) {
    if (!(columns as readonly string[]).includes(word))
      return refuse(column, `the column is called "${word.slice(0, 60)}": ${expected}.`);
    if (words.indexOf(word) < column) return refuse(column, `a second column is called "${word}".`);
  }
  if (!words.includes("Fiscal Year") || !words.includes("Quantity"))
    return refuse(0, `the columns are ${words.join(", ")}: ${expected}.`);
  return words as Column[];
}

function readRow(
  cells: (CellObject | undefined)[],
  header: Column[],
  refuse: Refuse,
): Omit<SheetRow, "origin" | "locator"> | undefined {
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell?.v !== undefined))
    return refuse(header.length, `is beyond the columns ${header.join(", ")}.`);
  const words: SheetRow["words"] = {};
  let year: number | undefined;
  let month: number | undefined;
  let count: number | undefined;
  for (const [column, name] of header.entries()) {
    const cell = cells[column];
    const wrong = (expected: string): undefined => refuse(column, `${name} is ${shown(cell)}: expected ${expected}.`);
    if (cell?.f !== undefined)
      return refuse(column, `has a formula, "=${cell.f.slice(0, 60)}": expected a value. Paste the values alone.`);
    if (cell?.v === undefined || String(cell.v).trim() === "") return refuse(column, `is empty: expected ${name}.`);
    const text = String(cell.v).trim();
    switch (name) {
      case "Fiscal Year":
        if ((year = readFiscalYear(text)) === undefined) return wrong("a fiscal year, such as 2024");
        break;
      case "Quantity":
        if (cell.t !== "n" || !Number.isInteger(cell.v) || Number(cell.v) < 0 || Number(cell.v) > mostCounted)
          return wrong("a whole number from 0 on");
        count = Number(cell.v);
        break;
      case "Month":
        if ((month = readFiscalMonth(text)) === undefined)
          return wrong('a month of the fiscal year, such as "03 December"');
        words.Month = text;
        break;
      case "Region":
        if (!regions().includes(text)) return wrong(regions().join(", "));
        words.Region = text;
        break;
      default:
        if (cell.t !== "s") return wrong("a text");
        words[name] = text;
    }
  }
  return { year: year!, month, count: count!, words };
}

function shown(cell: CellObject | undefined): string {
  if (cell?.t === "e") return "an error of a formula";
  return typeof cell?.v === "string" ? `the text ${JSON.stringify(cell.v.slice(0, 60))}` : String(cell?.v);
}

/** States the region of each sector, from the first row with both. */
function learnRegions(sheets: Sheet[], source: string, facts: Facts): Map<string, string> {
  const found = new Map<string, string>();
  for (const { rows } of sheets) {
    for (const { words, origin, locator } of rows) {
      if (words.Sector === undefined || words.Region === undefined || found.has(words.Sector)) continue;
      found.set(words.Sector, words.Region);
      sectorLiesIn(facts, words.Sector, words.Region, { source, locator, origin });
    }
  }
  return found;
}

/** The number of months counted in the last fiscal year, if the workbook has months; other years are complete. */
function lastYearOf(sheets: Sheet[]): LastYear {
  const last = { year: 0, months: 0 };
  for (const { rows } of sheets) {
    for (const { year, month = 0 } of rows) {
      if (year > last.year) [last.year, last.months] = [year, 0];
      if (year === last.year) last.months = Math.max(last.months, month);
    }
  }
  return { year: last.year, months: last.months || 12 };
}

function bounds(sheets: Sheet[], last: LastYear): [string, string] | undefined {
  let first = Infinity;
  for (const { rows } of sheets) for (const { year } of rows) first = Math.min(first, year);
  return Number.isFinite(first) ? [monthOf(first, 1), monthOf(last.year, last.months)] : undefined;
}

const method =
  "Counted by the Border Patrol between ports of entry, with expulsions under Title 42 while there were any; rounded to the nearest ten.";
const byMonth =
  "the sheets say only quantity, the file's name what it is; a fiscal year begins in October of the year before";
const byUnfinishedYear =
  "the sheets say only quantity, the file's name what it is; the fiscal year is counted as far as the months of the workbook go";

function stateRow(
  row: SheetRow,
  source: string,
  last: LastYear,
  regionsOfSectors: Map<string, string>,
  facts: Facts,
): void {
  const { year, month, words, origin, locator } = row;
  const said: Saying = { source, locator, origin };
  const counted = year === last.year ? last.months : 12;
  const observation: Observation = {
    measure: "ENCOUNTERS",
    qualifier: "ABOUT",
    agency: componentNamed(facts, borderPatrol, said),
    period:
      month === undefined
        ? { edtf: yearOf(year, counted), slug: `fy${year}`, words: `fiscal year ${year}` }
        : { edtf: monthOf(year, month), slug: monthOf(year, month), words: monthInText(year, month) },
    where: whereOf(words, regionsOfSectors, said, facts),
    citizenship: words.Citizenship,
    demographic: words["Family Status"],
    method,
    count: row.count,
  };
  const note = month === undefined && counted < 12 ? byUnfinishedYear : byMonth;
  const given = words.Month === undefined ? `FY${year}` : `FY${year} ${words.Month}`;
  stateFlow(facts, observation, { ...said, given, note });
}

function whereOf(
  { Sector, Region }: SheetRow["words"],
  regionsOfSectors: Map<string, string>,
  said: Saying,
  facts: Facts,
): Where | undefined {
  if (Sector !== undefined) return sectorNamed(facts, Sector, Region ?? regionsOfSectors.get(Sector), said);
  return Region === undefined ? undefined : borderNamed(facts, Region, said);
}
