/** Dates of records as EDTF intervals. */
import { readEdtf } from "../../../graph/edtf.ts";
import { dateInWords } from "../../../graph/english.ts";

/** The days of a record. */
export interface Dates {
  /** A day, a month, a year, or an interval: `2021-03-15/2021-03-17`. */
  edtf: string;
  /** `27 December 2023`, `15 to 17 March 2021`. */
  inWords: string;
  /** The month of the middle day: `2021-03`. */
  month: string;
  /** `March 2021` */
  monthInWords: string;
}

/** The first day, month or year of a record; empty without one. */
export function firstOf(dates: Dates | null): string {
  return dates?.edtf.split("/")[0] ?? "";
}

/**
 * Reads the first and the last date of a record, each a day, a month, a year, or empty.
 * @returns null when both are empty.
 * @throws an error that says what was expected, for invalid dates or a wrong order.
 */
export function readJourneyDates(start: string, end: string): Dates | null {
  const [first, last] = [start || end, end || start].map((each) => each.replace(/(?:-00)+$/, ""));
  if (!first || !last) return null;
  const edtf = readEdtf(first === last ? first : `${first}/${last}`).edtf;
  const { firstDay, lastDay } = readEdtf(edtf);
  const [from, to] = [Date.parse(firstDay ?? first), Date.parse(lastDay ?? last)];
  const month = new Date((from + to) / 2).toISOString().slice(0, 7);
  return { edtf, inWords: wordsOf(first, last), month, monthInWords: dateInWords(month) };
}

function wordsOf(first: string, last: string): string {
  if (first === last) return dateInWords(first);
  const [a, b] = [first.split("-"), last.split("-")];
  if (a[0] !== b[0] || a.length !== b.length) return `${dateInWords(first)} to ${dateInWords(last)}`;
  const from = dateInWords(first).split(" ").slice(0, -1);
  return `${(a[1] === b[1] ? from.slice(0, 1) : from).join(" ")} to ${dateInWords(last)}`;
}
