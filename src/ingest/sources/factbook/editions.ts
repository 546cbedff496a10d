/** The editions of the Factbook that have a line; and the years without an edition, which no line may span. */

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
