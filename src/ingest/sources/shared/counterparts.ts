/** The people named in a record's remarks, as officials and participants. */
import { stateOn, type CountryEntry } from "../../countries/crosswalk.ts";
import { passingId, stateFullName } from "./people/people.ts";
import { countryOfLeader } from "./people/leaders.ts";
import { inferred, inTime, statePart, type Account } from "./meetings.ts";
import type { Mention } from "./remarks.ts";
import { firstOf, type Dates } from "./journeyDates.ts";

/** A named person, with the state they presumably serve. */
export interface Counterpart extends Mention {
  official: string;
  /** The state of that time. */
  serves: CountryEntry;
  /** The state as the record names it. */
  named: CountryEntry;
  confidence: number;
  /** How the state is known. */
  countryNote: string;
}

/**
 * The people named, each once, with their state: the one in the remarks, or else the one visited.
 * @param visited as the record names it, and `state`, the one of that time.
 * @param amongMany whether many states met: then the visited one is less likely.
 */
export function counterpartsOf(
  mentions: Mention[],
  {
    visited,
    state,
    dates,
    amongMany,
  }: { visited: CountryEntry; state: CountryEntry; dates: Dates | null; amongMany: boolean },
): Counterpart[] {
  const found = new Map<string, Counterpart>();
  for (const mention of mentions) {
    const known = countryOfLeader(mention.title, mention.name);
    const named = mention.country ?? known ?? visited;
    const serves = named === visited ? state : stateOn(named, firstOf(dates));
    const official = passingId(named, mention, firstOf(dates));
    const [confidence, countryNote] = mention.country
      ? [0.85, "the remarks tell the state"]
      : known
        ? [0.8, "the state is not told, and known by title and name"]
        : [amongMany ? 0.7 : 0.8, "the state is not told, and taken to be the one visited"];
    if (!found.has(official)) found.set(official, { ...mention, official, serves, named, confidence, countryNote });
  }
  return [...found.values()];
}

/** States one of them as an official, and the participation. */
export function stateCounterpart(account: Account, counterpart: Counterpart, dates: Dates | null): void {
  const { official, name, title, serves, confidence, part, countryNote } = counterpart;
  const active = dates ? [dates.edtf] : [];
  const note =
    part === "MET"
      ? "read out of the remarks by title and name"
      : "read out of the remarks by title and name: the ceremony was this person's";
  const said = inferred(account.saying, part === "MET" ? confidence : 0.75, note);
  account.facts
    .entity("Official", official, account.saying.origin)
    .sayRecord({ name, country: serves.id, offices: [title], active }, inTime(said, serves, dates));
  stateFullName(account.facts, official, account.saying);
  statePart(account, {
    official,
    name,
    country: serves,
    capacity: title,
    role: part === "MET" ? "COUNTERPART" : null,
    stay: null,
    said,
    countrySaid: inferred(account.saying, Math.min(confidence, 0.85), countryNote),
    roleSaid: said,
  });
}
