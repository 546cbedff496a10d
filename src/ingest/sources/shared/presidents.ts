/** The presidents of the United States in the list of the Office of the Historian, with their terms. */
import * as z from "zod";
import { readEdtf } from "../../../graph/edtf.ts";
import { countryOfId } from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import { table, words, worldFile } from "../../worldFile.ts";
import { officeOfState } from "./posts.ts";
import { child, children, readXml, textOf, type Element } from "./readXml.ts";

/** One president in one term of office, or in consecutive ones. */
interface President {
  id: string;
  name: string;
  birth: string;
  death: string;
  entered: string;
  ended: string;
  saying: Saying;
}

/**
 * States each president of the list and the tenure.
 * @param source the id of the list as a source.
 * @returns the first and the last day in the list.
 */
export function readPresidents(
  file: string,
  source: string,
  facts: Facts,
): { from: string | null; until: string | null } {
  const root = readXml(file, facts.problems, "presidents");
  const days: string[] = [];
  for (const element of root ? children(root, "president") : []) {
    facts.record();
    const president = presidentOf(element, file, source, facts);
    if (!president) continue;
    statePresident(facts, president);
    days.push(president.entered, president.ended);
  }
  const sorted = days.filter((day) => day !== "").sort();
  return { from: sorted[0] ?? null, until: sorted.at(-1) ?? null };
}

function presidentOf(element: Element, file: string, source: string, facts: Facts): President | undefined {
  const origin = { file, line: element.line };
  const given = (name: string): string => textOf(child(element, name));
  const president = {
    id: given("id"),
    name: given("name"),
    birth: given("birth-year"),
    death: given("death-year"),
    entered: given("took-office-date"),
    ended: given("left-office-date"),
    saying: {
      source,
      locator: `president ${element.attributes.n ?? given("id")}`,
      origin,
    },
  };
  for (const name of ["id", "name", "took-office-date"])
    if (given(name) === "") facts.problems.add(origin, `a president has no "${name}". Add it.`);
  for (const date of [president.birth, president.death, president.entered, president.ended]) {
    if (date === "") continue;
    try {
      readEdtf(date);
    } catch (error) {
      facts.problems.add(origin, (error as Error).message);
      return undefined;
    }
  }
  return president.id === "" || president.name === "" || president.entered === "" ? undefined : president;
}

function statePresident(facts: Facts, { id, name, birth, death, entered, ended, saying }: President): void {
  const official = officialOfSlug(id);
  const active = [ended === "" ? entered : `${entered}/${ended}`];
  facts
    .entity("Official", official, saying.origin)
    .sayRecord({ name, country: "country:us", birth, offices: ["President"], active, historianSlugs: [id] }, saying)
    .say("death", death, saying);
  const post = officeOfState(facts, "CHIEF_OF_STATE", countryOfId("country:us")!, saying);
  facts
    .entity("Tenure", `tenure:us-president-${id}-${entered.slice(0, 4)}`, saying.origin)
    .sayRecord({ name: `${name}, President of the United States`, official, post }, saying)
    .say("status", "SERVED", saying)
    .say("entered", entered, saying)
    .say("ended", ended, saying);
}

const known = worldFile(
  "presidents.yaml",
  import.meta.url,
  z.strictObject({
    otherPeople: table(words),
    entries: z.array(z.strictObject({ entered: words, last: words, slug: words, name: words })),
  }),
);

/** The id of a traveller. */
export function officialOfSlug(slug: string): string {
  return `official:${known().otherPeople.get(slug) ?? slug}`;
}

/** A president of the United States in the Historian's data. */
export interface KnownPresident {
  official: string;
  name: string;
}

/** The president in office on all of some days; undefined if one followed another on them. */
export function presidentDuring(first: string, last: string): KnownPresident | undefined {
  const on = (day: string) => known().entries.findLast(({ entered }) => entered <= day);
  const [one, other] = [on(first), on(last)];
  return one !== undefined && one === other && one.entered < first
    ? { official: officialOfSlug(one.slug), name: one.name }
    : undefined;
}

/** The president with that last name in office on a day; undefined for others. */
export function presidentOn(last: string, day: string): KnownPresident | undefined {
  // On the last day of one, the next one entered office: both are possible.
  const { entries } = known();
  const index = entries.findLastIndex(({ entered }) => entered <= day);
  const found = [entries[index], entries[index]?.entered === day ? entries[index - 1] : undefined].find(
    (each) => each?.last === last,
  );
  return found && { official: officialOfSlug(found.slug), name: found.name };
}
