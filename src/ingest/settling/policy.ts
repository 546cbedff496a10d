/** Which of several values of one field is shown, why the others aren't, and which of them contradict it. */
import { compare } from "../../graph/arrays.ts";
import { contains, overlap, readEdtf } from "../../graph/edtf.ts";
import { fold } from "../../graph/fold.ts";
import { bases } from "../../graph/model/derived.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import type { ClaimRow } from "../claims.ts";
import type { StatedField } from "../fields.ts";

/** One value that a claim gives to one field. */
export interface Candidate {
  claim: ClaimRow;
  /** As in the claims; an id is already the entity's own. */
  value: string | null;
  /** The position among the field's values in the record, from 0. */
  position: number;
}

const ranks = ["PREFERRED", null, "NORMAL"];
// An editor chose our own wording, knowing the others.
const basesOfWordings = ["AUTHORED", "STATED", "REFERENCE", "INFERRED"];

/** One step of the policy. */
export interface Criterion {
  /** Less than zero if `a` is better. */
  compare: (a: Candidate, b: Candidate) => number;
  /** Why `other` isn't shown, if this decided. */
  why: (other: Candidate, best: Candidate) => string;
}

/**
 * The policy: higher rank in the bundle; then the more exact of two compatible dates; then, of people, the fuller name;
 * then stated before inferred before authored; then higher confidence; then more records; then, of a time with an extent,
 * the longer; then the order within the record; then the value itself, so that loading order never matters.
 * @param all all candidates for the field.
 * @returns its steps, the first one that decides counting.
 */
export function policyFor(all: Candidate[], field: StatedField, type: EntityType): Criterion[] {
  const support = supportOf(all);
  const wider = widerDates(all, field);
  const shorter = type.fullestName && field.property?.name === "name" ? partsOfNames(all) : new Set<Candidate>();
  const order = field.property?.wording ? basesOfWordings : bases;
  const rank = ({ claim }: Candidate): number => ranks.indexOf(claim.statedRank);
  const basis = ({ claim }: Candidate): number => (order as readonly string[]).indexOf(claim.basis);
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

/** A comparison by the policy: the better candidate first. */
export function better(policy: Criterion[]): (a: Candidate, b: Candidate) => number {
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
          contains(wider.value!, value!) &&
          !contains(value!, wider.value!) &&
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

/** The candidates whose value is incompatible with the best one. */
export function disputes(best: Candidate, usable: Candidate[], field: StatedField): Candidate[] {
  if (usable.length < 2) return [];
  return usable.filter((each) => {
    if (each.claim.asOf !== best.claim.asOf) return false; // said for another time
    if (each.claim.valueKind !== "VALUE" || best.claim.valueKind !== "VALUE")
      return each.claim.valueKind !== best.claim.valueKind && [each, best].some(isNone);
    return differ(field, each.value!, best.value!);
  });
}

/** Whether two values of a field that has one contradict each other: wordings don't, nor a date that contains another. */
export function differ({ property }: StatedField, a: string, b: string): boolean {
  if (a === b || property?.wording === true) return false;
  if (property?.extent) return !overlap(a, b);
  if (property?.datatype === "date") return !contains(a, b) && !contains(b, a);
  return property?.datatype === "text" ? fold(a) !== fold(b) : true;
}

function isNone({ claim }: Candidate): boolean {
  return claim.valueKind === "NO_VALUE";
}

/** Why a candidate isn't shown: what decided. */
export function reasonAgainst(other: Candidate, best: Candidate, policy: Criterion[]): string {
  return policy.find(({ compare: by }) => by(other, best) !== 0)!.why(other, best);
}
