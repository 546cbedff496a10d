/** Two states in either order, with the starting points of each query. */
import { inputError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readEdtf } from "../../graph/edtf.ts";
import { query } from "../../graph/queries.ts";

/** The parameters for queries about a pair. */
export interface PairParameters {
  /** The state with fewer meetings, from which the search starts. */
  few: string;
  many: string;
  relation: string | null;
  /** The heads of the missions of both to each other. */
  posts: string[];
  /** The place of their common border. */
  border: string | null;
}

export interface Pair {
  /** Ordered by id. */
  first: string;
  second: string;
  /** The offices sent by the first to the second, and the reverse. */
  postsOfFirst: string[];
  postsOfSecond: string[];
  parameters: PairParameters;
}

/** A pair from two ids, in any order. @throws BAD_USER_INPUT when they are the same. */
export async function pairOf(graph: Graph, [one, other]: [string, string]): Promise<Pair> {
  if (one === other)
    throw inputError(`Query.bilateral: "a" and "b" are both ${one}. Give two states; for one alone, ask "country".`);
  const [first, second] = one < other ? [one, other] : [other, one];
  const [row] = (await graph.read(query("bilateral/pair"), { a: first, b: second })) as [
    [number, number, string[], string[], string[], string[]],
  ];
  const [meetingsOfFirst, meetingsOfSecond, [relation], postsOfFirst, postsOfSecond, [border]] = row;
  const [few, many] = meetingsOfFirst <= meetingsOfSecond ? [first, second] : [second, first];
  return {
    first,
    second,
    postsOfFirst,
    postsOfSecond,
    parameters: {
      few,
      many,
      relation: relation ?? null,
      posts: [...postsOfFirst, ...postsOfSecond],
      border: border ?? null,
    },
  };
}

/** The first and last day of the period asked for; all times by default. */
export function daysOf(during: string | null | undefined): { from: string; until: string } {
  const { firstDay, lastDay } = during == null ? { firstDay: null, lastDay: null } : readEdtf(during);
  return { from: firstDay ?? "0000", until: lastDay ?? "9999-12-31" };
}
