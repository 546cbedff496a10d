/** The data that identity matching uses, as one bundle states it for one entity. */
import type { EntityType } from "../../graph/model/declarations.ts";
import { recordWord, type ClaimRow } from "../claims.ts";

/** The fields relevant for identity, by type; `formerIds` for all. Values are lists. */
const mattering: Record<string, string[]> = {
  Official: ["name", "aliases", "familyName", "country", "birth", "offices", "active", "wikidata", "bioguide"],
  Meeting: ["date", "place", "host", "status", "partOf"],
  Participation: ["meeting", "official", "country"],
  Tenure: [
    "official",
    "post",
    "entered",
    "presentedCredentials",
    "arrived",
    "appointed",
    "ended",
    "attested",
    "status",
  ],
};

/** Our own source, for names that we gave. */
const editors = "source:entente-editors";

/** Field to values. */
export type Profile = Record<string, string[] | undefined>;

/** A profile as stored on a node, as JSON; empty for assertions irrelevant to matching. */
export function profileOf(type: EntityType, claims: ClaimRow[]): string {
  const fields = mattering[type.name] ?? [];
  const profile: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    const found = (profile[name] ??= []);
    if (!found.includes(value)) found.push(value);
  };
  for (const { predicate, value, sourceId } of claims) {
    if (value === null) continue;
    // Two ids in one source mean two things; our own assertions don't distinguish.
    if (fields.length > 0 && sourceId !== editors) add("sources", sourceId);
    if (predicate !== recordWord) {
      if (fields.includes(predicate) || predicate === "formerIds") add(predicate, value);
      continue;
    }
    if (fields.length === 0) continue;
    for (const [name, each] of Object.entries(JSON.parse(value) as Record<string, string | string[]>))
      if (fields.includes(name)) for (const one of Array.isArray(each) ? each : [each]) add(name, one);
  }
  const names = Object.keys(profile).sort();
  if (names.length === 0) return "";
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, profile[name]!.sort()])));
}

/** Parses a stored profile. */
export function readProfile(text: string): Profile {
  return text === "" ? {} : (JSON.parse(text) as Profile);
}
