/** The editions of the Factbook that have a line; and the years without an edition, which no line may span. */

import type { FactbookRow } from "./rows.ts";

/** A file of this day is a leftover copy of older editions: its content was last valid before the years without one. */
export const leftStanding = "2020-11-23";

/** The last real edition before the years without one, and the first after them. */
export type EditionGap = { lastBefore: string | null; firstAfter: string | null };

/** An interval in which editions said the same, in EDTF. */
export interface Interval {
  edtf: string;
  /** How it was read, if not obvious. */
  note?: string;
}

const notes = {
  copied:
    "ends with the last edition before the years without one; the file of November 2020 that says it still is a copy left standing",
  before: "said again by editions after the years without one; those years are left out",
  after: "said by editions before the years without one too; those years are left out",
};

/** What one line is about, whatever the folder of its file. */
const aboutOf = ({ code, role, text }: FactbookRow): string => `${code} ${role} ${text}`;

/**
 * Leaves out a last day on which files were only moved: lines begin on it, and each is an earlier one in another folder.
 * Lines end with the edition before it.
 * @returns the lines, and those that only such a copy has.
 */
export function untilLastEdition(rows: FactbookRow[]): { rows: FactbookRow[]; copies: FactbookRow[] } {
  const days = [...new Set(rows.flatMap(({ first, last }) => [first, last]))].sort();
  const [before, last] = [days.at(-2), days.at(-1)];
  const copies = rows.filter(({ first }) => first === last);
  const earlier = new Set(rows.filter(({ first }) => first !== last).map(aboutOf));
  if (before === undefined || copies.length === 0 || !copies.every((row) => earlier.has(aboutOf(row))))
    return { rows, copies: [] };
  const kept = rows.filter(({ first }) => first !== last);
  return { rows: kept.map((row) => (row.last === last ? { ...row, last: before } : row)), copies };
}

/** Finds the years without an edition. @param days of all first and last editions. */
export function gapIn(days: string[]): EditionGap {
  const sorted = [...days].sort();
  return {
    lastBefore: sorted.findLast((day) => day < leftStanding) ?? null,
    firstAfter: sorted.find((day) => day > leftStanding) ?? null,
  };
}

/**
 * The intervals in which editions have a line.
 * @param first the day of the first edition that has it.
 * @param last the day of the last one; not before the first.
 */
export function intervalsOf(first: string, last: string, { lastBefore, firstAfter }: EditionGap): Interval[] {
  if (last < leftStanding || first > leftStanding) return [{ edtf: intervalOf(first, last) }];
  const intervals: Interval[] = [];
  const goesOn = last > leftStanding && firstAfter !== null;
  if (lastBefore !== null && first <= lastBefore)
    intervals.push({ edtf: intervalOf(first, lastBefore), note: goesOn ? notes.before : notes.copied });
  if (goesOn)
    intervals.push({ edtf: intervalOf(firstAfter, last), ...(first < leftStanding ? { note: notes.after } : {}) });
  return intervals;
}

function intervalOf(first: string, last: string): string {
  return first === last ? first : `${first}/${last}`;
}
