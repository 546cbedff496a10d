/** When something was, as far as it is known: from a first to a last possible time, and for certain in between. */
import { yearOf } from "../../parts/Chart.tsx";
import type { Date } from "../../parts/EdtfDate.tsx";

export interface Span {
  /** The first possible time, as a year with a fraction. */
  first: number;
  /** From here to `sureUntil` it was for certain; if that is earlier, it was at some time between first and last. */
  sureFrom: number;
  sureUntil: number;
  last: number;
  /** Whether a source doubts the date, or gives it as approximate. */
  isDoubted: boolean;
  /** Whether no source says when it ended, or that it did. */
  end: "known" | "unknown" | "open";
}

const day = 1 / 366;
/** For how many years something whose end is unknown is drawn, fading. */
export const fadingYears = 4;

/** The end of a day, as a year with a fraction. */
function endOf(text: string): number {
  return yearOf(text) + day;
}

/** When an event was: a day, several days, or a time within which it was. Null if nothing bounds it. */
export function spanOfMoment({ edtf, firstDay, lastDay }: Date): Span | null {
  const bounds = [firstDay && yearOf(firstDay), lastDay && endOf(lastDay)] as (number | null)[];
  const [first, last] = [bounds[0] ?? bounds[1], bounds[1] ?? bounds[0]];
  if (first == null || last == null) return null;
  const isDoubted = /[?~%]/.test(edtf);
  const [beginning, ending] = edtf.split("/");
  const sureFrom = ending === undefined ? first : lastOf(beginning!);
  const sureUntil = ending === undefined ? (firstDay === lastDay ? last : first - 1) : firstOf(ending);
  return { first, last, sureFrom: sureFrom ?? last, sureUntil: sureUntil ?? first, isDoubted, end: "known" };
}

/**
 * When something lasted.
 * @param isOpen whether an end that isn't known is one that hasn't come, as far as sources know.
 * @param now the time until which what is open is drawn.
 */
export function spanOfPeriod(begun: Date | null, ended: Date | null, isOpen: boolean, now: number): Span | null {
  const start = begun && spanOfMoment(begun);
  const end = ended && spanOfMoment(ended);
  if (!start && !end) return null;
  const isDoubted = (start?.isDoubted ?? false) || (end?.isDoubted ?? false);
  if (!end) {
    const sureFrom = start!.last;
    return isOpen
      ? { ...start!, sureFrom, sureUntil: now, last: Math.max(now, sureFrom), isDoubted, end: "open" }
      : { ...start!, sureFrom, sureUntil: sureFrom, last: sureFrom + fadingYears, isDoubted, end: "unknown" };
  }
  if (!start)
    return {
      first: end.first - fadingYears,
      sureFrom: end.first,
      sureUntil: end.first,
      last: end.last,
      isDoubted,
      end: "known",
    };
  return {
    first: start.first,
    sureFrom: start.last - day,
    sureUntil: end.first + day,
    last: end.last,
    isDoubted,
    end: "known",
  };
}

/** Whether it may overlap a time. */
export function overlaps({ first, last }: Span, from: number, until: number): boolean {
  return first < until && last > from;
}

const plain = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$/;

function firstOf(text: string): number | null {
  return plain.test(text) ? yearOf(text.replace(/[?~%]$/, "")) : null;
}

function lastOf(text: string): number | null {
  const parts = plain.exec(text);
  if (!parts) return null;
  const start = firstOf(text)!;
  return start + (parts[3] ? 0 : parts[2] ? 1 / 12 - day : 1 - day);
}
