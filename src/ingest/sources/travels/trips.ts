/** A trip as its record gives it, and what its remarks tell. */
import type { CountryEntry } from "../../countries/crosswalk.ts";
import type { Origin } from "../../problems.ts";
import { counterpartsOf, type Counterpart } from "../shared/counterparts.ts";
import { gatheringsIn, tellsOfMore, type Gathering } from "../shared/gatherings.ts";
import type { JourneyRecord } from "../shared/journeys.ts";
import { kindOf, reasonForNone } from "../shared/meetingKinds.ts";
import { readRemarks } from "../shared/remarks.ts";
import { firstOf, type Dates } from "../shared/journeyDates.ts";
import { placeInWords } from "./placeInWords.ts";

const capacities: Record<string, string> = { president: "President", secretary: "Secretary of State" };

export interface Trip {
  id: string;
  who: string;
  name: string;
  capacity: string;
  dates: Dates;
  /** As the record names it. */
  country: CountryEntry;
  /** The state of that time. */
  state: CountryEntry;
  locale: string;
  /** For names: where it led, as the record says it. */
  where: string;
  remarks: string;
  origin: Origin;
}

/** What a record needs and lacks; undefined if nothing. */
export function lacking(trip: JourneyRecord): string | undefined {
  return trip.id === "" ? "id" : !trip.element.attributes.who ? "who" : trip.given("name") === "" ? "name" : undefined;
}

/** Reads a trip. @returns undefined, with the problem reported, if the record is wrong. */
export function readTrip(record: JourneyRecord): Trip | undefined {
  const { id, origin, element } = record;
  const { who = "", role = "" } = element.attributes;
  const capacity = capacities[role];
  if (capacity === undefined)
    return record.wrong(`trip ${id}: "role" is one of ${Object.keys(capacities).join(", ")}; got "${role}".`);
  const country = record.state("country", "no state was visited");
  const dates = country && record.dates();
  if (dates === undefined) return undefined;
  if (dates === null) return record.wrong(`trip ${id} has neither a start-date nor an end-date: give one.`);
  const [name, locale, remarks] = ["name", "locale", "remarks"].map((each) => record.given(each)) as [
    string,
    string,
    string,
  ];
  const state = record.stateThen("country", country!, dates, locale);
  const where = placeInWords(record.given("country"), {
    country: country!,
    state,
    cities: citiesOf(locale),
    day: firstOf(dates),
  });
  return { id, who, name, capacity, dates, country: country!, state, locale, where, remarks, origin };
}

/** What the remarks on a trip tell. */
export interface Told {
  gatherings: Gathering[];
  kind: ReturnType<typeof kindOf>;
  people: Counterpart[];
  met: Counterpart[];
  /** Why the trip is no meeting; null if it is one. */
  reason: string | null;
  /** Whether there was more than the gatherings: then the trip is a meeting of its own. */
  hasOwn: boolean;
}

/** Reads the remarks on a trip. */
export function toldOf({ remarks, country, state, where, dates }: Trip): Told {
  const mentions = readRemarks(remarks);
  const gatherings = gatheringsIn(remarks, country, dates, where);
  const kind = kindOf(
    remarks,
    mentions.some(({ part }) => part === "MET"),
  );
  const amongMany = gatherings.length > 0 || kind?.kind === "SUMMIT" || kind?.kind === "CONFERENCE";
  const people = counterpartsOf(mentions, { visited: country, state, dates, amongMany });
  const met = people.filter(({ part }) => part === "MET");
  const reason = reasonForNone(remarks, met.length > 0);
  const hasOwn = reason === null && (gatherings.length === 0 || met.length > 0 || tellsOfMore(remarks));
  return { gatherings, kind, people, met, reason, hasOwn };
}

/** The capacity of the few presidents who travelled before they took office. */
export function beforeOffice(remarks: string): string | undefined {
  return /\bVisit made as (President-elect)\b/.exec(remarks)?.[1];
}

/** The cities of a locale: `Kingston (Jamaica), Nassau` are two, and `Mexico, D.F.` is one. */
export function citiesOf(locale: string): string[] {
  return locale
    .replace(/\bMexico, D\.F\./, "Mexico City")
    .split(/,\s*(?![^(]*\))/)
    .map((city) => city.trim())
    .filter((city) => city !== "");
}
