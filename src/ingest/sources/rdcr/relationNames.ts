/** What an event between two states is called, in our own words. */
import type { CountryEntry } from "../shared/crosswalk.ts";
import { nameInText } from "../shared/countryNames.ts";
import type { Entry } from "./relationEntries.ts";
import type { Kind } from "./relationKinds.ts";
import type { Sides } from "./relationSides.ts";

/** Treaties by the words of their headings. */
const treatyNouns: [RegExp, string][] = [
  [/Arrangement/i, "Arrangement"],
  [/Convention/i, "Convention"],
  [/Agreement/i, "Agreement"],
  [/Compact/i, "Compact"],
  [/Article/i, "Additional article"],
  [/Most-Favored-Nation/i, "Agreement on most-favoured-nation status"],
];
const treatySubjects: [RegExp, string][] = [
  [/extradition/i, "extradition"],
  [/naturalization/i, "naturalization"],
  [/claims|indemnity/i, "claims"],
  [/droit d.aubaine|emigration/i, "taxes on emigration and inheritance"],
  [/disposition of property|disposal of property/i, "property"],
  [/consul(?!ar rights)/i, "consuls"],
  [/vessels/i, "recaptured vessels"],
  [/neutrals/i, "the rights of neutrals at sea"],
  [/boundary|limits/i, "boundaries"],
  [/reciprocity/i, "reciprocity"],
  [/free trade/i, "free trade"],
  [/tax information/i, "the exchange of tax information"],
  [/visas/i, "visas"],
  [/air transport/i, "air transport"],
  [/dues/i, "dues"],
  [/commerc|commericial/i, "commerce"],
  [/friendship|amn?ity|peace/i, "friendship"],
];

/** Missions by the words of a heading, the more special first. */
const missions: [RegExp, string][] = [
  [/Interests? Section and Liaison Office/i, "interests section and liaison office"],
  [/Interests? Section/i, "interests section"],
  [/Liaison Office/i, "liaison office"],
  [/Office of the U\.S\. Representative/i, "representative office"],
  [/Legations/i, "legations"],
  [/Legation/i, "legation"],
  [/Embass/i, "embassy"],
  [/Consulate/i, "consulate"],
];
const again = /re-?open|re-?establish|resumption/i;
const interrupted = /interrupt/i;

/** Changes of a state, and other ones, that many articles tell alike; `{them}` is the article's state. */
const changes: [RegExp, string][] = [
  [/Joins?\b.*North German/i, "Accession of {them} to the North German Confederation"],
  [/Joins?\b.*German Empire|^German Empire$/i, "Accession of {them} to the German Empire"],
  [/Proclamation of the Kingdom of Italy/i, "Kingdom of Italy proclaimed, {them} part of it"],
  [/Assassination/i, "Ambassador of {us} to {them} assassinated"],
  [/Ambassador Recalled/i, "Ambassador of {us} to {them} recalled"],
  [/Withdrawal of Ambassadors/i, "Ambassadors of {us} and {them} withdrawn"],
  [/Ambassadors Expelled/i, "Ambassadors of {us} and {them} expelled"],
  [/Ambassadorial Relations Re/i, "Ambassadors of {us} and {them} exchanged again"],
  [/Declaration of War/i, "Declaration of war by {us} on {them}"],
  [/End of Hostilities/i, "State of war of {us} and {them} ended"],
  [/Recognition .*Withdrawn/i, "Recognition of {them} by {us} withdrawn"],
  [/Expansion of Relations/i, "Relations of {us} and {them} expanded"],
  [/First Official/i, "First official act between {us} and {them}"],
  [/changed from|^Change (?:from|in)/i, "Accreditation of the envoy of {us} to {them} changed"],
  [/Special Representative/i, "Special representative of {us} to {them} appointed"],
  [/First Spanish Envoy/i, "First envoy of {them} to {us}"],
  [/Resident at/i, "Ambassador of {us} resident in {them}"],
  [/Appoint|Accredit|Installation|Presents Credentials|First U\.S\. Minister/i, "Envoy of {us} to {them} appointed"],
  [/Response to/i, "Response of {us} to the independence of {them}"],
  [/^Relations Altered/i, "Relations of {us} and {them} lowered"],
];

/**
 * The name of an event.
 * @param year the year in words, or undefined.
 */
export function nameOf(
  entry: Entry,
  kind: Kind,
  sides: Sides,
  us: CountryEntry,
  them: CountryEntry,
  year: string | undefined,
): string {
  const words = wordsOf(entry, kind, sides, nameInText(us), nameInText(them), us);
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return year === undefined ? sentence : `${sentence}, ${year}`;
}

function wordsOf(
  { head, places }: Entry,
  kind: Kind,
  sides: Sides,
  us: string,
  them: string,
  usEntry: CountryEntry,
): string {
  const both = `${them} and ${us}`;
  const [by, toward] = sides.by?.id === usEntry.id ? [us, them] : [them, us];
  const of = sides.by ? by : both;
  const mission = missions.find(([pattern]) => pattern.test(head))?.[1] ?? "mission";
  const where = sides.by === null ? "" : ` ${place(places) ?? `in ${toward}`}`;
  const missionOf = `${mission} of ${of}${where}`;
  switch (kind) {
    case "RECOGNITION":
      if (sides.by === null) return `mutual recognition of ${both}`;
      return `recognition of ${sides.toward ? nameInText(sides.toward) : toward} by ${by}`;
    case "RELATIONS_OPENED":
      return `diplomatic relations of ${both} established`;
    case "RELATIONS_SEVERED":
      return `diplomatic relations of ${both} ${interrupted.test(head) ? "interrupted" : "broken off"}${sides.by ? ` by ${by}` : ""}`;
    case "RELATIONS_RESUMED":
      return `diplomatic relations of ${both} resumed${sides.by ? ` by ${by}` : ""}`;
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

function place(places: string[]): string | undefined {
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
  const named = place(places);
  return named && ` ${named}`;
}

function treaty(head: string, us: string, them: string): string {
  const subject = treatySubjects.find(([pattern]) => pattern.test(head))?.[1];
  const on = subject === undefined ? "" : ` on ${subject}`;
  if (/Accession/i.test(head)) return `accession of ${them} to a treaty${on} with ${us}`;
  const noun = treatyNouns.find(([pattern]) => pattern.test(head))?.[1] ?? "Treaty";
  return `${noun}${noun.includes(" on ") ? "" : on} of ${them} and ${us}`;
}

const longestTitle = 70;

function change(head: string, both: string): string {
  const known = changes.find(([pattern]) => pattern.test(head))?.[1];
  if (known !== undefined) return known;
  return head !== "" && head.length <= longestTitle ? `${both}: ${head}` : `change in the relations of ${both}`;
}
