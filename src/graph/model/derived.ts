/**
 * Values that the writer derives from the claims of an entity and stores on nodes, so that readers don't derive them
 * again. They follow from the bundles: no digest includes them, and no property may have these names.
 *
 * On a node whose type has a time:
 * - `datedBy`: the date property that says when it began or took place. Absent if none does.
 * - `heldFirst`, `heldLast`: the widest interval in which it may have been in effect or taken place. Absent if it never
 *   was. For a part of a meeting, the meeting's.
 * - `shownLast`: for types with an end, that end, or the last day on which a source shows it.
 * - `pauses`: for types with interruptions, the last possible day before each and the first possible day after it:
 *   `1989-01-30/2002-01-17`.
 *
 * On a node with edges:
 * - `unstated`: those of its relations that no source states in so many words, each as `INFERRED host country:us`.
 *
 * On a node that search finds, the words of its texts, folded (`graph/fold.ts`), for the index:
 * - `nameWords`, `aliasesWords`, `summaryWords`, `contentWords`, and `codesWords` of a country.
 *
 * On a claim:
 * - `fields`: the fields that it states.
 * - `shownAgainst`: of these, the disputed ones that show its value.
 */
export const derived = [
  "datedBy",
  "heldFirst",
  "heldLast",
  "shownLast",
  "pauses",
  "unstated",
  "nameWords",
  "aliasesWords",
  "summaryWords",
  "contentWords",
  "codesWords",
  "fields",
  "shownAgainst",
] as const;

/** The searched fields: the derived property of each, and the properties whose words it has. */
export const searchedFields = {
  nameWords: ["name"],
  aliasesWords: ["aliases"],
  codesWords: ["isoAlpha2", "isoAlpha3"],
  summaryWords: ["summary"],
  contentWords: ["content"],
} as const;

/** The bases of claims, from the strongest to the weakest. */
export const bases = ["STATED", "REFERENCE", "INFERRED", "AUTHORED"] as const;

export type Basis = (typeof bases)[number];

/** The bases that are weaker than one; none are than null. */
export function weakerThan(basis: Basis | null): readonly Basis[] {
  return basis === null ? [] : bases.slice(bases.indexOf(basis) + 1);
}

/** An entry of `unstated`. @param basis of the strongest claim that gives it. */
export function unstatedOf(basis: Basis, predicate: string, to: string): string {
  return `${basis} ${predicate} ${to}`;
}

// As texts, these compare correctly with days: an open or unknown end is after every day,
// an unknown beginning before, and a completely unknown time after.

/** `heldFirst` for an unknown beginning. */
export const beforeAll = "0000";
/** `heldLast` if a source says that it continues. */
export const open = "open";
/** `heldLast` for an unknown end; `heldFirst` for an unknown time. */
export const unknown = "unknown";
