/** Travels abroad of Presidents and Secretaries of State, by the Office of the Historian. */
import { existsSync } from "node:fs";
import path from "node:path";
import { readEdtf } from "../../../graph/edtf.ts";
import { nameInText } from "../../countries/countryNames.ts";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { counterpartsOf, stateCounterpart, type Counterpart } from "../shared/counterparts.ts";
import { gatheringsIn, tellsOfMore, type Gathering } from "../shared/gatherings.ts";
import { stateSource } from "../shared/historian.ts";
import { readJourneys, type JourneyRecord } from "../shared/journeys.ts";
import { kindOf, reasonForNone } from "../shared/meetingKinds.ts";
import {
  inferred,
  stateCityOf,
  stateGathering,
  stateJourney,
  statePart,
  statePlaces,
  stateState,
  type Account,
} from "../shared/meetings.ts";
import { officialOfSlug, readPresidents } from "../shared/presidents.ts";
import { readRemarks } from "../shared/remarks.ts";
import { firstOf, type Dates } from "../shared/journeyDates.ts";

const source = "source:historian-travels";
const listOfPresidents = "source:historian-presidents";
const folders = ["president-travels", "secretary-travels"];
const presidents = path.join("presidents", "presidents.xml");

/** The offices whose holders the list follows. */
const travellers = ["post:us-president", "post:us-secretary-of-state"];

const capacities: Record<string, string> = { president: "President", secretary: "Secretary of State" };

interface Trip {
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
  remarks: string;
  origin: Origin;
}

export const travels: DataSet = {
  name: "travels",
  title: "travels abroad of Presidents and Secretaries of State (Office of the Historian)",
  expects: `the folder of HistoryAtState/travels, with ${folders.join("/, ")}/ and ${presidents}`,
  async read(folder, facts) {
    for (const each of [...folders, presidents])
      if (!existsSync(path.join(folder, each)))
        throw new BundleError([`${folder}:1 holds no ${each}: expected ${travels.expects}.`]);
    const ids = new Map<string, Origin>();
    const trips = folders.flatMap((each) =>
      readJourneys(path.join(folder, each), "trip", lacking, ids, facts, readTrip),
    );
    stateSources(folder, trips, facts);
    // The same words on the same days are one journey, under the lower number.
    const first = new Map<string, Trip>();
    trips.sort((a, b) => Number(a.id) - Number(b.id));
    const party = partiesIn(trips);
    for (const trip of trips) {
      const key = JSON.stringify([trip.who, trip.dates.edtf, trip.country.id, trip.locale, trip.remarks]);
      const earlier = first.get(key);
      if (earlier) facts.merge(trip.origin, `trip ${trip.id}`, `the same trip as trip ${earlier.id}`);
      else first.set(key, trip);
      stateTrip(trip, earlier ?? trip, party(trip), facts);
    }
  },
};

function stateSources(folder: string, trips: Trip[], facts: Facts): void {
  const days = trips.map(({ dates }) => dates.edtf.slice(0, 10)).sort();
  stateSource(
    facts,
    { file: folder, line: 1 },
    {
      id: source,
      name: "Office of the Historian, travels abroad",
      headline: "Travels Abroad of the President and of the Secretary of State",
      address: "https://github.com/HistoryAtState/travels",
      part: "travels abroad of Presidents and Secretaries of State",
      from: days[0] ?? null,
      until: days.at(-1) ?? null,
      scopes: [{ facts: "MEETINGS", country: "country:us", at: "ABROAD", posts: travellers }],
    },
  );
  const file = path.join(folder, presidents);
  stateSource(
    facts,
    { file, line: 1 },
    {
      id: listOfPresidents,
      name: "Office of the Historian, list of presidents",
      headline: "Presidents of the United States",
      address: "https://github.com/HistoryAtState/travels",
      part: "presidents of the United States",
      ...readPresidents(file, listOfPresidents, facts),
      scopes: [{ facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_STATE"] }],
      partOf: source,
    },
  );
}

function lacking(trip: JourneyRecord): string | undefined {
  return trip.id === "" ? "id" : !trip.element.attributes.who ? "who" : trip.given("name") === "" ? "name" : undefined;
}

function readTrip(record: JourneyRecord): Trip | undefined {
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
  return { id, who, name, capacity, dates, country: country!, state, locale, remarks, origin };
}

/** What the remarks on a trip tell. */
interface Told {
  gatherings: Gathering[];
  kind: ReturnType<typeof kindOf>;
  people: Counterpart[];
  met: Counterpart[];
  /** Why the trip is no meeting; null if it is one. */
  reason: string | null;
  /** Whether there was more than the gatherings: then the trip is a meeting of its own. */
  hasOwn: boolean;
}

function toldOf({ remarks, country, state, dates }: Trip): Told {
  const mentions = readRemarks(remarks);
  const gatherings = gatheringsIn(remarks, country, dates, state);
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

/**
 * @param as the trip whose id is used: itself, or the one that it repeats.
 * @param party the President's trip on which this traveller came along, if any.
 */
function stateTrip(trip: Trip, as: Trip, party: Trip | undefined, facts: Facts): void {
  const { dates, country, state, remarks, origin } = trip;
  const saying: Saying = { source, locator: `trip ${trip.id}`, origin };
  const { gatherings, kind, people, met, reason, hasOwn } = toldOf(trip);
  if (reason !== null) {
    if (as === trip) facts.reject(origin, `trip ${trip.id}`, reason);
    return;
  }
  const honoured = people.filter(({ part }) => part === "HONOURED");
  stateTraveller(trip, facts, saying);
  const [first] = gatherings;
  const accompanies = party !== undefined || (trip.capacity !== "President" && inCompany.test(remarks));
  for (const gathering of gatherings)
    stateTripTo(gathering, trip, { facts, saying }, gathering === first ? honoured : [], accompanies);
  if (party && stateInParty(trip, party, { gatherings, met, hasOwn }, { facts, saying })) return;
  if (!hasOwn) return;
  const day = firstOf(dates);
  const where = `in ${nameInText(state, day)}, ${dates.inWords}`;
  const account: Account = { facts, saying, meeting: `meeting:trip-${as.id}`, where, day };
  stateJourney(account, { name: `${trip.name} ${where}`, dates, kind, host: state, partOf: first });
  statePlaces(account, citiesOf(trip.locale), country, saying);
  stateSides(trip, account, met, accompanies);
  for (const each of first ? met : people) stateCounterpart(account, each, dates);
}

/**
 * States the part of a traveller in the meetings of the President whom he accompanied: one journey has one meeting.
 * @returns whether that is all; false if the traveller also met people where the President had no meeting of his own.
 */
function stateInParty(
  trip: Trip,
  party: Trip,
  { gatherings, met, hasOwn }: Pick<Told, "gatherings" | "met" | "hasOwn">,
  { facts, saying }: Pick<Account, "facts" | "saying">,
): boolean {
  const presidents = toldOf(party);
  for (const gathering of presidents.gatherings)
    if (gatherings.length === 0) stateTripTo(gathering, trip, { facts, saying }, [], true);
  // Whoever accompanied the President to a summit says that the President was there.
  for (const summit of gatheringsIn(inHisCompany(trip), trip.country, trip.dates, trip.state)) {
    const known = presidents.gatherings.some(({ id }) => withoutMonth(id) === withoutMonth(summit.id));
    if (summit.kind !== "SUMMIT" || known) continue;
    stateHead(party, summit, { facts, saying });
    if (presidents.hasOwn && presidents.gatherings.length === 0)
      facts
        .entity("Meeting", `meeting:trip-${party.id}`, saying.origin)
        .say("partOf", summit.id, inferred(saying, 0.7, "by the remarks on one who came along"));
  }
  if (!presidents.hasOwn) return presidents.gatherings.length + gatherings.length > 0 && (met.length === 0 || !hasOwn);
  const day = firstOf(party.dates);
  const where = `in ${nameInText(party.state, day)}, ${party.dates.inWords}`;
  const account: Account = { facts, saying, meeting: `meeting:trip-${party.id}`, where, day };
  stateSides(trip, account, met, true);
  for (const each of met) stateCounterpart(account, each, trip.dates);
  if (hasOwn)
    facts.entity("Meeting", account.meeting, saying.origin).sayOnce("formerIds", `meeting:trip-${trip.id}`, saying);
  facts.merge(trip.origin, `trip ${trip.id}`, `a part in the journey of trip ${party.id}, by the remarks`);
  return true;
}

/** The sentences of the remarks that name the President. */
function inHisCompany({ remarks }: Trip): string {
  const sentences = remarks.split(/(?<=\p{Ll}\.)\s+(?=\p{Lu})/u);
  return sentences.filter((each) => each.search(accompanying) >= 0).join(" ");
}

// Journeys of different lengths at the end of a month name one event with two months.
function withoutMonth(id: string): string {
  return id.slice(0, -"-MM".length);
}

function stateHead(party: Trip, gathering: Gathering, { facts, saying }: Pick<Account, "facts" | "saying">): void {
  const said = inferred(saying, 0.8, "by the remarks on one who came along");
  const where = `at the gathering: ${gathering.name}`;
  statePart(
    { facts, saying, meeting: gathering.id, where, day: "" },
    {
      official: officialOfSlug(party.who),
      name: party.name,
      country: countryOfId("country:us")!,
      capacity: party.capacity,
      role: "HEAD_OF_DELEGATION",
      stay: null,
      said,
      countrySaid: said,
      roleSaid: said,
    },
  );
}

/** Of one of higher rank, whose journey may not be among these. */
const inCompany = /\b(?:[Aa]cc\w*ompan\w*|[Jj]oin\w*|[Ss]upport\w*) (?:Vice )?President \p{Lu}/u;
const accompanying =
  /\b(?:[Aa]cc\w*ompan\w*|[Jj]oin\w*|[Ss]upport\w*|[Ww]ith) (?:Vice )?President ((?:\p{Lu}(?:\p{L}+|\.) ?){1,4})/gu;

/** Finds the President's trip on which a traveller came along by the remarks: to the same state, on some of the same days. */
function partiesIn(trips: Trip[]): (trip: Trip) => Trip | undefined {
  const presidents = trips.filter(({ capacity }) => capacity === "President");
  return (trip) => {
    if (trip.capacity === "President") return undefined;
    const named = [...trip.remarks.matchAll(accompanying)].flatMap(([, names]) => names!.trim().split(/[ .]+/));
    return presidents.find(
      (each) =>
        each.country === trip.country &&
        overlap(each.dates, trip.dates) &&
        named.some((last) => each.name.endsWith(` ${last}`)),
    );
  };
}

function overlap(a: Dates, b: Dates): boolean {
  const [x, y] = [a, b].map(({ edtf }) => readEdtf(edtf));
  return (x!.firstDay ?? "") <= (y!.lastDay ?? "") && (y!.firstDay ?? "") <= (x!.lastDay ?? "");
}

function stateTraveller({ who, name, capacity, dates, remarks, origin }: Trip, facts: Facts, saying: Saying): void {
  const offices = [beforeOffice(remarks) ?? capacity];
  facts
    .entity("Official", officialOfSlug(who), origin)
    .sayRecord({ name, country: "country:us", offices, active: [dates.edtf] }, saying);
}

function stateTripTo(
  gathering: Gathering,
  trip: Trip,
  by: Pick<Account, "facts" | "saying">,
  honoured: Counterpart[],
  accompanies: boolean,
): void {
  const where = `at the gathering: ${gathering.name}`;
  const account: Account = { ...by, meeting: gathering.id, where, day: firstOf(trip.dates) };
  stateGathering(account, gathering, trip.dates, trip.state);
  stateSides(trip, account, [], accompanies);
  stateCityOf(gathering, by, citiesOf(trip.locale), trip.country);
  for (const each of honoured) stateCounterpart(account, each, trip.dates);
}

/** The traveller, and the states: the United States, the one visited, and those of the officials met. */
function stateSides(trip: Trip, account: Account, met: Counterpart[], accompanies: boolean): void {
  const { saying } = account;
  const us = countryOfId("country:us")!;
  statePart(account, {
    official: officialOfSlug(trip.who),
    name: trip.name,
    country: us,
    capacity: beforeOffice(trip.remarks) ?? trip.capacity,
    role: accompanies ? "MEMBER" : "HEAD_OF_DELEGATION",
    stay: trip.dates,
    said: saying,
    countrySaid: inferred(saying, 0.95, "by the office"),
    roleSaid: inferred(saying, 0.8, accompanies ? "accompanied one of higher rank" : "the one whose journey it was"),
  });
  stateState(account, us, inferred(saying, 0.95, "its official travelled"));
  stateState(account, trip.state, inferred(saying, met.length > 0 ? 0.85 : 0.75, "the state that was visited"), {
    hosts: true,
    named: trip.country,
  });
  for (const [serves, named] of new Map(met.map((each) => [each.serves, each.named])))
    if (serves !== trip.state && serves !== us)
      stateState(account, serves, inferred(saying, 0.8, "an official of it was met"), { named });
}

// A few presidents travelled before they took office.
function beforeOffice(remarks: string): string | undefined {
  return /\bVisit made as (President-elect)\b/.exec(remarks)?.[1];
}

/** The cities of a locale: `Kingston (Jamaica), Nassau` are two, and `Mexico, D.F.` is one. */
function citiesOf(locale: string): string[] {
  return locale
    .replace(/\bMexico, D\.F\./, "Mexico City")
    .split(/,\s*(?![^(]*\))/)
    .map((city) => city.trim())
    .filter((city) => city !== "");
}
