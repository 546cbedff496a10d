/** The borders, sectors and bodies in the counts of encounters. */
import * as z from "zod";
import { authored } from "../shared/editors.ts";
import type { Facts, Saying } from "../../facts.ts";
import { slugOf } from "../../slug.ts";
import { table, words, worldFile } from "../../worldFile.ts";
import type { Observation } from "./encounterFlow.ts";

export type Where = NonNullable<Observation["where"]>;

const known = worldFile(
  "encounterPlaces.yaml",
  import.meta.url,
  z.strictObject({
    borders: table(
      z.strictObject({
        id: words,
        name: words,
        kind: z.enum(["BORDER", "REGION"]),
        words,
        countries: z.array(words),
      }),
    ),
    components: table(z.strictObject({ slug: words, name: words, nameInText: words })),
  }),
);

/** The regions of the Border Patrol, by the words of the workbook. */
export function regions(): string[] {
  return [...known().borders.keys()];
}

export const southwest = "Southwest Land Border";

/**
 * States a region of the border.
 * @param region one of `regions`.
 * @param saying of the record that names it; only its first record is kept.
 */
export function borderNamed(facts: Facts, region: string, saying: Saying, { isNamed = true } = {}): Where {
  const { id, name, kind, words: inWords, countries } = borderOf(region);
  if (!facts.has(id)) {
    const read: Saying = {
      ...saying,
      ...(isNamed && { given: region }),
      basis: "INFERRED",
      confidence: 0.95,
      note: isNamed
        ? "the source names the border by its side of the United States, and not the neighbour"
        : "the file counts encounters at the southwest land border, by its publisher; no row names the border",
    };
    const place = facts.entity("Place", id, saying.origin);
    place.say("name", name, authored(facts, saying)).say("kind", kind, read);
    if (isNamed) place.say("aliases", region, read);
    for (const country of countries) place.say("countries", country, read);
  }
  return { id, slug: slugOf(region), words: inWords, countries };
}

/**
 * States a sector of the Border Patrol.
 * @param sector its name in the workbook: `Del Rio, TX`.
 * @param region where the workbook counts it, on this row or another; undefined if unknown.
 * @param saying of the record that names it; only its first record is kept.
 */
export function sectorNamed(facts: Facts, sector: string, region: string | undefined, saying: Saying): Where {
  const [name, state] = sector.split(/,\s*/);
  const id = sectorId(sector);
  if (!facts.has(id)) {
    const known: Saying = { ...saying, basis: "INFERRED", confidence: 0.95, note: "a sector of the Border Patrol" };
    facts
      .entity("Place", id, saying.origin)
      .say("name", `${name} Sector${state ? `, ${state}` : ""}`, authored(facts, saying))
      .say("aliases", sector, saying)
      .say("kind", "SECTOR", saying)
      .say("countries", "country:us", known);
  }
  const countries = region === undefined ? [] : borderOf(region).countries;
  return { id, slug: `${slugOf(sector)}-sector`, words: `${name} Sector`, countries };
}

/** States the region of a sector. @param saying of a record with both. */
export function sectorLiesIn(facts: Facts, sector: string, region: string, saying: Saying): void {
  const border = borderNamed(facts, region, saying);
  sectorNamed(facts, sector, region, saying);
  facts.entity("Place", sectorId(sector), saying.origin).say("partOf", border.id, { ...saying, given: region });
}

function borderOf(region: string) {
  return known().borders.get(region)!;
}

function sectorId(sector: string): string {
  return `place:${slugOf(sector)}-sector`;
}

const homelandSecurity = "organization:us-department-of-homeland-security";
const customs = "organization:us-customs-and-border-protection";

/** The counting bodies, by the words of the table. */
export function componentNames(): string[] {
  return [...known().components.keys()];
}

export const borderPatrol = "U.S. Border Patrol";

/**
 * States a counting body, and those it is part of.
 * @param component one of `componentNames`.
 * @param saying of the record that names it; only its first record is kept.
 */
export function componentNamed(facts: Facts, component: string, saying: Saying): Observation["agency"] {
  const { slug, name, nameInText } = known().components.get(component)!;
  const agency = { id: `organization:${slug}`, slug, nameInText };
  if (facts.has(agency.id)) return agency;
  stateBody(facts, homelandSecurity, "Department of Homeland Security", "MINISTRY", saying);
  const body = stateBody(facts, customs, "Customs and Border Protection", "AGENCY", saying);
  body.sayOnce("partOf", homelandSecurity, published(saying));
  stateBody(facts, agency.id, name, "AGENCY", saying).say("partOf", customs, published(saying));
  return agency;
}

/** States the bodies that publish the counts, and gives their ids. */
export function publishers(facts: Facts, saying: Saying): { homelandSecurity: string; customs: string } {
  componentNamed(facts, borderPatrol, saying);
  return { homelandSecurity, customs };
}

function stateBody(facts: Facts, id: string, name: string, kind: string, saying: Saying) {
  return facts
    .entity("Organization", id, saying.origin)
    .sayOnce("name", name, authored(facts, saying))
    .sayOnce("kind", kind, published(saying))
    .sayOnce("country", "country:us", published(saying));
}

function published(saying: Saying): Saying {
  return {
    ...saying,
    given: undefined,
    basis: "INFERRED",
    confidence: 0.95,
    note: "the components that the department publishes its counts for",
  };
}
