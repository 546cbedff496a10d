/** The table of office holders: a row for each line that editions of the Factbook gave for an office. */
import type { CsvError } from "csv-parse";
import { readEdtf } from "../../../graph/edtf.ts";
import type { Facts } from "../../facts.ts";
import { readCsv, textOf } from "../../forms/readCsv.ts";
import type { Origin } from "../../problems.ts";
import type { FactbookRole } from "./text.ts";

/** A line, and the days of its first and last edition. */
export interface FactbookRow {
  /** `europe/sz.json`: by region and GEC code. */
  path: string;
  /** The GEC code. */
  code: string;
  role: FactbookRole;
  text: string;
  first: string;
  last: string;
  /** The commit of the first edition that has it. */
  commit: string;
  origin: Origin;
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

/**
 * Reads the table. Broken rows are noted as problems with their line.
 * @returns its rows, in order.
 */
export async function readRows(file: string, facts: Facts): Promise<FactbookRow[]> {
  const rows: FactbookRow[] = [];
  let line = 0;
  let headed = false;
  const take = (record: string[], at: number): boolean => {
    line = at;
    const origin = { file, line };
    if (headed) {
      facts.record();
      const row = rowOf(record, origin, facts);
      if (row) rows.push(row);
      return true;
    }
    headed = header.every((name, column) => record[column] === name) && record.length === header.length;
    if (!headed)
      facts.problems.add(
        origin,
        `has the columns ${JSON.stringify(record.join(", ").slice(0, 300))}: expected ${header.join(", ")}.`,
      );
    return headed;
  };
  const wordsOf = ({ message }: CsvError): string =>
    `is not CSV: ${message}. Expected ${header.length} columns, with texts in quotes.`;
  const whole = await readCsv(file, textOf(file), facts.problems, take, wordsOf);
  if (whole && line === 0)
    facts.problems.add({ file, line: 1 }, `is empty: expected the columns ${header.join(", ")}.`);
  return rows;
}

function rowOf(record: string[], origin: Origin, facts: Facts): FactbookRow | undefined {
  if (record.length !== header.length) {
    facts.problems.add(origin, `has ${record.length} columns: expected ${header.length}.`);
    return undefined;
  }
  const [path, role, text, firstSeen, commit, lastSeen] = record as [string, string, string, string, string, string];
  const code = /^[a-z-]+\/([a-z]{2})\.json$/.exec(path)?.[1];
  const [first, last] = [dayOf(firstSeen), dayOf(lastSeen)];
  const refuse = (came: string, column: string, expected: string): undefined => {
    facts.problems.add(origin, `has ${JSON.stringify(came)} in the column "${column}": expected ${expected}.`);
    return undefined;
  };
  if (code === undefined) return refuse(path, "gec_path", 'a region and a GEC code, such as "europe/sz.json"');
  if (!roles.includes(role)) return refuse(role, "role", `one of ${roles.join(", ")}`);
  if (first === undefined) return refuse(firstSeen, "first_seen", "a time that begins with a day, YYYY-MM-DD");
  if (last === undefined) return refuse(lastSeen, "last_seen", "a time that begins with a day, YYYY-MM-DD");
  if (last < first) return refuse(lastSeen, "last_seen", `a day that is not before first_seen, ${first}`);
  return { path, code, role: role as FactbookRole, text, first, last, commit, origin };
}

function dayOf(time: string): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?:T|$)/.exec(time)?.[1];
  try {
    return day === undefined ? undefined : readEdtf(day).edtf;
  } catch {
    return undefined;
  }
}
