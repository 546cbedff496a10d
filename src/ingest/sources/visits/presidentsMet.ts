/** The presidents of the United States met during a visit, according to its description. */
import { dayAfter, readEdtf } from "../../../graph/edtf.ts";
import { presidentOn, type KnownPresident } from "../shared/presidents.ts";
import type { Dates } from "../shared/journeyDates.ts";

/** A president or president-elect of the United States. */
export interface MetPresident extends KnownPresident {
  office: "President" | "President-elect";
}

const named = /(?<!former |Former |Vice )\bPresident(-[Ee]lect)? (?:(?:\p{Lu}\p{L}*\.?) ){0,3}?(\p{Lu}\p{L}+)/gu;

/** Verbs for a president who is met. */
const met =
  /\b(?:met|meet\w*|discuss\w*|conferr\w*|talks|convers\w*|visited|visits|dinner|lunch\w*|brunch|guest of|received|hosted|negotiat\w*|golf)\b/i;
const dead = /\b(?:funeral|memorial services?|memory|death|tomb|birth\w*)\b[^.;]*$/i;

/** The longest time between an election and the day of entry into office. */
const daysBetween = 125;

/** The presidents named, each once, if in office or elected on the days of the visit. */
export function presidentsMet(description: string, dates: Dates | null): MetPresident[] {
  if (dates === null) return [];
  const { firstDay, lastDay } = readEdtf(dates.edtf);
  const found = new Map<string, MetPresident>();
  for (const match of description.matchAll(named)) {
    const before = description.slice(0, match.index).split(/[.;] /).at(-1)!;
    if (!met.test(before) || dead.test(before)) continue;
    const [, elect, last] = match;
    for (const day of [firstDay, lastDay]) {
      const president = day === null ? undefined : presidentOn(last!, elect ? dayAfter(day, daysBetween) : day);
      if (president) found.set(president.official, { ...president, office: elect ? "President-elect" : "President" });
    }
  }
  return [...found.values()];
}
