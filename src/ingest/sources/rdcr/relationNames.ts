/** The name of an event between two states, in our own words. */
import type { CountryEntry } from "../../countries/crosswalk.ts";
import { nameInText } from "../../countries/countryNames.ts";
import { meaningOf } from "../../worldFile.ts";
import type { Entry } from "./relationEntries.ts";
import type { RelationKind } from "./relationKinds.ts";
import type { Sides } from "./relationSides.ts";
import { relationWords } from "./relationWords.ts";

const again = /re-?open|re-?establish|resumption/i;

/**
 * The name of an event.
 * @param year the year in words, or undefined.
 * @param day of the event, for names at that time; empty if unknown.
 */
export function nameOf(
  entry: Entry,
  kind: RelationKind,
  sides: Sides,
  us: CountryEntry,
  them: CountryEntry,
  year: string | undefined,
  day: string,
): string {
  const words = wordsOf(entry, kind, sides, nameInText(us), nameInText(them, day), us);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return year === undefined ? sentence : `${sentence}, ${year}`;
}

function wordsOf(
  { head, places }: Entry,
  kind: RelationKind,
  sides: Sides,
  us: string,
  them: string,
  usEntry: CountryEntry,
): string {
  const both = `${them} and ${us}`;
  const [actor, toward] = sides.actor?.id === usEntry.id ? [us, them] : [them, us];
  const of = sides.actor ? actor : both;
  const mission = meaningOf(head, relationWords().missions) ?? "mission";
  const where = sides.actor === null ? "" : ` ${placeAmong(places) ?? `in ${toward}`}`;
  const missionOf = `${mission} of ${of}${where}`;
  switch (kind) {
    case "RECOGNITION":
      if (sides.actor === null) return `mutual recognition of ${both}`;
      return `recognition of ${sides.toward ? nameInText(sides.toward) : toward} by ${actor}`;
    case "RELATIONS_OPENED":
      return `diplomatic relations of ${both} established`;
    case "RELATIONS_SEVERED":
      return `diplomatic relations of ${both} broken off${sides.actor ? ` by ${actor}` : ""}`;
    case "RELATIONS_INTERRUPTED":
      return `diplomatic relations of ${both} interrupted${sides.actor ? ` by ${actor}` : ""}`;
    case "RELATIONS_RESUMED":
      return `diplomatic relations of ${both} resumed${sides.actor ? ` by ${actor}` : ""}`;
    case "MISSION_RAISED":
      if (/Consulate General/.test(head)) return `${missionOf} raised to a consulate general`;
      if (/Minister$|Ambassadorship/.test(head)) return `representation of ${of}${where} raised in rank`;
      return `${missionOf} raised to an embassy`;
    case "MISSION_LOWERED":
      return `${missionOf} lowered in rank`;
    case "MISSION_OPENED":
      return `${missionOf} ${again.test(head) ? "opened again" : "opened"}`;
    case "MISSION_CLOSED":
      return `${missionOf} closed`;
    case "MISSION_MOVED":
      return `${mission} of ${of} to ${toward} moved${moved(head)}`;
    case "CONSULATE_OPENED":
    case "CONSULATE_CLOSED":
      if (/Consular Relations$/i.test(head)) return `consular relations of ${both} established`;
      return `${/Posts|Consulates|Agents/.test(head) ? "consulates" : "consulate"} of ${of}${consulateAt(head, places) ?? where} ${kind === "CONSULATE_OPENED" ? "opened" : "closed"}`;
    case "TREATY":
      return treaty(head, us, them);
    default:
      return change(head, both).replaceAll("{us}", us).replaceAll("{them}", them);
  }
}

function placeAmong(places: string[]): string | undefined {
  const [first] = places;
  return first === undefined || places.length > 1 ? undefined : `at ${first.replace(/\s*\(.*$/, "")}`;
}

function moved(head: string): string {
  const goal = /\b(?:to|and then) ((?:The )?[A-Z][\w’]+(?: [A-Z]\w+)*)[^A-Z]*(?:\(.*)?$/.exec(head)?.[1];
  return goal === undefined ? "" : ` to ${goal}`;
}

function consulateAt(head: string, places: string[]): string | undefined {
  const at = /\b((?:at|in) (?:the )?[A-Z][\wüö]+(?: [A-Z]\w+)?)(?: \(.*\))?$/.exec(head)?.[1];
  if (at !== undefined && !/United States|Duchy|Kingdom|Hanseatic/.test(at)) return ` ${at}`;
  if (/^(?:Port of )?[A-Z]\w+(?: \(\w+\))?$/.test(head))
    return ` at ${head.replace(/^Port of /, "").replace(/ \(.*/, "")}`;
  const named = placeAmong(places);
  return named && ` ${named}`;
}

function treaty(head: string, us: string, them: string): string {
  const subject = meaningOf(head, relationWords().subjects);
  const on = subject === undefined ? "" : ` on ${subject}`;
  if (/Accession/i.test(head)) return `accession of ${them} to a treaty${on} with ${us}`;
  const noun = meaningOf(head, relationWords().treaties) ?? "Treaty";
  return `${noun}${noun.includes(" on ") ? "" : on} of ${them} and ${us}`;
}

const longestTitle = 70;

function change(head: string, both: string): string {
  const known = meaningOf(head, relationWords().changes);
  if (known !== undefined) return known;
  return head !== "" && head.length <= longestTitle ? `${both}: ${head}` : `change in the relations of ${both}`;
}
