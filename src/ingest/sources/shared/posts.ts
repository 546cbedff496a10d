/** Offices shared by several data sets, stated in one form. */
import { codeOf, nameInText } from "../../countries/countryNames.ts";
import type { CountryEntry } from "../../countries/crosswalk.ts";
import { authored } from "./editors.ts";
import type { Facts, Saying, Subject } from "../../facts.ts";

/** The offices at the head of a state, by kind. */
export type OfficeOfState = "CHIEF_OF_STATE" | "HEAD_OF_GOVERNMENT" | "DEPUTY";

const unitedStates = "country:us";
const departmentOfState = "organization:us-department-of-state";

/** States with several chiefs of state at a time: a presidency of three, two co-princes, two captains regent. */
const seatsOfChiefs: Record<string, number> = { "country:ba": 3, "country:ad": 2, "country:sm": 2 };

/** States where one president is chief of state and head of government. */
const underOnePresident = ["country:us", "country:mx"];

/** Each office: the end of its id, and its name. */
const offices: Record<OfficeOfState | "PRESIDENT", { slug: string; words: string }> = {
  CHIEF_OF_STATE: { slug: "chief-of-state", words: "Chief of state" },
  HEAD_OF_GOVERNMENT: { slug: "head-of-government", words: "Head of government" },
  DEPUTY: { slug: "vice-president", words: "Vice President" },
  PRESIDENT: { slug: "president", words: "President" },
};

/**
 * States the office of a chief of mission. Its name uses "ambassador" once a holder has been one.
 * @param saying of a record that mentions it; only the first record is kept.
 * @param title of a holder, or the source's word for it.
 * @returns its id: `post:us-ambassador-to-mx`.
 */
export function chiefOfMission(
  facts: Facts,
  sending: CountryEntry,
  receiving: CountryEntry,
  saying: Saying,
  title: string,
): string {
  const id = `post:${codeOf(sending)}-ambassador-to-${codeOf(receiving)}`;
  const between = `of ${nameInText(sending)} to ${nameInText(receiving)}`;
  if (!facts.has(id)) {
    const post = newPost(facts, id, `Chief of mission ${between}`, sending.id, saying)
      .say("kind", "CHIEF_OF_MISSION", kindOfOffice(saying))
      .say("seats", 1, authored(facts, saying))
      .say("accreditedTo", receiving.id, shown(saying));
    if (sending.id === unitedStates) post.say("organization", usDepartmentOfState(facts, saying), shown(saying));
  }
  if (/^ambassador/i.test(title))
    facts.entity("Post", id, saying.origin).sayOnce("aliases", `Ambassador ${between}`, authored(facts, saying));
  return id;
}

/**
 * States an office at the head of a state. In the United States and in Mexico one president holds the first two kinds.
 * @param saying of a record that mentions it; only the first record is kept.
 * @returns its id: `post:fr-head-of-government`, `post:mx-president`.
 */
export function officeOfState(facts: Facts, kind: OfficeOfState, country: CountryEntry, saying: Saying): string {
  const oneOffice = kind !== "DEPUTY" && underOnePresident.includes(country.id);
  const { slug, words } = offices[oneOffice ? "PRESIDENT" : kind];
  const id = `post:${codeOf(country)}-${slug}`;
  if (facts.has(id)) return id;
  const post = newPost(facts, id, `${words} of ${nameInText(country)}`, country.id, saying);
  post.say("kind", oneOffice ? "CHIEF_OF_STATE" : kind, kindOfOffice(saying));
  const seats = kind === "CHIEF_OF_STATE" ? (seatsOfChiefs[country.id] ?? 1) : 1;
  if (kind !== "DEPUTY" || country.id === unitedStates) post.say("seats", seats, authored(facts, saying));
  if (underOnePresident.includes(country.id))
    post.say("organization", government(facts, country, saying), ofState(saying));
  return id;
}

/**
 * States a senior office of the Department of State at home; its secretary is a minister.
 * @param position its name in the id: `secretary-of-state`, `counselor`.
 * @param name in the words of the Department.
 * @param saying of a record that mentions it; only the first record is kept.
 * @param where some of them were in bodies outside the Department, which are not stated.
 * @returns its id: `post:us-secretary-of-state`.
 */
export function officeOfDepartment(
  facts: Facts,
  position: string,
  name: string,
  saying: Saying,
  where: "in the Department" | "elsewhere" = "in the Department",
): string {
  const id = `post:us-${position}`;
  if (facts.has(id)) return id;
  const kind = position === "secretary-of-state" ? "MINISTER" : "PRINCIPAL_OFFICER";
  const post = newPost(facts, id, name, unitedStates, saying).say("kind", kind, kindOfOffice(saying));
  if (kind === "MINISTER") post.say("seats", 1, authored(facts, saying));
  if (where === "in the Department") post.say("organization", usDepartmentOfState(facts, saying), shown(saying));
  return id;
}

/** States the office of Secretary of State of the United States, and gives its id. */
export function secretaryOfState(facts: Facts, saying: Saying): string {
  return officeOfDepartment(facts, "secretary-of-state", "Secretary of State", saying);
}

/**
 * States the office of the United States' chief of mission to an international body.
 * @param position its name in the id: `nato`.
 * @param body the organization, which the caller states.
 * @param saying of a record that mentions it; only the first record is kept.
 * @returns its id: `post:us-nato`.
 */
export function chiefOfMissionToBody(
  facts: Facts,
  position: string,
  body: { id: string; nameInText: string },
  saying: Saying,
): string {
  const id = `post:us-${position}`;
  if (facts.has(id)) return id;
  newPost(facts, id, `Chief of mission of the United States to ${body.nameInText}`, unitedStates, saying)
    .say("kind", "CHIEF_OF_MISSION", kindOfOffice(saying))
    .say("seats", 1, authored(facts, saying))
    .say("accreditedToOrganization", body.id, shown(saying))
    .say("organization", usDepartmentOfState(facts, saying), shown(saying));
  return id;
}

/** States the Department of State of the United States, and gives its id. */
export function usDepartmentOfState(facts: Facts, saying: Saying): string {
  if (facts.has(departmentOfState)) return departmentOfState;
  facts
    .entity("Organization", departmentOfState, saying.origin)
    .say("name", "Department of State", authored(facts, saying))
    .say("kind", "MINISTRY", authored(facts, saying))
    .say("country", unitedStates, authored(facts, saying));
  return departmentOfState;
}

function newPost(facts: Facts, id: string, name: string, country: string, saying: Saying): Subject {
  return facts
    .entity("Post", id, saying.origin)
    .say("name", name, authored(facts, saying))
    .say("country", country, shown(saying));
}

function government(facts: Facts, country: CountryEntry, saying: Saying): string {
  const id = `organization:${codeOf(country)}-government`;
  if (facts.has(id)) return id;
  facts
    .entity("Organization", id, saying.origin)
    .say("name", `Government of ${nameInText(country)}`, authored(facts, saying))
    .say("kind", "GOVERNMENT", ofState(saying))
    .say("country", country.id, shown(saying));
  return id;
}

// The record's words are about a person or a date, not about the office.
function shown({ given: _given, asOf: _asOf, ...saying }: Saying): Saying {
  return saying;
}

function kindOfOffice(saying: Saying): Saying {
  return {
    ...shown(saying),
    basis: "INFERRED",
    confidence: 0.95,
    note: "the kind of the office that the record names",
  };
}

function ofState(saying: Saying): Saying {
  return { ...shown(saying), basis: "INFERRED", confidence: 0.9, note: "the office is the state's" };
}
