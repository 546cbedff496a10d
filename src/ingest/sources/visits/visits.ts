/** Visits by foreign leaders to the United States, by the Office of the Historian. */
import { existsSync } from "node:fs";
import path from "node:path";
import { countryOfId, type CountryEntry } from "../../countries/crosswalk.ts";
import type { DataSet, Facts, Saying } from "../../facts.ts";
import { passingId, readPeople, type Person } from "../shared/people.ts";
import { BundleError, type Place } from "../../problems.ts";
import { gatheringsIn, tellsOfMore, type Gathering } from "../shared/gatherings.ts";
import { stateSource } from "../shared/historian.ts";
import { readJourneys, type JourneyRecord } from "../shared/journeys.ts";
import { kindOf, reasonForNone, type ReadKind } from "../shared/meetingKinds.ts";
import {
  inferred,
  stateCityOf,
  stateGathering,
  stateJourney,
  statePart,
  statePlaces,
  stateState,
  type Told,
} from "../shared/meetings.ts";
import { presidentsMet } from "./presidentsMet.ts";
import type { Span } from "../shared/spans.ts";
import { citiesNamed, isElsewhere } from "./visitedCities.ts";

const source = "source:historian-visits";

interface Visit {
  id: string;
  visitor: string;
  people: Person[];
  span: Span | null;
  from: CountryEntry;
  description: string;
  place: Place;
}

export const visits: DataSet = {
  name: "visits",
  title: "visits by foreign leaders to the United States (Office of the Historian)",
  expects: "the folder of HistoryAtState/visits, with data/ and XML files in it",
  async read(folder, facts) {
    const data = path.join(folder, "data");
    if (!existsSync(data)) throw new BundleError([`${folder}:1 holds no data: expected ${visits.expects}.`]);
    const found = readJourneys(data, "visit", ({ id }) => (id === "" ? "id" : undefined), new Map(), facts, readVisit);
    const days = found.flatMap(({ span }) => (span ? [span.edtf.split("/")[0]!] : [])).sort();
    stateSource(
      facts,
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
      const key = JSON.stringify([visit.visitor, visit.span?.edtf, visit.from.id]);
      const earlier = visit.span ? first.get(key) : undefined;
      if (earlier) facts.merge(visit.place, `visit ${visit.id}`, `the same visit as visit ${earlier.id}`);
      else first.set(key, visit);
      stateVisit(visit, earlier ?? visit, facts);
    }
  },
};

function readVisit(record: JourneyRecord): Visit | undefined {
  const { id, place } = record;
  const visitor = record.given("visitor");
  if (visitor === "") return record.reject("no visitor is named");
  const from = record.state("from", "it came from no state");
  const span = from && record.span();
  if (span === undefined) return undefined;
  return {
    id,
    visitor,
    people: readPeople(visitor),
    span,
    from: from!,
    description: record.given("description"),
    place,
  };
}

/** @param as the visit whose id is used: itself, or the one that it repeats. */
function stateVisit(visit: Visit, as: Visit, facts: Facts): void {
  const { description, span, place } = visit;
  const saying: Saying = { source, locator: `visit ${visit.id}`, place };
  const us = countryOfId("country:us")!;
  const presidents = presidentsMet(description, span);
  const reason = reasonForNone(description, presidents.length > 0);
  if (reason !== null) return facts.reject(place, `visit ${visit.id}`, reason);
  stateVisitors(visit, facts, saying);
  const gatherings = span ? gatheringsIn(description, us, span) : [];
  for (const gathering of gatherings) {
    stateVisitTo(gathering, visit, span!, { facts, saying });
    if (gatherings.length === 1) stateCityOf(gathering, { facts, saying }, citiesNamed(description), us);
  }
  const [first] = gatherings;
  if (first && as === visit && presidents.length === 0 && !tellsOfMore(description)) return;
  const names = visit.people.map(({ name }) => name).join(" and ");
  const where = ["in the United States", span?.inWords].filter(Boolean).join(", ");
  const told: Told = { facts, saying, meeting: `meeting:visit-${as.id}`, where };
  const kind = kindOf(description, presidents.length > 0);
  stateJourney(told, { name: `${names} ${where}`, span, kind, host: us, partOf: first });
  stateCities(told, description, kind, us);
  stateSides(visit, told);
  for (const president of presidents) {
    const said = inferred(saying, 0.85, "named in the description");
    facts
      .entity("Official", president.official, place)
      .sayTogether({ name: president.name, country: us.id, offices: [president.office], active: [span!.edtf] }, said);
    statePart(told, {
      ...president,
      country: us,
      capacity: president.office,
      role: "COUNTERPART",
      said,
      countrySaid: said,
      roleSaid: said,
    });
  }
}

function stateVisitors({ people, from, span, place }: Visit, facts: Facts, saying: Saying): void {
  for (const person of people)
    facts.entity("Official", idOf(person, from, span), place).sayTogether(
      {
        name: person.name,
        country: from.id,
        offices: person.title ? [person.title] : [],
        active: span ? [span.edtf] : [],
      },
      saying,
    );
}

function idOf(person: Person, from: CountryEntry, span: Span | null): string {
  return passingId(from, person, span?.edtf.slice(0, 10) ?? "");
}

function stateVisitTo(gathering: Gathering, visit: Visit, span: Span, by: Pick<Told, "facts" | "saying">): void {
  const told: Told = { ...by, meeting: gathering.id, where: `at the gathering: ${gathering.name}` };
  stateGathering(told, gathering, span, countryOfId("country:us")!);
  stateSides(visit, told);
}

function stateSides({ people, from, span }: Visit, told: Told): void {
  const { saying } = told;
  const several = people.length > 1;
  for (const [index, person] of people.entries())
    statePart(told, {
      official: idOf(person, from, span),
      name: person.name,
      country: from,
      capacity: person.title,
      role: index === 0 ? "HEAD_OF_DELEGATION" : "MEMBER",
      said: saying,
      countrySaid: saying,
      roleSaid: inferred(
        saying,
        0.8,
        several ? "of several visitors, the one named first leads" : "the one whose visit it was",
      ),
    });
  stateState(told, from, inferred(saying, 0.9, "its official visited"));
  stateState(told, countryOfId("country:us")!, inferred(saying, 0.9, "the state that was visited"), true);
}

const atTheCapital = new Set(["STATE_VISIT", "OFFICIAL_VISIT", "WORKING_VISIT"]);

function stateCities(told: Told, description: string, kind: ReadKind | null, us: CountryEntry): void {
  const named = citiesNamed(description);
  if (named.length > 0) statePlaces(told, named, us, inferred(told.saying, 0.8, "named in the description"));
  else if (kind && atTheCapital.has(kind.kind) && kind.confidence >= 0.9 && !isElsewhere(description))
    statePlaces(
      told,
      ["Washington"],
      us,
      inferred(told.saying, 0.8, "no place is named; such visits are received at the capital"),
    );
}
