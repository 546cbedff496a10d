/** States meetings and participations from records of journeys. */
import { codeOf, nameInText } from "../../countries/countryNames.ts";
import { placeId, type CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import type { Gathering } from "./gatherings.ts";
import type { ReadKind } from "./meetingKinds.ts";
import type { Dates } from "./journeyDates.ts";

/** One meeting, and its record. */
export interface Account {
  facts: Facts;
  saying: Saying;
  /** The id of the meeting. */
  meeting: string;
  /** The suffix of a participation's name: `in Mexico, 27 December 2023`. */
  where: string;
  /** The first day, for names at that time; empty if unknown. */
  day: string;
}

/** How something is read from a record. */
export function inferred(saying: Saying, confidence: number, note: string): Saying {
  return { ...saying, basis: "INFERRED", confidence, note };
}

/** How the state that somebody served is stated: for a state of the past, as of that time, since they may have served another. */
export function inTime(saying: Saying, { status }: CountryEntry, dates: Dates | null): Saying {
  return status === "FORMER" && dates ? { ...saying, asOf: dates.edtf } : saying;
}

/** States a journey as a meeting that was held. */
export function stateJourney(
  { facts, saying, meeting }: Account,
  journey: {
    name: string;
    dates: Dates | null;
    kind: ReadKind | null;
    host: CountryEntry;
    partOf: Gathering | undefined;
    /** The record's own words. */
    words: string;
  },
): void {
  const { kind } = journey;
  const subject = facts
    .entity("Meeting", meeting, saying.origin)
    .sayRecord({ name: journey.name, status: "HELD" }, { ...saying, given: journey.words || undefined })
    .say("date", journey.dates?.edtf, saying)
    .say("host", journey.host.id, inferred(saying, 0.9, "the state that was visited"))
    .say("partOf", journey.partOf?.id, inferred(saying, 0.8, "the remarks name the larger event"));
  if (kind) subject.say("kind", kind.kind, inferred(saying, kind.confidence, kind.note));
}

/** States a multilateral meeting that somebody took part in, according to the record. */
export function stateGathering(
  { facts, saying }: Account,
  gathering: Gathering,
  dates: Dates,
  host: CountryEntry,
): void {
  facts
    .entity("Meeting", gathering.id, saying.origin)
    .sayRecord({ name: gathering.name, status: "HELD" }, inferred(saying, 0.85, "the remarks name it"))
    .say("kind", gathering.kind, inferred(saying, 0.85, "by the words that name it"))
    .say("date", dates.edtf, inferred(saying, 0.6, "the days of the journey of one who took part"))
    .say("host", host.id, inferred(saying, 0.7, "the state in which it was held"));
}

/** States the city of a multilateral meeting, if a participant's record names only one city. */
export function stateCityOf(
  gathering: Gathering,
  by: Pick<Account, "facts" | "saying">,
  cities: string[],
  country: CountryEntry,
): void {
  if (cities.length !== 1) return;
  const said = inferred(by.saying, 0.7, "where one who took part was");
  statePlaces({ ...by, meeting: gathering.id, where: "", day: "" }, cities, country, said);
}

/** States where a meeting was: the first place, and the others in order. */
export function statePlaces(
  { facts, saying, meeting }: Account,
  cities: string[],
  country: CountryEntry,
  said: Saying,
): void {
  const ids = [...new Map(cities.map((city) => [placeId(city, country), city]))];
  for (const [id, city] of ids)
    facts
      .entity("Place", id, saying.origin)
      .sayOnce("name", city, said)
      .sayOnce("kind", "CITY", inferred(said, 0.9, "a place that was gone to, by its name"))
      .sayOnce("countries", country.id, said);
  const subject = facts.entity("Meeting", meeting, saying.origin);
  for (const [index, [id]] of ids.entries()) {
    if (index === 0) subject.say("place", id, said);
    // A list has each place once, also if two records describe one journey.
    else subject.sayOnce("otherPlaces", id, said);
  }
}

/** A participant. */
export interface PartTaken {
  official: string;
  name: string;
  /** On whose behalf. */
  country: CountryEntry;
  capacity: string | null;
  role: "HEAD_OF_DELEGATION" | "MEMBER" | "COUNTERPART" | "HOST" | null;
  /** The days of the journey on which this person came; null for one who was met. */
  stay: Dates | null;
  /** How the participation is known. */
  said: Saying;
  /** How it is known on whose behalf. */
  countrySaid: Saying;
  /** How the role is known. */
  roleSaid: Saying;
}

/** States the participation of an official. */
export function statePart({ facts, meeting, where }: Account, part: PartTaken): void {
  const { said } = part;
  const subject = facts
    .entity("Participation", `participation:${slugOf(meeting)}-${slugOf(part.official)}`, said.origin)
    .sayRecord({ name: `${part.name} ${where}`, meeting }, said)
    .say("official", part.official, said)
    .say("onBehalfOf", part.country.id, part.countrySaid)
    .say("capacity", part.capacity, said)
    .say("stay", part.stay?.edtf, said);
  if (part.role) subject.say("role", part.role, part.roleSaid);
}

/**
 * States the participation of a state.
 * @param named the state as the record names it, by whose code the participation was known before.
 */
export function stateState(
  { facts, meeting, where, day }: Account,
  country: CountryEntry,
  said: Saying,
  { hosts = false, named = country }: { hosts?: boolean; named?: CountryEntry } = {},
): void {
  const idFor = (each: CountryEntry): string => `participation:${slugOf(meeting)}-${codeOf(each)}`;
  const subject = facts
    .entity("Participation", idFor(country), said.origin)
    .sayRecord({ name: `${capitalized(nameInText(country, day))} ${where}`, meeting, country: country.id }, said);
  if (named !== country) subject.sayOnce("formerIds", idFor(named), said);
  if (hosts) subject.say("role", "HOST", inferred(said, 0.8, "inferred from the place"));
}

function slugOf(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
