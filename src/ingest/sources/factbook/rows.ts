/** The table of office holders: a row for each line that editions of the Factbook gave to an office. */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { readEdtf } from "../../../graph/edtf.ts";
import type { Facts } from "../../facts.ts";
import type { Place } from "../../problems.ts";
import type { FactbookRole } from "./text.ts";

/** A line, and the days of the editions between which it stood. */
export interface FactbookRow {
  /** `europe/sz.json`: by region and GEC code. */
  path: string;
  /** The GEC code. */
  code: string;
  role: FactbookRole;
  text: string;
  first: string;
  last: string;
  place: Place;
}

const header = [
  "gec_path",
  "role",
  "text",
  "first_seen",
  "first_seen_commit",
  "last_seen",
  "last_seen_commit",
] as const;
const roles: readonly string[] = [
  "chief_of_state",
  "head_of_government",
  "us_chief_of_mission",
  "chief_of_mission_in_us",
] satisfies FactbookRole[];

const longestRow = 1_000_000;
const notUtf8 = "ERR_ENCODING_INVALID_ENCODED_DATA";

/**
 * Reads the table. What is broken is noted as a problem with its line.
 * @returns its rows, in its order.
 */
export async function readRows(file: string, facts: Facts): Promise<FactbookRow[]> {
  const rows: FactbookRow[] = [];
  let line = 0;
  let headed = false;
  const take = ({ record, info }: { record: string[]; info: { lines: number } }): boolean => {
    line = info.lines;
    const place = { file, line };
    if (headed) {
      facts.record();
      const row = rowOf(record, place, facts);
      if (row) rows.push(row);
      return true;
    }
    headed = header.every((name, column) => record[column] === name) && record.length === header.length;
    if (!headed)
      facts.problems.add(
        place,
        `has the columns ${JSON.stringify(record.join(", ").slice(0, 300))}: expected ${header.join(", ")}.`,
      );
    return headed;
  };
  const parser = parse({ bom: true, info: true, relax_column_count: true, max_record_size: longestRow });
  try {
    await pipeline(Readable.from(textOf(file)), parser, async (records: AsyncIterable<Parameters<typeof take>[0]>) => {
      for await (const each of records) if (!take(each)) break;
    });
    if (line === 0) facts.problems.add({ file, line: 1 }, `is empty: expected the columns ${header.join(", ")}.`);
  } catch (error) {
    // A header of another form ends the reading, and is told already.
    if ((error as Error).name !== "AbortError")
      facts.problems.add({ file, line: Math.max(line, lineOf(error), 1) }, reasonOf(error));
  }
  return rows;
}

function rowOf(record: string[], place: Place, facts: Facts): FactbookRow | undefined {
  if (record.length !== header.length) {
    facts.problems.add(place, `has ${record.length} columns: expected ${header.length}.`);
    return undefined;
  }
  const [path, role, text, firstSeen, , lastSeen] = record as [string, string, string, string, string, string];
  const code = /^[a-z-]+\/([a-z]{2})\.json$/.exec(path)?.[1];
  const [first, last] = [dayOf(firstSeen), dayOf(lastSeen)];
  const refuse = (came: string, column: string, expected: string): undefined => {
    facts.problems.add(place, `has ${JSON.stringify(came)} in the column "${column}": expected ${expected}.`);
    return undefined;
  };
  if (code === undefined) return refuse(path, "gec_path", 'a region and a GEC code, such as "europe/sz.json"');
  if (!roles.includes(role)) return refuse(role, "role", `one of ${roles.join(", ")}`);
  if (first === undefined) return refuse(firstSeen, "first_seen", "a time that begins with a day, YYYY-MM-DD");
  if (last === undefined) return refuse(lastSeen, "last_seen", "a time that begins with a day, YYYY-MM-DD");
  if (last < first) return refuse(lastSeen, "last_seen", `a day that is not before first_seen, ${first}`);
  return { path, code, role: role as FactbookRole, text, first, last, place };
}

function dayOf(time: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(time)?.[1];
  try {
    return day === undefined ? undefined : readEdtf(day).edtf;
  } catch {
    return undefined;
  }
}

async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function lineOf(error: unknown): number {
  const { lines } = error as { lines?: number };
  return typeof lines === "number" ? lines : 1;
}

function reasonOf(error: unknown): string {
  if (error instanceof CsvError)
    return `is not CSV: ${error.message}. Expected ${header.length} columns, with texts in quotes.`;
  if ((error as { code?: string }).code === notUtf8) return "is not in UTF-8: save it in that encoding.";
  return `can't be read: ${(error as Error).message}. Expected a file that can be read.`;
}
