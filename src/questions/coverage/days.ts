/** Intersection and difference of day intervals. */
import { dayAfter } from "../../graph/edtf.ts";

/** Days, both included; null if open. */
export type Period = { from: string | null; until: string | null };

/** Comparable days; the ends of time if open. */
export type Span = [first: string, last: string];

/** From the first possible day of an interval to the last. */
export const ever: Span = ["0000-01-01", "9999-12-31"];

/** Days as an interval. */
export function spanOf({ from, until }: Period): Span {
  return [from ?? ever[0], until ?? ever[1]];
}

/** An interval as days. */
export function periodOf([first, last]: Span): Period {
  return { from: first === ever[0] ? null : first, until: last === ever[1] ? null : last };
}

/** The intersection of two intervals, or null. */
export function overlap([first, last]: Span, [from, until]: Span): Span | null {
  const common: Span = [first > from ? first : from, last < until ? last : until];
  return common[0] <= common[1] ? common : null;
}

/** Some days minus others. */
export function without(asked: Span, spans: Span[]): Span[] {
  const left: Span[] = [];
  let [next, last] = asked;
  for (const [from, until] of [...spans].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (from > last) break;
    if (from > next) left.push([next, dayAfter(from, -1)]);
    if (until >= next) next = until >= last ? "~" : dayAfter(until, 1);
    if (next > last) return left;
  }
  left.push([next, last]);
  return left;
}
