/** Encounters at the southwest land border: the table of Customs and Border Protection, one row per count. */
import path from "node:path";
import type { CsvError } from "csv-parse";
import type { Facts, Saying } from "../../facts.ts";
import { longestRow, notUtf8, readCsv, textOf } from "../../forms/readCsv.ts";
import type { Origin } from "../../problems.ts";
import { stateFlow, type Observation } from "./encounterFlow.ts";
import { borderNamed, componentNamed, componentNames, southwest } from "./encounterPlaces.ts";
import { monthInText, monthOf, readFiscalMonth, readFiscalYear } from "./fiscalYear.ts";

const header = [
  "Fiscal Year",
  "Month Grouping",
  "Month (abbv)",
  "Component",
  "Demographic",
  "Citizenship Grouping",
  "Title of Authority",
  "Encounter Type",
  "Encounter Count",
] as const;

const measures: Record<string, Observation["measure"]> = {
  Apprehensions: "APPREHENSIONS",
  Expulsions: "EXPULSIONS",
  Inadmissibles: "INADMISSIBLES",
};

const mostCounted = 2 ** 31 - 1;

/**
 * Reads a table.
 * @param source the id of its source.
 * @returns the first and the last month counted, in EDTF; undefined when there are none.
 */
export async function readTable(file: string, source: string, facts: Facts): Promise<[string, string] | undefined> {
  const table = new EncounterTable(file, source, facts);
  const take = (cells: string[], line: number): boolean => table.row(cells, line);
  return (await readCsv(file, withoutZeros(textOf(file)), facts.problems, take, wordsOf)) ? table.end() : undefined;
}

// An ASCII table in UTF-16 passes for UTF-8 with a zero after each letter.
async function* withoutZeros(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) {
    if (text.includes("\0")) throw Object.assign(new Error("zero bytes"), { code: notUtf8 });
    yield text;
  }
}

function wordsOf(error: CsvError): string {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return `has a quotation mark (") that is never closed: expected one at the end of the cell.`;
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return `has a row of more than ${longestRow} characters: expected ${header.length} short columns.`;
  return `is not CSV: ${error.message}. Put text with a quotation mark in quotes, and write the mark twice.`;
}

class EncounterTable {
  /** The line read last. */
  line = 1;
  readonly #file: string;
  readonly #source: string;
  readonly #facts: Facts;
  readonly #rows = new Map<string, number>();
  #months: [string, string] | undefined;

  constructor(file: string, source: string, facts: Facts) {
    this.#file = file;
    this.#source = source;
    this.#facts = facts;
  }

  /** Takes a row. @returns false when reading on makes no sense. */
  row(cells: string[], line: number): boolean {
    this.line = line;
    const origin = { file: this.#file, line };
    if (line === 1 || this.#rows.size === 0) {
      this.#rows.set("", line);
      return this.#header(cells, origin);
    }
    this.#facts.record();
    if (cells.length !== header.length)
      this.#facts.problems.add(
        origin,
        `has ${cells.length} ${cells.length === 1 ? "column" : "columns"}: expected ${header.length}.`,
      );
    else this.#observe(cells, origin);
    return true;
  }

  /** @returns the first and the last month; notes a missing header. */
  end(): [string, string] | undefined {
    if (this.#rows.size === 0 && this.line === 1)
      this.#facts.problems.add({ file: this.#file, line: 1 }, `is empty: expected the columns ${header.join(", ")}.`);
    return this.#months;
  }

  #header(cells: string[], origin: Origin): boolean {
    const right = cells.length === header.length && header.every((name, column) => cells[column] === name);
    if (!right)
      this.#facts.problems.add(
        origin,
        `has the columns ${JSON.stringify(cells.slice(0, 12).join(", ").slice(0, 300))}: expected ${header.join(", ")}.`,
      );
    return right;
  }

  #observe(cells: string[], origin: Origin): void {
    const read = this.#read(cells, origin);
    if (!read) return;
    const key = JSON.stringify([read.year, ...cells.slice(2, 8)]);
    const earlier = this.#rows.get(key);
    if (earlier !== undefined) {
      this.#facts.problems.add(
        origin,
        `counts the same as line ${earlier}: expected one row for each. Remove one of them.`,
      );
      return;
    }
    this.#rows.set(key, origin.line);
    const [, , monthWord, component, demographic, citizenship, authority] = cells as [string, ...string[]];
    const locator = `${path.basename(this.#file)} row ${origin.line}`;
    const said: Saying = { source: this.#source, locator, origin };
    const month = monthOf(read.year, read.month);
    const agency = componentNamed(this.#facts, component!, said);
    this.#facts.entity("Organization", agency.id, origin).sayOnce("aliases", component, said);
    const observation: Observation = {
      measure: read.measure,
      qualifier: "EXACTLY",
      agency,
      period: { edtf: month, slug: month, words: monthInText(read.year, read.month) },
      where: borderNamed(this.#facts, southwest, said, { isNamed: false }),
      citizenship,
      demographic,
      legalAuthority: authority,
      count: read.count,
    };
    stateFlow(this.#facts, observation, { ...said, given: `FY${read.year} ${monthWord}`, note: fiscalYears });
    const [first, last] = this.#months ?? [month, month];
    this.#months = [month < first ? month : first, month > last ? month : last];
  }

  #read(
    cells: string[],
    origin: Origin,
  ): { year: number; month: number; measure: Observation["measure"]; count: number } | undefined {
    const wrong = (column: number, expected: string): undefined => {
      const came = JSON.stringify((cells[column] ?? "").slice(0, 60));
      this.#facts.problems.add(origin, `has ${came} in the column "${header[column]}": expected ${expected}.`);
    };
    const empty = cells.findIndex((cell) => cell.trim() === "");
    if (empty >= 0) return wrong(empty, "a value in each column");
    const year = readFiscalYear(cells[0]!);
    if (year === undefined) return wrong(0, "a fiscal year, such as 2024");
    const month = readFiscalMonth(cells[2]!);
    if (month === undefined) return wrong(2, "a month, such as DEC");
    if (!componentNames().includes(cells[3]!)) return wrong(3, componentNames().join(" or "));
    const measure = measures[cells[7]!];
    if (!measure) return wrong(7, Object.keys(measures).join(", "));
    const count = /^\d{1,10}$/.test(cells[8]!) ? Number(cells[8]) : Number.NaN;
    if (!(count <= mostCounted)) return wrong(8, "a whole number from 0 on, in digits alone");
    return { year, month, measure, count };
  }
}

const fiscalYears =
  "a fiscal year begins in October of the year before; the table is that of the southwest land border";
