/** People in the Office of the Historian's lists: names, years of birth and death, and how they came to office. */
import { readEdtf } from "../../../graph/edtf.ts";
import type { Facts, Saying } from "../../facts.ts";
import type { Origin } from "../../problems.ts";
import { child, children, textOf, type Element } from "../shared/readXml.ts";
import { table, words, worldFile } from "../../worldFile.ts";
import { pocomSources } from "./pocomSources.ts";
import { pageOfPerson } from "../shared/pages.ts";

/** A record of a person. */
export interface PersonRecord {
  id: string;
  formerIds: string[];
  name: string;
  familyName: string;
  givenName: string;
  aliases: string[];
  birth: string;
  death: string;
  career: string;
  /** The code of the state or territory of residence: `ny`; empty if unknown. */
  residence: string;
  /** Whether the record is not yet confirmed. */
  pending: boolean;
  origin: Origin;
}

/** When and in which offices a person's appointments show them. */
export interface ServiceRecord {
  offices: string[];
  spans: string[];
}

const residences = worldFile("residences.yaml", import.meta.url, table(words));

const careers: Record<string, string> = {
  "pre-1915": "BEFORE_CAREER_SERVICE",
  "non-career": "NON_CAREER",
  appointee: "NON_CAREER",
  career: "CAREER",
  fso: "CAREER",
  both: "BOTH",
};

/** The person in a file. */
export function personOf(root: Element, file: string, pending: boolean): PersonRecord {
  const parts = child(root, "persName");
  const [given, otherGiven] = split(textOf(parts && child(parts, "forename")));
  const [family, otherFamily] = split(textOf(parts && child(parts, "surname")));
  const generation = textOf(parts && child(parts, "genName"));
  const oldIds = child(root, "old-ids");
  return {
    id: textOf(child(root, "id")),
    formerIds: oldIds ? children(oldIds, "old-id").map(textOf) : [],
    name: joined(given, family, generation),
    familyName: family,
    givenName: given,
    aliases: [
      ...(parts ? children(parts, "altname").map(textOf) : []),
      ...(otherGiven ? [joined(otherGiven, family, generation)] : []),
      ...(otherFamily ? [joined(given, otherFamily, generation)] : []),
    ],
    birth: textOf(child(root, "birth")),
    death: textOf(child(root, "death")),
    career: textOf(child(root, "career-type")),
    residence: textOf(child(child(root, "residence") ?? root, "state-id")),
    pending,
    origin: { file, line: root.line },
  };
}

/** States a person; mistakes in the record are noted. */
export function statePerson(facts: Facts, person: PersonRecord, { offices, spans }: ServiceRecord): void {
  const { name, origin, familyName, givenName, birth } = person;
  const saying: Saying = {
    source: pocomSources.people,
    locator: `person ${person.id}`,
    origin,
    page: person.pending ? undefined : pageOfPerson(person.id),
    ...(person.pending && { confidence: 0.8, note: "among the records that the source has not confirmed yet" }),
  };
  for (const year of [birth, person.death]) checkYear(facts, year, person);
  const career = careers[person.career];
  if (person.career !== "" && career === undefined)
    facts.problems.add(origin, `career-type "${person.career}": expected one of ${Object.keys(careers).join(", ")}.`);
  const residence = person.residence === "" ? undefined : residences().get(person.residence);
  if (person.residence !== "" && residence === undefined)
    facts.problems.add(origin, `residence "${person.residence}" is not a known state. Add it to residences.yaml.`);
  const official = facts.entity("Official", `official:${person.id}`, origin);
  const active = [...new Set(spans)].sort();
  const identity = {
    name,
    familyName,
    givenName,
    country: "country:us",
    birth,
    offices: [...new Set(offices)].sort(),
    active,
    historianSlugs: [person.id, ...person.formerIds],
  };
  official.sayRecord(withoutEmpty(identity), saying);
  for (const alias of new Set(person.aliases)) if (alias !== name) official.say("aliases", alias, saying);
  official.say("death", person.death, saying).say("career", career, saying);
  official.say("residence", residence, { ...saying, given: person.residence });
  for (const id of person.formerIds) official.say("formerIds", `official:${id}`, saying);
}

function checkYear(facts: Facts, year: string, { origin }: PersonRecord): void {
  if (year === "") return;
  try {
    readEdtf(year);
  } catch (error) {
    facts.problems.add(origin, (error as Error).message);
  }
}

function withoutEmpty(fields: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.length > 0));
}

// "Henry A. (Heinz Alfred)" has another name in parentheses; in "(Robert) John" they only set a part off.
function split(text: string): [name: string, other: string | undefined] {
  const [, name, other] = /^([^(]+) \(([^)]+)\)$/.exec(text) ?? [];
  return name === undefined ? [text.replace(/[()]/g, ""), undefined] : [name, other];
}

function joined(...words: string[]): string {
  return words.filter((word) => word !== "").join(" ");
}
