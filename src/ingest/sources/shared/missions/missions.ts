/** Missions shared by several data sets, stated in one form. */
import type { MissionKind } from "../../../../entities/Mission.ts";
import { codeOf, nameInText } from "../../../countries/countryNames.ts";
import { countryOfId, type CountryEntry } from "../../../countries/crosswalk.ts";
import type { Facts, Saying, Subject } from "../../../facts.ts";
import { authored } from "../editors.ts";
import { chiefOfMission } from "../posts.ts";
import { slugOfCity, slugOfState, stateCity, type City } from "./missionPlaces.ts";

export type KindOfMission = keyof typeof MissionKind;

const nouns: Record<KindOfMission, string> = {
  EMBASSY: "Embassy",
  HIGH_COMMISSION: "High Commission",
  NUNCIATURE: "Nunciature",
  LEGATION: "Legation",
  INTERESTS_SECTION: "Interests Section",
  LIAISON_OFFICE: "Liaison Office",
  REPRESENTATIVE_OFFICE: "Representative Office",
  PERMANENT_MISSION: "Mission",
  CONSULATE_GENERAL: "Consulate General",
  CONSULATE: "Consulate",
  CONSULAR_AGENCY: "Consular Agency",
};

/** What a mission is called, by the kinds that it had: the latest last, undefined if unknown. */
export interface Naming {
  sending: CountryEntry;
  /** Where it is: a state, if the city isn't known. */
  host: CountryEntry;
  city: City | undefined;
  kinds: (KindOfMission | undefined)[];
}

/**
 * States the diplomatic mission of one state in another, with the office of its head. It is one mission, whatever
 * its kind and its seat in the course of time.
 * @param saying of a record that mentions it; only the first record of each set is kept.
 * @param title of a head, or the source's word for it.
 */
export function diplomaticMission(
  facts: Facts,
  sending: CountryEntry,
  host: CountryEntry,
  saying: Saying,
  title: string,
): Subject {
  const id = `mission:${codeOf(sending)}-${slugOfState(host)}`;
  const mission = facts.entity("Mission", id, saying.origin);
  const said = withoutWords(saying);
  mission
    .sayOnce("sendingState", sending.id, said)
    .sayOnce("hostState", host.id, said)
    .sayOnce("accreditedTo", host.id, said);
  const post = chiefOfMission(facts, sending, host, said, title);
  facts.entity("Post", post, saying.origin).sayOnce("mission", id, {
    ...said,
    basis: "INFERRED",
    confidence: 0.95,
    note: "the head of the mission in the state to which the office is accredited",
  });
  return mission;
}

/**
 * States a consulate in a city.
 * @param host the state in which the city lay then; null if there was none yet.
 */
export function consulate(
  facts: Facts,
  sending: CountryEntry,
  city: City,
  host: CountryEntry | null,
  saying: Saying,
): Subject {
  const mission = facts.entity("Mission", `mission:${codeOf(sending)}-consulate-${slugOfCity(city)}`, saying.origin);
  mission.sayOnce("sendingState", sending.id, withoutWords(saying));
  return mission.sayOnce("hostState", host?.id, withoutWords(saying));
}

/** States the city of a mission's seat, as a field of the mission or of a change of it. */
export function stateSeat(
  facts: Facts,
  subject: Subject,
  city: City,
  saying: Saying,
  field: "seat" | "missionSeat" = "seat",
): void {
  subject.sayOnce(field, stateCity(facts, city, saying), saying);
}

/** States the name of a mission and its former names, once its kinds and its seat are known. */
export function nameMission(facts: Facts, mission: Subject, naming: Naming, saying: Saying): void {
  const { sending, host, city, kinds } = naming;
  const own = authored(facts, saying);
  const kind = kinds.at(-1);
  const nameOf = (each: KindOfMission | undefined, where: string): string =>
    `${each === undefined ? "Mission" : nouns[each]} of ${nameInText(sending)} in ${where}`;
  const [state, where] = [nameInText(host), city?.name ?? nameInText(host)];
  const name = nameOf(kind, where);
  // Another source may know the kind, or the city.
  const confidence = kind === undefined ? 0.8 : city === undefined ? 0.9 : 1;
  mission.sayOnce("name", name, { ...own, confidence });
  const earlier = kinds.flatMap((each) => (each === undefined ? [] : nameOf(each, where)));
  const american = sending === countryOfId("country:us") && kind ? [`U.S. ${nouns[kind]} in ${where}`] : [];
  for (const alias of new Set([...earlier, nameOf(kind, state), ...american]))
    if (alias !== name) mission.sayOnce("aliases", alias, own);
}

/** A body with missions to it. */
export interface BodyWithMissions {
  slug: string;
  /** Its id. */
  organization: string;
  /** Its name in a sentence: `the United Nations`. */
  inText: string;
  /** The city of its own seat, which its missions share. */
  seat: City | undefined;
}

/** States the mission of a state to an international body. @param post the office of its head, already stated. */
export function missionToOrganization(
  facts: Facts,
  sending: CountryEntry,
  { slug, organization, inText, seat }: BodyWithMissions,
  post: string,
  saying: Saying,
): void {
  const id = `mission:${codeOf(sending)}-to-${slug}`;
  if (facts.has(id)) return;
  const said = withoutWords(saying);
  const own = authored(facts, saying);
  const mission = facts
    .entity("Mission", id, saying.origin)
    .say("name", `${nouns.PERMANENT_MISSION} of ${nameInText(sending)} to ${inText}`, own)
    .say("kind", "PERMANENT_MISSION", said)
    .say("sendingState", sending.id, said)
    .say("accreditedToOrganization", organization, said);
  facts.entity("Post", post, saying.origin).say("mission", id, said);
  if (!seat) return;
  const known: Saying = { ...said, basis: "INFERRED", confidence: 0.8, note: "where the body has its seat today" };
  stateSeat(facts, mission, seat, known);
  if (seat.country !== sending) mission.say("hostState", seat.country.id, known);
}

function withoutWords({ given: _given, asOf: _asOf, ...saying }: Saying): Saying {
  return saying;
}
