/** Two states without order, with what each question about them begins at. */
import { inputError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readEdtf } from "../../graph/edtf.ts";
import { query } from "../../graph/queries.ts";

/** What questions about a pair are given: parameters of their statements. */
export interface PairParameters {
  /** The state that took part in fewer meetings: it is looked through. */
  few: string;
  many: string;
  relation: string | null;
  /** The heads of the missions of both to each other. */
  posts: string[];
  /** The place that is their common border. */
  border: string | null;
}

export interface Pair {
  /** In the order of their ids. */
  first: string;
  second: string;
  /** The offices of those whom the first sends to the second, and the other way round. */
  postsOfFirst: string[];
  postsOfSecond: string[];
  parameters: PairParameters;
}

/** A pair by the ids of both, in any order. @throws BAD_USER_INPUT when they are one. */
export async function pairOf(graph: Graph, [one, other]: [string, string]): Promise<Pair> {
  if (one === other)
    throw inputError(`Query.bilateral: "a" and "b" are both ${one}. Give two states; one alone has "country".`);
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

/** The first and last day of a time that was asked for; all times when none was. */
export function daysOf(during: string | null | undefined): { from: string; until: string } {
  const { firstDay, lastDay } = during == null ? { firstDay: null, lastDay: null } : readEdtf(during);
  return { from: firstDay ?? "0000", until: lastDay ?? "9999-12-31" };
}
