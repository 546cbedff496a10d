/** Two states in either order, with the starting points of each query. */
import { enumeration } from "../../graph/model/declare.ts";
import { inputError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readEdtf } from "../../graph/edtf.ts";
import { query } from "../../graph/queries.ts";

/** What the lists and numbers of a pair may include besides. */
export const PairInclusion = enumeration("PairInclusion", "What the lists and numbers of a pair include besides.", {
  PREDECESSORS:
    "The meetings, events and heads of mission of the states that either of them succeeded, and the numbers of these: the Soviet Union for Russia. Not of a state that both succeeded.",
  PARTS: "Meetings that are parts of a larger meeting of both, besides that one.",
});
export type PairInclusion = keyof typeof PairInclusion;

/** The parameters for queries about a pair. */
export interface PairParameters {
  /** The state with fewer meetings, from which the search starts. */
  few: string;
  many: string;
  /** Each with its predecessors, if they are included. */
  allOfFew: string[];
  allOfMany: string[];
  relation: string | null;
  relations: string[];
  /** The heads of the missions of both to each other. */
  posts: string[];
  /** The place of their common border. */
  border: string | null;
  /** Whether meetings that are parts of larger ones are included. */
  parts: boolean;
}

export interface Pair {
  /** Ordered by id. */
  first: string;
  second: string;
  /** The offices sent by the first to the second, and the reverse. */
  postsOfFirst: string[];
  postsOfSecond: string[];
  /** Among `parameters.posts`, those sent by the first, or a predecessor of it. */
  sentByFirst: string[];
  /** The states that either succeeded. */
  predecessors: string[];
  including: PairInclusion[];
  parameters: PairParameters;
  /** The parameters with the predecessors, whether they are included or not. */
  withPredecessors: PairParameters;
}

type Between = [one: string, other: string, id: string];

/** A pair from two ids, in any order. @throws BAD_USER_INPUT when they are the same. */
export async function pairOf(
  graph: Graph,
  [one, other]: [string, string],
  including: readonly PairInclusion[] = [],
): Promise<Pair> {
  if (one === other)
    throw inputError(`Query.bilateral: "a" and "b" are both ${one}. Give two states; for one alone, ask "country".`);
  const [first, second] = one < other ? [one, other] : [other, one];
  const [row] = (await graph.read(query("bilateral/pair"), { a: first, b: second })) as [
    [number, number, string[], string[], Between[], Between[], Between[], string[]],
  ];
  const [meetingsOfFirst, meetingsOfSecond, lineOfFirst, lineOfSecond, relations, sentByFirst, sentBySecond, [border]] =
    row;
  // A predecessor of both has no meetings with itself.
  const lineOfBoth = new Set([...lineOfFirst.filter((id) => lineOfSecond.includes(id)), first, second]);
  const beforeFirst = lineOfFirst.slice(1).filter((id) => !lineOfBoth.has(id));
  const beforeSecond = lineOfSecond.slice(1).filter((id) => !lineOfBoth.has(id));
  const lines = { [first]: [first, ...beforeFirst], [second]: [second, ...beforeSecond] };
  const [inFirst, inSecond] = [lines[first]!, lines[second]!];
  const own = (all: Between[], [sending, receiving]: [string, string]): string[] =>
    all.flatMap(([from, to, id]) => (from === sending && to === receiving ? [id] : []));
  const [postsOfFirst, postsOfSecond] = [own(sentByFirst, [first, second]), own(sentBySecond, [second, first])];
  const [few, many] = meetingsOfFirst <= meetingsOfSecond ? [first, second] : [second, first];
  const [relation = null] = own(relations, [first, second]);
  const alone: PairParameters = {
    few,
    many,
    allOfFew: [few],
    allOfMany: [many],
    relation,
    relations: relation === null ? [] : [relation],
    posts: [...postsOfFirst, ...postsOfSecond],
    border: border ?? null,
    parts: including.includes("PARTS"),
  };
  const idsOf = (all: Between[], from = inFirst, to = inSecond): string[] => [
    ...new Set(all.flatMap(([one, other, id]) => (from.includes(one) && to.includes(other) ? [id] : []))),
  ];
  const withPredecessors: PairParameters = {
    ...alone,
    allOfFew: lines[few]!,
    allOfMany: lines[many]!,
    relations: [...new Set([...alone.relations, ...idsOf(relations)])],
    posts: [...idsOf(sentByFirst), ...idsOf(sentBySecond, inSecond, inFirst)],
  };
  return {
    first,
    second,
    postsOfFirst,
    postsOfSecond,
    sentByFirst: including.includes("PREDECESSORS") ? idsOf(sentByFirst) : postsOfFirst,
    predecessors: [...beforeFirst, ...beforeSecond],
    including: [...including],
    parameters: including.includes("PREDECESSORS") ? withPredecessors : alone,
    withPredecessors,
  };
}

/** The first and last day of the period asked for; all times by default. */
export function daysOf(during: string | null | undefined): { from: string; until: string } {
  const { firstDay, lastDay } = during == null ? { firstDay: null, lastDay: null } : readEdtf(during);
  return { from: firstDay ?? "0000", until: lastDay ?? "9999-12-31" };
}
