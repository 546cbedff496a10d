/** Claims on their way from a source to the graph and back: one form for both. */
import { createHash } from "node:crypto";
import { readEdtf } from "../graph/edtf.ts";
import { fold } from "../graph/fold.ts";

/** One thing that one source says, whatever else is said of it. */
export interface ClaimRow {
  id: string;
  /** The id under which the source's record knows the subject. */
  statedId: string;
  /** The bundles that say it in these words. */
  bundles: string[];
  predicate: string;
  valueKind: "VALUE" | "SOME_VALUE" | "NO_VALUE";
  /** The value as a text: a date in EDTF, a number, an id, JSON of a structure. */
  value: string | null;
  /** The entity that the value names, under the id that the record knows it by. */
  valueId: string | null;
  sourceId: string;
  locator: string;
  basis: string;
  confidence: number;
  given: string | null;
  note: string | null;
  asOf: string | null;
  retrieved: string | null;
  /** The rank that the bundle gives it, and why; most give none. */
  statedRank: string | null;
  statedReason: string | null;
  /** Its place among the values that the record gives to the field, from 0. */
  position: number;
  /** Position and day of reading as each of several bundles has them, in the order of `bundles`; absent for one alone. */
  readings?: string[];
}

/** How one bundle has a claim that others may make too. */
export type Reading = Pick<ClaimRow, "position" | "retrieved">;

/** What came of a claim beside all the others about its subject. */
export interface Standing {
  rank: "PREFERRED" | "NORMAL" | "DEPRECATED";
  rankReason: string | null;
  shown: boolean;
  contested: boolean;
  /** The fields about which sources differ and which show its value; null when there are none. */
  shownAgainst: string[] | null;
}

/** The predicate of a claim that says several fields, as one record gives them. */
export const recordWord = "record";

/** Digits that tell a claim's content apart: the first so many of SHA-256, in hexadecimal. */
const digits = 20;

/** The id of a claim: the same for the same words of the same record, whoever loads it and whatever became of its subject. */
export function claimId(claim: Omit<ClaimRow, "id">): string {
  const { bundles: _, retrieved: __, position: ___, readings: ____, ...said } = claim;
  return `claim:${digestOf(Object.values(said).join("\u0000"))}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** The digest of what one bundle states of one entity. The day of reading isn't part of what is said. */
export function digestOfClaims(claims: ClaimRow[]): string {
  return digestOf(
    claims
      .map(({ id, position }) => `${id} ${position}`)
      .sort()
      .join(),
  );
}

/** The properties of the node of a claim. @param canonical leads from an id that a record knows to the entity's own. */
export function propertiesOfClaim(
  claim: ClaimRow,
  subjectId: string,
  standing: Standing,
  canonical: (id: string) => string,
): Record<string, unknown> {
  const { statedId, valueId, position, asOf, retrieved, id: _, ...kept } = claim;
  return withoutNulls({
    ...kept,
    ...standing,
    ...daysOf("asOf", asOf),
    ...daysOf("retrieved", retrieved),
    fields: fieldsOfClaim(claim),
    subjectId,
    statedId: statedId === subjectId ? null : statedId,
    valueEntityId: valueId === null ? null : canonical(valueId),
    position: position === 0 ? null : position,
    sortKey: claimSortKey(claim),
  });
}

/** The fields that a claim says. */
export function fieldsOfClaim({ predicate, value }: Pick<ClaimRow, "predicate" | "value">): string[] {
  return predicate === recordWord ? Object.keys(JSON.parse(value!) as object) : [predicate];
}

/** The claim that a node holds, as it was stated. */
export function claimOfProperties(properties: Record<string, unknown>): ClaimRow {
  const text = (name: string): string | null => (properties[name] as string | undefined) ?? null;
  const needed = (name: string): string => properties[name] as string;
  return {
    id: needed("id"),
    statedId: text("statedId") ?? needed("subjectId"),
    bundles: properties.bundles as string[],
    predicate: needed("predicate"),
    valueKind: needed("valueKind") as ClaimRow["valueKind"],
    value: text("value"),
    // A claim's value names an entity by the id that the record knows; the node's own leads to the entity.
    valueId: properties.valueEntityId === undefined ? null : text("value"),
    sourceId: needed("sourceId"),
    locator: needed("locator"),
    basis: needed("basis"),
    confidence: properties.confidence as number,
    given: text("given"),
    note: text("note"),
    asOf: text("asOf"),
    retrieved: text("retrieved"),
    statedRank: text("statedRank"),
    statedReason: text("statedReason"),
    position: (properties.position as number | undefined) ?? 0,
    ...(properties.readings !== undefined && { readings: properties.readings as string[] }),
  };
}

/** How a bundle has a claim that the graph holds. */
export function readingOf({ bundles, readings, position, retrieved }: ClaimRow, bundle: string): Reading {
  const own = readings?.[bundles.indexOf(bundle)];
  if (own === undefined) return { position, retrieved };
  const space = own.indexOf(" ");
  return { position: Number(own.slice(0, space)), retrieved: own.slice(space + 1) || null };
}

/** A reading as the graph keeps it. */
function textOfReading({ position, retrieved }: Reading): string {
  return `${position} ${retrieved ?? ""}`;
}

/** An object without the entries that are null or undefined: the graph keeps none. */
export function withoutNulls(properties: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in properties)
    if (properties[name] !== null && properties[name] !== undefined) kept[name] = properties[name];
  return kept;
}

/** A date with its first and last day, as properties. */
export function daysOf(name: string, date: string | null): Record<string, string | null> {
  if (date === null) return {};
  const { firstDay, lastDay } = readEdtf(date);
  return { [name]: date, [`${name}First`]: firstDay, [`${name}Last`]: lastDay };
}

// By field, then by the time for which it was said, then by place: paragraph 9 before 10.
function claimSortKey({ predicate, asOf, locator }: ClaimRow): string {
  const firstDay = asOf === null ? "" : (readEdtf(asOf).firstDay ?? "");
  return keyOf([predicate, firstDay, locator.replace(/\d+/g, (each) => each.padStart(6, "0"))].join(" "));
}

// An index takes keys of some 8,000 bytes together; what differs only after this is told apart by id.
const longestKey = 200;

/** A text as lists sort by it: lower case, without accents, not too long for an index. */
export function keyOf(text: string): string {
  return fold(text).slice(0, longestKey);
}

/** Adds a claim as one bundle has it. Of several, the first in the order of their names gives the place, the earliest the day. */
export function joinReading(claims: Map<string, ClaimRow>, claim: ClaimRow, bundle: string, reading: Reading): void {
  const same = claims.get(claim.id);
  if (!same) {
    const { readings: _, ...alone } = claim;
    claims.set(claim.id, { ...alone, ...reading, bundles: [bundle] });
    return;
  }
  same.readings = [...(same.readings ?? [textOfReading(same)]), textOfReading(reading)];
  same.bundles = [...same.bundles, bundle];
  const { retrieved } = reading;
  if (retrieved !== null && (same.retrieved === null || retrieved < same.retrieved)) same.retrieved = retrieved;
}
