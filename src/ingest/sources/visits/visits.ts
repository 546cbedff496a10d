/** Visits by foreign leaders to the United States, by the Office of the Historian. */
import { existsSync } from "node:fs";
import path from "node:path";
import { readEdtf } from "../../../graph/edtf.ts";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { passingId, readPeople, stateFullName, type Person } from "../shared/people/people.ts";
import { BundleError, type Origin } from "../../problems.ts";
import { gatheringsIn, tellsOfMore, type Gathering } from "../shared/gatherings.ts";
import { stateSource } from "../shared/historian.ts";
import { readJourneys, type JourneyRecord } from "../shared/journeys.ts";
import { kindOf, reasonForNone, type ReadKind } from "../shared/meetingKinds.ts";
import {
  inferred,
  inTime,
  stateCityOf,
  stateGathering,
  stateJourney,
  statePart,
  statePlaces,
  stateState,
  type Account,
} from "../shared/meetings.ts";
import { presidentDuring } from "../shared/presidents.ts";
import { presidentsMet } from "./presidentsMet.ts";
import { firstOf, type Dates } from "../shared/journeyDates.ts";
import { citiesNamed, isElsewhere } from "./visitedCities.ts";
import { pageOfVisits } from "../shared/pages.ts";

const source = "source:historian-visits";

interface Visit {
  id: string;
  visitor: string;
  people: Person[];
  dates: Dates | null;
  /** As the record names it. */
  country: CountryEntry;
  /** The state of that time. */
  from: CountryEntry;
  description: string;
  origin: Origin;
}

export const visits: DataSet = {
  name: "visits",
  source,
  title: "visits by foreign leaders to the United States (Office of the Historian)",
  expects: "the folder of HistoryAtState/visits, with data/ and XML files in it",
  async read(folder, facts) {
    const data = path.join(folder, "data");
    if (!existsSync(data)) throw new BundleError([`${folder}:1 holds no data: expected ${visits.expects}.`]);
    const found = readJourneys(data, "visit", ({ id }) => (id === "" ? "id" : undefined), new Map(), facts, readVisit);
    const days = found.flatMap(({ dates }) => (dates ? [dates.edtf.split("/")[0]!] : [])).sort();
    stateSource(
      facts,
      folder,
      { file: folder, line: 1 },
      {
        id: source,
        name: "Office of the Historian, visits by foreign leaders",
        headline: "Visits by Foreign Leaders",
        address: "https://github.com/HistoryAtState/visits",
        part: "visits by foreign leaders to the United States",
        from: days[0] ?? null,
        until: days.at(-1) ?? null,
        scopes: [{ facts: "MEETINGS", country: "country:us", at: "HOME" }],
      },
    );
    // The same visitor on the same days is one visit, under the lower number.
    const first = new Map<string, Visit>();
    for (const visit of found.sort((a, b) => Number(a.id) - Number(b.id))) {
      const key = JSON.stringify([visit.visitor, visit.dates?.edtf, visit.country.id]);
      const earlier = visit.dates ? first.get(key) : undefined;
      if (earlier) facts.merge(visit.origin, `visit ${visit.id}`, `the same visit as visit ${earlier.id}`);
      else first.set(key, visit);
      stateVisit(visit, earlier ?? visit, facts);
    }
  },
};

function readVisit(record: JourneyRecord): Visit | undefined {
  const { id, origin } = record;
  const visitor = record.given("visitor");
  if (visitor === "") return record.reject("no visitor is named");
  const country = record.state("from", "it came from no state");
  const dates = country && record.dates();
  if (dates === undefined) return undefined;
  return {
    id,
    visitor,
    people: readPeople(visitor),
    dates,
    country: country!,
    from: record.stateThen("from", country!, dates, visitor),
    description: record.given("description"),
    origin,
  };
}

/** @param as the visit whose id is used: itself, or the one that it repeats. */
function stateVisit(visit: Visit, as: Visit, facts: Facts): void {
  const { description, dates, origin } = visit;
  const saying: Saying = { source, locator: `visit ${visit.id}`, origin, page: pageOfVisits(dates?.edtf) };
  const us = countryOfId("country:us")!;
  const presidents = presidentsMet(description, dates);
  const reason = reasonForNone(description, presidents.length > 0);
  if (reason !== null) return facts.reject(origin, `visit ${visit.id}`, reason);
  stateVisitors(visit, facts, saying);
  const gatherings = dates ? gatheringsIn(description, us, dates) : [];
  for (const gathering of gatherings) {
    stateVisitTo(gathering, visit, dates!, { facts, saying });
    if (gatherings.length === 1) stateCityOf(gathering, { facts, saying }, citiesNamed(description), us);
  }
  const [first] = gatherings;
  if (first && as === visit && presidents.length === 0 && !tellsOfMore(description)) return;
  const names = visit.people.map(({ name }) => name).join(" and ");
  const where = ["in the United States", dates?.inWords].filter(Boolean).join(", ");
  const account: Account = { facts, saying, meeting: `meeting:visit-${as.id}`, where, day: firstOf(dates) };
  const kind = kindOf(description, presidents.length > 0);
  stateJourney(account, { name: `${names} ${where}`, dates, kind, host: us, partOf: first, words: description });
  stateCities(account, description, kind, us);
  stateSides(visit, account);
  if (presidents.length === 0) stateHead(account, dates, kind);
  for (const president of presidents) {
    const said = inferred(saying, 0.85, "named in the description");
    facts
      .entity("Official", president.official, origin)
      .sayRecord({ name: president.name, country: us.id, offices: [president.office], active: [dates!.edtf] }, said);
    statePart(account, {
      ...president,
      country: us,
      capacity: president.office,
      role: "COUNTERPART",
      stay: null,
      said,
      countrySaid: said,
      roleSaid: said,
    });
  }
}

const receivedByHead = new Set(["STATE_VISIT", "OFFICIAL_VISIT"]);

/** States that the President received a visit of state, if the record names no one who did. */
function stateHead(account: Account, dates: Dates | null, kind: ReadKind | null): void {
  if (dates === null || kind === null || !receivedByHead.has(kind.kind) || kind.confidence < 0.9) return;
  const { firstDay, lastDay } = readEdtf(dates.edtf);
  const president = firstDay !== null && lastDay !== null ? presidentDuring(firstDay, lastDay) : undefined;
  if (!president) return;
  const us = countryOfId("country:us")!;
  const said = inferred(
    account.saying,
    0.7,
    "a state or official visit is received by the head of state; this one was in office",
  );
  account.facts
    .entity("Official", president.official, account.saying.origin)
    .sayRecord({ name: president.name, country: us.id, offices: ["President"], active: [dates.edtf] }, said);
  statePart(account, {
    ...president,
    country: us,
    capacity: "President",
    role: "HOST",
    stay: null,
    said,
    countrySaid: said,
    roleSaid: said,
  });
}

function stateVisitors({ people, country, from, dates, origin }: Visit, facts: Facts, saying: Saying): void {
  for (const person of people) {
    const official = idOf(person, country, dates);
    stateFullName(facts, official, saying);
    facts.entity("Official", official, origin).sayRecord(
      {
        name: person.name,
        country: from.id,
        offices: person.title ? [person.title] : [],
        active: dates ? [dates.edtf] : [],
      },
      inTime(saying, from, dates),
    );
  }
}

function idOf(person: Person, country: CountryEntry, dates: Dates | null): string {
  return passingId(country, person, firstOf(dates));
}

function stateVisitTo(gathering: Gathering, visit: Visit, dates: Dates, by: Pick<Account, "facts" | "saying">): void {
  const where = `at the gathering: ${gathering.name}`;
  const account: Account = { ...by, meeting: gathering.id, where, day: firstOf(dates) };
  stateGathering(account, gathering, dates, countryOfId("country:us")!);
  stateSides(visit, account);
}

function stateSides({ people, country, from, dates }: Visit, account: Account): void {
  const { saying } = account;
  const several = people.length > 1;
  for (const [index, person] of people.entries())
    statePart(account, {
      official: idOf(person, country, dates),
      name: person.name,
      country: from,
      capacity: person.title,
      role: index === 0 ? "HEAD_OF_DELEGATION" : "MEMBER",
      stay: dates,
      said: saying,
      countrySaid: saying,
      roleSaid: inferred(
        saying,
        0.8,
        several ? "of several visitors, the one named first leads" : "the one whose visit it was",
      ),
    });
  stateState(account, from, inferred(saying, 0.9, "its official visited"), { named: country });
  stateState(account, countryOfId("country:us")!, inferred(saying, 0.9, "the state that was visited"), { hosts: true });
}

const atTheCapital = new Set(["STATE_VISIT", "OFFICIAL_VISIT", "OFFICIAL_WORKING_VISIT", "WORKING_VISIT"]);

function stateCities(account: Account, description: string, kind: ReadKind | null, us: CountryEntry): void {
  const named = citiesNamed(description);
  if (named.length > 0) statePlaces(account, named, us, inferred(account.saying, 0.8, "named in the description"));
  else if (kind && atTheCapital.has(kind.kind) && kind.confidence >= 0.9 && !isElsewhere(description))
    statePlaces(
      account,
      ["Washington"],
      us,
      inferred(account.saying, 0.8, "no place is named; such visits are received at the capital"),
    );
}
