/**
 * Third stage: settles all claims about one entity. The best claim of each field is shown, the others are
 * kept, and incompatible ones are marked as contested. The result depends only on the claims.
 */
import { readEdtf } from "../graph/edtf.ts";
import { fold } from "../graph/fold.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { daysOf, recordWord, keyOf, withoutNulls, type ClaimRow, type Standing } from "./claims.ts";
import { fieldsOf, valueOfText, type StatedField } from "./fields.ts";
import { heldOf } from "./heldDays.ts";
import { compare } from "../graph/arrays.ts";

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

/** One value that a claim gives to one field. */
interface Candidate {
  claim: ClaimRow;
  /** As in the claims; an id is already the entity's own. */
  value: string | null;
  /** The position among the field's values in the record, from 0. */
  position: number;
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
      else for (const [index, to] of values.entries()) edges.push(edgeOf(field, to, index));
    } else if (best) {
      const differing = disputes(best, usable, field);
      if (differing.length > 0) contested.push(name);
      for (const each of usable) stand(standings, best, each, { differing, policy, field: name });
      if (best.claim.valueKind === "VALUE") {
        if (field.property) Object.assign(properties, propertyOfValue(field, best.value!));
        else {
          properties[`${name}Id`] = best.value;
          if (field.relation.edge !== undefined) edges.push(edgeOf(field, best.value!, 0));
        }
      }
    }
  }
  addSpellings(type, properties, candidates);
  properties.someValue = unnamed.SOME_VALUE.length > 0 ? unnamed.SOME_VALUE.sort() : null;
  properties.noValue = unnamed.NO_VALUE.length > 0 ? unnamed.NO_VALUE.sort() : null;
  properties.contested = contested.length > 0 ? contested.sort() : null;
  properties.sortKey = sortKeyOf(type, properties);
  Object.assign(properties, heldOf(type, properties));
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

function candidatesOf(
  type: EntityType,
  claims: ClaimRow[],
  canonical: (id: string) => string,
): Map<string, Candidate[]> {
  const fields = fieldsOf(type);
  const candidates = new Map<string, Candidate[]>();
  const add = (name: string, claim: ClaimRow, text: string | null, position: number): void => {
    const field = fields.get(name);
    if (!field) return; // said under an earlier model; the claim stays
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

const ranks = ["PREFERRED", null, "NORMAL"];
const bases = ["STATED", "REFERENCE", "INFERRED", "AUTHORED"];
// An editor chose our own wording, knowing the others.
const basesOfWordings = ["AUTHORED", "STATED", "REFERENCE", "INFERRED"];

/** One step of the policy. */
interface Criterion {
  /** Less than zero if `a` is better. */
  compare: (a: Candidate, b: Candidate) => number;
  /** Why `other` isn't shown, if this decided. */
  why: (other: Candidate, best: Candidate) => string;
}

/**
 * The policy: higher rank in the bundle; then the more exact of two compatible dates; then, of people, the fuller name; then stated before
 * inferred before authored; then higher confidence; then more records; then, of a time with an extent, the
 * longer; then the order within the record; then the value itself, so that loading order never matters.
 */
function policyFor(all: Candidate[], field: StatedField, type: EntityType): Criterion[] {
  const support = supportOf(all);
  const wider = widerDates(all, field);
  const shorter = type.fullestName && field.property?.name === "name" ? partsOfNames(all) : new Set<Candidate>();
  const order = field.property?.wording ? basesOfWordings : bases;
  const rank = ({ claim }: Candidate): number => ranks.indexOf(claim.statedRank);
  const basis = ({ claim }: Candidate): number => order.indexOf(claim.basis);
  return [
    { compare: (a, b) => rank(a) - rank(b), why: () => "the bundle ranks another one higher" },
    { compare: (a, b) => Number(wider.has(a)) - Number(wider.has(b)), why: () => "less exact than the one shown" },
    { compare: (a, b) => Number(shorter.has(a)) - Number(shorter.has(b)), why: () => "a part of the one shown" },
    {
      compare: (a, b) => basis(a) - basis(b),
      why: (a, b) => `${a.claim.basis.toLowerCase()}; the one shown is ${b.claim.basis.toLowerCase()}`,
    },
    {
      compare: (a, b) => b.claim.confidence - a.claim.confidence,
      why: (a, b) => `less sure (${a.claim.confidence}) than the one shown (${b.claim.confidence})`,
    },
    {
      compare: (a, b) => support(b) - support(a),
      why: (a, b) => `given by ${support(a)} of the records; the one shown is given by ${support(b)}`,
    },
    {
      compare: (a, b) => (field.property?.extent ? lengthOf(b) - lengthOf(a) : 0),
      why: () => "a shorter time than the one shown",
    },
    { compare: (a, b) => a.position - b.position, why: () => "given after the one shown, in its record" },
    {
      compare: (a, b) => compare(a.value ?? "", b.value ?? "") || compare(a.claim.id, b.claim.id),
      why: () => "nothing speaks for one of them; the one shown is the first in order",
    },
  ];
}

function better(policy: Criterion[]): (a: Candidate, b: Candidate) => number {
  return (a, b) => {
    for (const { compare: by } of policy) {
      const decided = by(a, b);
      if (decided !== 0) return decided;
    }
    return 0;
  };
}

function supportOf(all: Candidate[]): (candidate: Candidate) => number {
  if (all.length < 3) return () => 1;
  const records = new Map<string | null, Set<string>>();
  for (const { value, claim } of all) {
    const found = records.get(value) ?? new Set();
    records.set(value, found.add(`${claim.sourceId} ${claim.locator}`));
  }
  return ({ value }) => records.get(value)!.size;
}

function lengthOf({ value }: Candidate): number {
  if (value === null) return 0;
  const { firstDay, lastDay } = readEdtf(value);
  return firstDay === null || lastDay === null ? 0 : Date.parse(lastDay) - Date.parse(firstDay);
}

/** Dates that contain a more exact one: 1822, when another claim says 1822-12-12. */
function widerDates(all: Candidate[], field: StatedField): Set<Candidate> {
  if (field.property?.datatype !== "date" || all.length < 2) return new Set();
  const dates = all.filter(({ value, claim }) => value !== null && claim.statedRank !== "DEPRECATED");
  return new Set(
    dates.filter((wider) =>
      dates.some(
        ({ value }) =>
          value !== wider.value &&
          holds(wider.value!, value!) &&
          !holds(value!, wider.value!) &&
          // Of two extents, one isn't the other said less exactly.
          !(field.property!.extent && wider.value!.includes("/")),
      ),
    ),
  );
}

/** Names of which another has all words: "Tito", when another claim says "Josip Broz Tito". */
function partsOfNames(all: Candidate[]): Set<Candidate> {
  const wordsOf = ({ value }: Candidate): string[] =>
    fold(value ?? "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== "");
  const names = all
    .filter(({ value, claim }) => value !== null && claim.statedRank !== "DEPRECATED")
    .map((each) => [each, new Set(wordsOf(each))] as const);
  return new Set(
    names.flatMap(([each, words]) =>
      names.some(([, other]) => other.size > words.size && [...words].every((word) => other.has(word))) ? [each] : [],
    ),
  );
}

function holds(wider: string, narrower: string): boolean {
  const [a, b] = [readEdtf(wider), readEdtf(narrower)];
  return (a.firstDay ?? "") <= (b.firstDay ?? "") && (a.lastDay ?? "~") >= (b.lastDay ?? "~");
}

function meet(one: string, other: string): boolean {
  const [a, b] = [readEdtf(one), readEdtf(other)];
  return (a.firstDay ?? "") <= (b.lastDay ?? "~") && (b.firstDay ?? "") <= (a.lastDay ?? "~");
}

/** The candidates whose value is incompatible with the best one. */
function disputes(best: Candidate, usable: Candidate[], field: StatedField): Candidate[] {
  if (field.property?.wording === true || usable.length < 2) return [];
  return usable.filter((each) => {
    if (each.claim.asOf !== best.claim.asOf) return false; // said for another time
    if (each.claim.valueKind !== "VALUE" || best.claim.valueKind !== "VALUE")
      return each.claim.valueKind !== best.claim.valueKind && [each, best].some(isNone);
    if (each.value === best.value) return false;
    if (field.property?.extent) return !meet(each.value!, best.value!);
    if (field.property?.datatype === "date")
      return !holds(each.value!, best.value!) && !holds(best.value!, each.value!);
    if (field.property?.datatype === "text") return fold(each.value!) !== fold(best.value!);
    return true;
  });
}

function isNone({ claim }: Candidate): boolean {
  return claim.valueKind === "NO_VALUE";
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

/** Why a candidate isn't shown: what decided. */
function reasonAgainst(other: Candidate, best: Candidate, policy: Criterion[]): string {
  return policy.find(({ compare: by }) => by(other, best) !== 0)!.why(other, best);
}

function propertyOfValue(field: StatedField, value: string): Record<string, unknown> {
  const { name, datatype } = field.property!;
  return datatype === "date" ? daysOf(name, value) : { [name]: valueOfText(field.property!, value) };
}

function edgeOf(field: StatedField, to: string, index: number): SettledEdge {
  const { edge, name, ordered } = field.relation!;
  return { to, type: edge!, predicate: name, sortKey: ordered ? String(index).padStart(6, "0") : null };
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
