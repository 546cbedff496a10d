/** The offices in the lists: missions to countries, missions to organizations, positions at home. */
import * as z from "zod";
import { authored } from "../shared/editors.ts";
import { nameInText } from "../../countries/countryNames.ts";
import {
  countryOfId,
  countryOfSlug,
  statesDuring,
  type CountryEntry,
  type StateForTime,
} from "../../countries/crosswalk.ts";
import type { Facts, Saying } from "../../facts.ts";
import { table, words, worldFile } from "../../worldFile.ts";
import { missionToOrganization } from "../shared/missions/missions.ts";
import { cityOf } from "../shared/missions/missionPlaces.ts";
import { chiefOfMission, chiefOfMissionToBody, officeOfDepartment, secretaryOfState } from "../shared/posts.ts";
import type { Origin } from "../../problems.ts";
import { child, textOf, type Element } from "../shared/readXml.ts";
import { firstDate, type Appointment, type PocomPart } from "./appointments.ts";
import { pocomSources, sourceOf } from "./pocomSources.ts";
import { pageOfOffice } from "../shared/pages.ts";

/** A file with the holders of an office. */
export interface PocomOffice {
  id: string;
  part: PocomPart;
  /** The holder's title, in the source's words; empty for a mission to a country. */
  title: string;
  category: string;
  origin: Origin;
}

/** An office as a tenure refers to it. */
export interface PostOf {
  id: string;
  /** In the name of a tenure: `chief of mission to Mexico`. */
  words: string;
  /** Among the offices of an official: `Chief of mission to country:mx`. */
  office: string;
}

/** The bodies of the missions to organizations, by the id of the mission's file. */
const bodies = worldFile(
  "bodies.yaml",
  import.meta.url,
  table(
    z.strictObject({
      slug: words,
      name: words,
      article: z.literal("the").optional(),
      seat: z.strictObject({ city: words, country: words }),
    }),
  ),
);

/** Positions in separate bodies, and one older than the Department. */
const outsideOfDepartment = ["foreign-assistance-agencies"];
const olderThanDepartment = "secretary-of-foreign-affairs-continental-congress";

/** The office of a file: a mission to a country has only its territory's id. */
export function officeOf(root: Element, file: string, part: PocomPart): PocomOffice {
  const names = child(root, "names");
  return {
    id: textOf(child(root, part === "country" ? "territory-id" : "id")),
    part,
    title: textOf(names && child(names, "singular")),
    category: textOf(child(root, "category")),
    origin: { file, line: root.line },
  };
}

/** The states that an appointment was to, one after the other, from the words of its record; empty for other offices. */
export function receivingStates(facts: Facts, appointment: Appointment, office: PocomOffice): StateForTime[] {
  if (office.part !== "country") return [];
  const { territory, ended, note, origin } = appointment;
  const receiving = receivingState(territory, office.id);
  if (receiving) return statesDuring(receiving, firstDate(appointment), ended.date, note);
  facts.problems.add(
    origin,
    `"${territory || office.id}" is not a known country. Add the slug to a country in seed/countries.`,
  );
  return [];
}

/** States the post of an appointment. @param receiving the state, for a mission to one. @returns undefined for an unknown post, which is noted. */
export function postOf(
  facts: Facts,
  appointment: Appointment,
  office: PocomOffice,
  receiving: CountryEntry | undefined,
): PostOf | undefined {
  const saying: Saying = {
    source: sourceOf(appointment),
    locator: `${office.part === "principal" ? "position" : "mission"} ${office.id}`,
    origin: office.origin,
    page: pageOfOffice(office.id, office.part !== "principal"),
  };
  if (office.part === "country") return receiving && missionToCountry(facts, appointment, receiving, saying);
  if (office.part === "organization") return missionToBody(facts, office, saying);
  if (sourceOf(appointment) === pocomSources.secretary)
    return { id: secretaryOfState(facts, saying), words: "Secretary of State", office: "Secretary of State" };
  const elsewhere = outsideOfDepartment.includes(office.category) || office.id === olderThanDepartment;
  const id = officeOfDepartment(facts, office.id, office.title, saying, elsewhere ? "elsewhere" : "in the Department");
  return { id, words: office.title, office: office.title };
}

/** The United States, as the crosswalk has it. */
function unitedStates(): CountryEntry {
  return countryOfId("country:us")!;
}

function missionToCountry(facts: Facts, { role }: Appointment, receiving: CountryEntry, saying: Saying): PostOf {
  return {
    id: chiefOfMission(facts, unitedStates(), receiving, saying, role),
    words: `chief of mission to ${nameInText(receiving)}`,
    office: `Chief of mission to ${receiving.id}`,
  };
}

// The territory, if it is a state of the past; another present state is a typo in the record.
function receivingState(territory: string, mission: string): CountryEntry | undefined {
  const [then, today] = [countryOfSlug(territory), countryOfSlug(mission)];
  return then?.status === "PRESENT" && today?.status === "PRESENT" ? today : (then ?? today);
}

function missionToBody(facts: Facts, { id, origin }: PocomOffice, saying: Saying): PostOf | undefined {
  const body = bodies().get(id);
  if (!body) {
    facts.problems.add(
      origin,
      `"${id}" is not a mission to a known body. Known bodies are ${[...bodies().keys()].join(", ")}.`,
    );
    return undefined;
  }
  const { slug, name, article, seat } = body;
  const organization = `organization:${slug}`;
  facts
    .entity("Organization", organization, origin)
    .sayOnce("name", name, authored(facts, saying))
    .sayOnce("kind", "INTERNATIONAL", saying);
  const inText = article ? `${article} ${name}` : name;
  const post = chiefOfMissionToBody(facts, id, { id: organization, nameInText: inText }, saying);
  const country = countryOfId(seat.country)!;
  missionToOrganization(
    facts,
    unitedStates(),
    { slug, organization, inText, seat: cityOf(seat.city, country) },
    post,
    saying,
  );
  return {
    id: post,
    words: `chief of mission to ${inText}`,
    office: `Chief of mission to ${organization}`,
  };
}
