/** Claims between source and graph: one form for both directions. */
import { createHash } from "node:crypto";
import { isEdtf, readEdtf } from "../graph/edtf.ts";
import { fold } from "../graph/fold.ts";

/** One thing that one source says. */
export interface ClaimRow {
  id: string;
  /** The subject's id in the source's record. */
  statedId: string;
  /** The bundles that state it in these words. */
  bundles: string[];
  predicate: string;
  valueKind: "VALUE" | "SOME_VALUE" | "NO_VALUE";
  /** The value as text: an EDTF date, a number, an id, JSON of a structure. */
  value: string | null;
  /** The entity that the value names, under the record's id. */
  valueId: string | null;
  sourceId: string;
  locator: string;
  basis: string;
  confidence: number;
  given: string | null;
  note: string | null;
  asOf: string | null;
  retrieved: string | null;
  /** The publisher's page about the record. */
  page: string | null;
  /** The file of the data set and the line: `data/mexico.xml:12`. */
  file: string | null;
  revision: string | null;
  /** The bundle's rank and reason; usually none. */
  statedRank: string | null;
  statedReason: string | null;
  /** Its position among the field's values in the record, from 0. */
  position: number;
  /** What each of several bundles says beside the claim (`Reading`), as JSON, in the order of `bundles`; absent for a single one. */
  readings?: string[];
}

/** A bundle's version of a claim that others may share. */
export type Reading = Pick<ClaimRow, "position" | "retrieved" | "given" | "page" | "file" | "revision">;

/** The outcome of a claim among all claims about its subject. */
export interface Standing {
  rank: "PREFERRED" | "NORMAL" | "DEPRECATED";
  rankReason: string | null;
  shown: boolean;
  contested: boolean;
  /** The disputed fields that show its value; null if there are none. */
  shownAgainst: string[] | null;
}

/** The predicate of a claim that states several fields of one record. */
export const recordWord = "record";

/** The length of a claim's digest: this many hexadecimal digits of SHA-256. */
const digits = 20;

/** What a claim's id doesn't depend on: when, in which order and where its record was read. */
const besideId = ["bundles", "retrieved", "position", "readings", "page", "file", "revision"];

/** The id of a claim: the same for the same words of the same record, independent of bundle and merges. */
export function claimId(claim: Omit<ClaimRow, "id">): string {
  const said = Object.entries(claim).flatMap(([name, value]) =>
    // A bundle may leave out the words of a record, since it is found by its place.
    besideId.includes(name) ? [] : [name === "given" && claim.predicate === recordWord ? null : value],
  );
  return `claim:${digestOf(said.join("\u0000"))}`;
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

/** The digest of what one bundle states about one entity. Excludes the day of reading. */
export function digestOfClaims(claims: ClaimRow[]): string {
  return digestOf(
    claims
      .map(({ id, position, page, file, revision, predicate, given }) => {
        const words = predicate === recordWord ? given : null;
        const found = [page, file, revision, words].filter((each) => each !== null);
        return [id, position, ...found].join(" ");
      })
      .sort()
      .join(),
  );
}

/** The properties of a claim's node. @param canonical maps a record's id to the entity's. */
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

/** The fields that a claim states. */
export function fieldsOfClaim({ predicate, value }: Pick<ClaimRow, "predicate" | "value">): string[] {
  return predicate === recordWord ? Object.keys(JSON.parse(value!) as object) : [predicate];
}

/** The claim of a node, as originally stated. */
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
    // A claim's value has the record's id for an entity; the node's own points to the entity.
    valueId: properties.valueEntityId === undefined ? null : text("value"),
    sourceId: needed("sourceId"),
    locator: needed("locator"),
    basis: needed("basis"),
    confidence: properties.confidence as number,
    given: text("given"),
    note: text("note"),
    asOf: text("asOf"),
    retrieved: text("retrieved"),
    page: text("page"),
    file: text("file"),
    revision: text("revision"),
    statedRank: text("statedRank"),
    statedReason: text("statedReason"),
    position: (properties.position as number | undefined) ?? 0,
    ...(properties.readings !== undefined && { readings: properties.readings as string[] }),
  };
}

/** A bundle's version of a claim in the graph. */
export function readingOf(claim: ClaimRow, bundle: string): Reading {
  const own = claim.readings?.[claim.bundles.indexOf(bundle)];
  if (own === undefined) return readingIn(claim);
  // Earlier versions kept the position and the day alone.
  const [place, day] = own.startsWith("[") ? [] : own.split(" ");
  if (place !== undefined) return { ...readingIn(claim), position: Number(place), retrieved: day || null };
  const [position, retrieved, given, page, file, revision] = JSON.parse(own) as StoredReading;
  return { position, retrieved, given, page, file, revision };
}

function readingIn({ position, retrieved, given, page, file, revision }: Reading): Reading {
  return { position, retrieved, given, page, file, revision };
}

type StoredReading = [
  position: number,
  retrieved: string | null,
  given: string | null,
  page: string | null,
  file: string | null,
  revision: string | null,
];

function textOfReading(reading: Reading): string {
  return JSON.stringify(Object.values(readingIn(reading)));
}

/** An object without null and undefined entries, which the graph can't store. */
export function withoutNulls(properties: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in properties)
    if (properties[name] !== null && properties[name] !== undefined) kept[name] = properties[name];
  return kept;
}

/** A date with its first and last day, as properties. */
export function daysOf(name: string, date: string | null): Record<string, string | null> {
  if (date === null) return {};
  // A graph of another version may have a date that this one refuses: it is kept, and means no day.
  const { firstDay, lastDay } = isEdtf(date) ? readEdtf(date) : { firstDay: null, lastDay: null };
  return { [name]: date, [`${name}First`]: firstDay, [`${name}Last`]: lastDay };
}

// By field, then by the time it is stated for, then by locator: paragraph 9 before 10.
function claimSortKey({ predicate, asOf, locator }: ClaimRow): string {
  const firstDay = asOf === null ? "" : (daysOf("asOf", asOf).asOfFirst ?? "");
  return keyOf([predicate, firstDay, locator.replace(/\d+/g, (each) => each.padStart(6, "0"))].join(" "));
}

// Index keys have at most about 8,000 bytes in total; longer texts that differ only later are sorted by id.
const longestKey = 200;

/** A text as a sort key: lower case, without accents, short enough for an index. */
export function keyOf(text: string): string {
  return fold(text).slice(0, longestKey);
}

/**
 * Adds one bundle's version of a claim. The first bundle by name gives the position, the earliest reading the day, and the
 * first that has them the words and the places.
 */
export function joinReading(claims: Map<string, ClaimRow>, claim: ClaimRow, bundle: string, reading: Reading): void {
  const same = claims.get(claim.id);
  if (!same) {
    const { readings: _, ...alone } = claim;
    claims.set(claim.id, { ...alone, ...readingIn(reading), bundles: [bundle] });
    return;
  }
  same.readings = [...(same.readings ?? [textOfReading(same)]), textOfReading(reading)];
  same.bundles = [...same.bundles, bundle];
  for (const name of ["given", "page", "file", "revision"] as const) same[name] ??= reading[name];
  const { retrieved } = reading;
  if (retrieved !== null && (same.retrieved === null || retrieved < same.retrieved)) same.retrieved = retrieved;
}
