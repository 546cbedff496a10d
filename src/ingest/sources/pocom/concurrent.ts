/** Concurrent appointments: one person accredited to several states, resident in one of them. */
import { countryOfSlug, stateOn } from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { child, children, textOf, type Element } from "../shared/readXml.ts";
import type { Residence } from "./pocomMissions.ts";
import { pocomSources } from "./pocomSources.ts";
import { pageOfPerson } from "../shared/pages.ts";

/** A record of concurrent appointments. */
export interface Concurrent {
  id: string;
  person: string;
  appointments: string[];
  residence: string;
  /** The city of the residence, by its id in the set. */
  city: string;
  origin: Origin;
}

/** The record in a file. */
export function concurrentOf(root: Element, file: string): Concurrent {
  const residence = child(root, "resident-at");
  return {
    id: textOf(child(root, "id")),
    person: textOf(child(root, "person-id")),
    appointments: children(root, "chief-id").map(textOf),
    residence: textOf(residence && child(residence, "contemporary-territory-id")),
    city: textOf(residence && child(residence, "locale-id")),
    origin: { file, line: root.line },
  };
}

/**
 * States that tenures are concurrent, and where their holder resided. A record with an unknown
 * appointment is rejected.
 * @param tenureOf the tenure of a person's appointment, by both ids, and its first date.
 * @returns the residence; undefined for a rejected record.
 */
export function stateConcurrent(
  facts: Facts,
  record: Concurrent,
  tenureOf: (appointment: string, person: string) => { id: string; day: string } | undefined,
): Residence | undefined {
  const { id, origin, residence } = record;
  const locator = `concurrent appointments ${id}`;
  const missing = record.appointments.filter((each) => tenureOf(each, record.person) === undefined);
  if (missing.length > 0) {
    facts.reject(origin, locator, `names ${missing.join(", ")}, which no list of appointments of ${record.person} has`);
    return undefined;
  }
  const resident = countryOfSlug(residence);
  if (!resident) {
    facts.problems.add(origin, `"${residence}" is not a known country. Add the slug to a country in seed/countries.`);
    return undefined;
  }
  const saying: Saying = { source: pocomSources.country, locator, origin, page: pageOfPerson(record.person) };
  const days = new Map(
    record.appointments.map((each) => tenureOf(each, record.person)!).map(({ id, day }) => [id, day]),
  );
  const tenures = [...days].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [index, [tenure, day]] of tenures.entries()) {
    const subject = facts.entity("Tenure", tenure, origin).say("residentAt", stateOn(resident, day).id, saying);
    for (const [other] of tenures.slice(index + 1)) subject.say("concurrentWith", other, saying);
  }
  const [first] = tenures;
  return {
    state: stateOn(resident, first?.[1] ?? ""),
    city: record.city,
    tenures: tenures.map(([tenure]) => tenure),
    day: [...days.values()].sort()[0] ?? "",
    said: saying,
  };
}
