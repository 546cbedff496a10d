/** What entries of the guide tell of missions: the kind after a change, and the city. */
import * as z from "zod";
import type { CountryEntry } from "../../countries/crosswalk.ts";
import { meaningOf, meanings, words, worldFile } from "../../worldFile.ts";
import { cityOf, cityWords, type City } from "../shared/missions/missionPlaces.ts";
import type { KindOfMission } from "../shared/missions/missions.ts";
import type { Entry } from "./relationEntries.ts";
import type { RelationKind } from "./relationKinds.ts";
import { sentencesOf } from "./writtenDays.ts";

const known = worldFile(
  "missionWords.yaml",
  import.meta.url,
  z.strictObject({ kinds: meanings("i"), lowered: meanings("i"), mission: words, city: words }),
);

/** Whether a sentence names a mission. */
export function namesMission(sentence: string): boolean {
  return new RegExp(known().mission).test(sentence);
}

/** The kind of a mission after a change; undefined where the entry doesn't tell, or it was closed. */
export function kindAfter({ head, text }: Entry, kind: RelationKind): KindOfMission | undefined {
  if (kind === "MISSION_CLOSED" || kind === "MISSION_MOVED") return undefined;
  if (kind === "MISSION_LOWERED") return meaningOf(text, known().lowered) as KindOfMission | undefined;
  return meaningOf(head, known().kinds) as KindOfMission | undefined;
}

/** The kind of the mission that a heading names. */
export function kindNamed({ head }: Entry): KindOfMission | undefined {
  return meaningOf(head, known().kinds) as KindOfMission | undefined;
}

/** A city, and the words that name it. */
export interface NamedCity {
  city: City;
  given: string;
  inHead: boolean;
}

/** The city in which a mission is after a change; undefined where the entry doesn't tell. @param country in whose article it is. */
export function cityAfter(entry: Entry, kind: RelationKind, country: CountryEntry): NamedCity | undefined {
  const { head, places } = entry;
  const named = (given: string | undefined, inHead: boolean): NamedCity | undefined => {
    const city = given === undefined ? undefined : cityOf(given, country);
    // A paragraph also tells of cities elsewhere, from which a mission was led.
    const isThere = inHead || kind === "MISSION_MOVED" || country.status === "FORMER" || city?.country === country;
    return city && isThere ? { city, given: cityWords(given!), inHead } : undefined;
  };
  if (kind === "MISSION_CLOSED") return undefined;
  if (kind === "MISSION_MOVED")
    return named(lastOf(head, `(?:[Tt]o|then) (${known().city})`), true) ?? inText(entry, kind, named);
  const [place, ...others] = places;
  const ofPlace = others.length > 0 ? undefined : named(place, true);
  return (
    ofPlace ??
    named(lastOf(head, `${known().mission}.* (?:in|at) (${known().city})`), true) ??
    inText(entry, kind, named)
  );
}

/** The first city that a paragraph's first sentences name as the seat. */
function inText(
  { text }: Entry,
  kind: RelationKind,
  named: (given: string | undefined, inHead: boolean) => NamedCity | undefined,
): NamedCity | undefined {
  const patterns =
    kind === "MISSION_MOVED"
      ? [`(?:moved|relocated|transferred|returned?|[Rr]eturn)\\b[^.]*? to (?:present-day capital )?(${known().city})`]
      : [
          `${known().mission}(?: (?:was|were) (?:first |formally )?(?:re-?)?(?:established|opened))? (?:in|at) (${known().city})`,
          `(?:re-?)?(?:established|opened) ${known().mission} (?:in|at) (${known().city})`,
          `^(?:The )?(?:American |U\\.S\\. )?(?:Embassy|Legation) (${known().city})(?= (?:was|reopened|\\(now))`,
        ];
  for (const sentence of sentencesOf(text).slice(0, 2))
    for (const each of patterns) {
      const found = named(new RegExp(each, "u").exec(sentence)?.[1], false);
      if (found) return found;
    }
  return undefined;
}

/** The last match of a group in a text. */
function lastOf(text: string, pattern: string): string | undefined {
  return [...text.matchAll(new RegExp(pattern, "gu"))].at(-1)?.[1];
}
