/**
 * Third stage: settles all claims about one entity. The best claim of each field is shown, the others are
 * kept, and incompatible ones are marked as contested. The result depends only on the claims.
 */
import type { EntityType } from "../../graph/model/declarations.ts";
import { daysOf, recordWord, keyOf, withoutNulls, type ClaimRow, type Standing } from "../claims.ts";
import { fieldsOf, isDated, valueOfText, type StatedField } from "../fields.ts";
import { heldOf } from "./heldDays.ts";
import { better, disputes, policyFor, reasonAgainst, type Candidate, type Criterion } from "./policy.ts";
import { compare } from "../../graph/arrays.ts";
import { isEdtf } from "../../graph/edtf.ts";
import { wordsOf } from "../../graph/fold.ts";
import { bases, searchedFields, unstatedOf } from "../../graph/model/derived.ts";

/** An entity as computed from its claims. */
export interface Settled {
  /** The properties of its node, without the id and without nulls. */
  properties: Record<string, unknown>;
  edges: SettledEdge[];
  /** The outcome of each claim, by id. */
  standings: Map<string, Standing>;
}

export interface SettledEdge {
  to: string;
  type: string;
  /** The relation that it is of. */
  predicate: string;
  /** The position in an ordered relation; null otherwise. */
  sortKey: string | null;
}

/**
 * Settles the claims about an entity.
 * @param claims all claims about it, from all bundles.
 * @param canonical maps a record's id to the entity's own.
 */
export function settle(type: EntityType, id: string, claims: ClaimRow[], canonical: (id: string) => string): Settled {
  const standings = new Map<string, Standing>();
  for (const claim of claims) standings.set(claim.id, firstStanding(claim));
  const candidates = candidatesOf(type, claims, canonical);
  const properties: Record<string, unknown> = {};
  const edges: SettledEdge[] = [];
  const unnamed: Record<"SOME_VALUE" | "NO_VALUE", string[]> = { SOME_VALUE: [], NO_VALUE: [] };
  const contested: string[] = [];
  const unstated: string[] = [];
  for (const [name, given] of candidates) {
    const field = fieldsOf(type).get(name)!;
    const several = field.property ? field.property.datatype === "texts" : field.relation.many;
    const policy = policyFor(given, field, type);
    const usable = given.filter(({ claim }) => claim.statedRank !== "DEPRECATED").sort(better(policy));
    const [best] = usable;
    if (best && best.claim.valueKind !== "VALUE") unnamed[best.claim.valueKind].push(name);
    if (several) {
      const valued = usable.filter(({ claim }) => claim.valueKind === "VALUE");
      for (const { claim } of valued) shows(standings, claim);
      const values = distinct(inOrder(valued).map(({ value }) => value!));
      if (field.property && values.length > 0) properties[name] = values;
      else
        for (const [index, to] of values.entries()) {
          edges.push(edgeOf(field, to, index));
          unstated.push(...unstatedIn(usable, name, to));
        }
    } else if (best) {
      const differing = disputes(best, usable, field);
      if (differing.length > 0) contested.push(name);
      for (const each of usable) stand(standings, best, each, { differing, policy, field: name });
      if (best.claim.valueKind === "VALUE") {
        if (field.property) Object.assign(properties, propertyOfValue(field, best.value!));
        else {
          properties[`${name}Id`] = best.value;
          if (field.relation.edge !== undefined) {
            edges.push(edgeOf(field, best.value!, 0));
            unstated.push(...unstatedIn(usable, name, best.value!));
          }
        }
      }
    }
  }
  addSpellings(type, properties, candidates);
  properties.someValue = unnamed.SOME_VALUE.length > 0 ? unnamed.SOME_VALUE.sort() : null;
  properties.noValue = unnamed.NO_VALUE.length > 0 ? unnamed.NO_VALUE.sort() : null;
  properties.contested = contested.length > 0 ? contested.sort() : null;
  properties.unstated = unstated.length > 0 ? unstated.sort() : null;
  properties.sortKey = sortKeyOf(type, properties);
  Object.assign(properties, heldOf(type, properties));
  if (type.searched > 0) Object.assign(properties, searchedIn(properties));
  for (const { name, of, without } of type.partialIndexes)
    if (without.every((each) => (properties[each] ?? properties[`${each}Id`]) == null))
      properties[name] = properties[`${of}Id`];
  const others = edges.filter(({ to }) => to !== id);
  return { properties: withoutNulls(properties), edges: others, standings };
}

/** The sort key: the first day of a date, or a name without accents and case; "~" sorts missing values last. */
export function sortKeyOf(type: EntityType, properties: Record<string, unknown>): string {
  for (const name of type.order) {
    const own = properties[`${name}First`] ?? properties[name];
    const value: unknown = Array.isArray(own) ? [...(own as string[])].sort()[0] : own;
    if (typeof value === "string") return keyOf(value);
  }
  return "~";
}

/** The words of the searched fields, of each text by itself. */
function searchedIn(properties: Record<string, unknown>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(searchedFields).flatMap(([name, fields]) => {
      const texts = fields.flatMap((field) => (properties[field] ?? []) as string | string[]).map(wordsOf);
      return texts.length === 0 ? [] : [[name, texts]];
    }),
  );
}

function candidatesOf(
  type: EntityType,
  claims: ClaimRow[],
  canonical: (id: string) => string,
): Map<string, Candidate[]> {
  const fields = fieldsOf(type);
  const candidates = new Map<string, Candidate[]>();
  const add = (name: string, claim: ClaimRow, text: string | null, position: number): void => {
    const field = fields.get(name);
    // Said under an earlier model, or a date that this version refuses: the claim stays.
    if (!field || (text !== null && field.property && isDated(field.property) && !isEdtf(text))) return;
    const value = text !== null && field.relation ? canonical(text) : text;
    const candidate = { claim, value, position };
    const found = candidates.get(name);
    if (found) found.push(candidate);
    else candidates.set(name, [candidate]);
  };
  for (const claim of claims) {
    if (claim.predicate !== recordWord) add(claim.predicate, claim, claim.value, claim.position);
    else
      for (const [name, value] of Object.entries(JSON.parse(claim.value!) as Record<string, string | string[]>))
        if (Array.isArray(value)) for (const [position, each] of value.entries()) add(name, claim, each, position);
        else add(name, claim, value, 0);
  }
  return candidates;
}

function firstStanding(claim: ClaimRow): Standing {
  const rank = (claim.statedRank ?? "NORMAL") as Standing["rank"];
  return { rank, rankReason: claim.statedReason, shown: false, contested: false, shownAgainst: null };
}

function shows(standings: Map<string, Standing>, claim: ClaimRow): void {
  const standing = standings.get(claim.id)!;
  standing.shown = true;
  standing.rank = (claim.statedRank ?? "PREFERRED") as Standing["rank"];
}

/** Ranks a claim about a single-valued field beside the best. */
function stand(
  standings: Map<string, Standing>,
  best: Candidate,
  candidate: Candidate,
  { differing, policy, field }: { differing: Candidate[]; policy: Criterion[]; field: string },
): void {
  const { claim, value } = candidate;
  const standing = standings.get(claim.id)!;
  const whole = claim.predicate === recordWord;
  if (claim === best.claim) standing.shown = true;
  const same = value === best.value && claim.valueKind === best.claim.valueKind;
  if (same || whole) standing.rank = (claim.statedRank ?? "PREFERRED") as Standing["rank"];
  if (differing.length === 0) return;
  const differs = differing.some((each) => each.claim === claim);
  if (!same && !differs) return;
  standing.contested = true;
  if (claim === best.claim) standing.shownAgainst = [...new Set([...(standing.shownAgainst ?? []), field])];
  standing.rankReason ??= differs ? reasonAgainst(candidate, best, policy) : "shown; other records differ";
}

function propertyOfValue(field: StatedField, value: string): Record<string, unknown> {
  const { name, datatype } = field.property!;
  return datatype === "date" ? daysOf(name, value) : { [name]: valueOfText(field.property!, value) };
}

function edgeOf(field: StatedField, to: string, index: number): SettledEdge {
  const { edge, name, ordered } = field.relation!;
  return { to, type: edge!, predicate: name, sortKey: ordered ? String(index).padStart(6, "0") : null };
}

/** The entry of `unstated` for an edge that no claim states. */
function unstatedIn(usable: Candidate[], name: string, to: string): string[] {
  const given = usable.filter(({ value }) => value === to).map(({ claim }) => claim.basis);
  const strongest = bases.find((basis) => given.includes(basis))!;
  return strongest === "STATED" ? [] : [unstatedOf(strongest, name, to)];
}

// In the order of each record; records are ordered by claim id, not by loading.
function inOrder(candidates: Candidate[]): Candidate[] {
  return [...candidates].sort(
    (a, b) =>
      compare(a.claim.bundles[0]!, b.claim.bundles[0]!) ||
      a.position - b.position ||
      compare(a.value ?? "", b.value ?? ""),
  );
}

// A name that isn't shown is an alias. Entities named after others have a name by us, and no aliases.
function addSpellings(
  type: EntityType,
  properties: Record<string, unknown>,
  candidates: Map<string, Candidate[]>,
): void {
  const names = candidates.get("name");
  if (!names || names.length < 2 || !type.order.includes("name")) return;
  const spellings = names.flatMap(({ value, claim }) =>
    value !== null && claim.statedRank !== "DEPRECATED" ? [value] : [],
  );
  const aliases = distinct([...((properties.aliases as string[] | undefined) ?? []), ...spellings.sort()]);
  const others = aliases.filter((each) => each !== properties.name);
  properties.aliases = others.length > 0 ? others : null;
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)];
}
