/** When sources report completely on two states, which is the ground of every chart: outside of it, empty proves nothing. */
import type { Years } from "../../parts/Chart.tsx";
import { yearOf } from "../../parts/Chart.tsx";
import type { PairSource } from "./pairAnswer.ts";

/** Times as years with fractions. */
export interface Span {
  from: number;
  until: number;
}

/** The subjects of sources, and the facts that their parts cover. */
const factsOf: Record<string, string> = { MEETINGS: "MEETINGS", MISSIONS: "TENURES", RELATION: "RELATIONS" };

/** The times that sources on a subject cover, by the parts that say which facts they report completely. */
export function coveredSpans(sources: readonly PairSource[], subject: string, years: Years): Span[] {
  const spans = sources
    .filter((source) => source.subject === subject)
    .flatMap(({ coverage }) => coverage)
    .filter(({ scopes }) => scopes?.some(({ facts }) => facts === factsOf[subject]))
    .map(({ from, until }) => ({
      from: from === null ? years.from : yearOf(from),
      until: until === null ? years.until + 1 : endOf(until),
    }))
    .sort((one, other) => one.from - other.from);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until);
    else joined.push({ ...span });
  }
  return joined;
}

/** What lies between spans. */
export function uncoveredSpans(covered: readonly Span[], years: Years): Span[] {
  const gaps: Span[] = [];
  let from = years.from;
  for (const span of covered) {
    if (span.from > from) gaps.push({ from, until: Math.min(span.from, years.until + 1) });
    from = Math.max(from, span.until);
  }
  if (from < years.until + 1) gaps.push({ from, until: years.until + 1 });
  return gaps;
}

/** The end of a day, month or year. */
export function endOf(day: string): number {
  const steps = [1, 1 / 12, 1 / 372];
  return yearOf(day) + (steps[day.split("-").length - 1] ?? 0);
}
