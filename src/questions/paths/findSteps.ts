/** A page of the steps from one entity, in the order of their lists. */
import { compare } from "../../graph/arrays.ts";
import { inputError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import type { PageRequest } from "../../graph/page.ts";
import { timedKinds } from "../../graph/steps.ts";
import { countsInTimeQuery, countsQuery, stepListQuery, stepListsOf, type StepList } from "../../graph/surroundings.ts";
import { linkOf, type ListItem } from "./findNeighborhood.ts";
import { findEnds, windowOf, type Link } from "./links.ts";

export interface StepsOptions {
  /** Kinds of step; null for all. */
  through: readonly string[] | null;
  during: string | null;
}

/** A step with its place: its list, and its sort key with the ids of what it goes through and to. */
export interface PlacedStep {
  link: Link;
  position: [list: string, item: string];
}

export interface FoundSteps {
  /** In the order of the walk, one more than the page has if there are more. */
  steps: PlacedStep[];
  /** The numbers of the whole list. In a time all of it is read for them, once. */
  numbers: () => Promise<StepNumbers>;
}

export interface StepNumbers {
  total: number;
  countsByKind: { kind: string; count: number }[];
}

/**
 * Reads a page of the steps from an entity: one query for each of its lists that the page may reach, and one for which
 * of them have any. A list of a hub is read from its index, a page at a time.
 * @returns null if the entity is unknown.
 * @throws BAD_USER_INPUT for a page between two cursors.
 */
export async function findSteps(
  graph: Graph,
  id: string,
  { through, during }: StepsOptions,
  { after, before, backward, limit }: PageRequest,
): Promise<FoundSteps | null> {
  const [begin, other] = backward ? [before, after] : [after, before];
  if (other) throw inputError('Query.steps: give "after" with "first", or "before" with "last". Leave the other out.');
  const [end] = await findEnds(graph, [id]);
  if (!end) return null;
  const lists = stepListsOf(readId(end.id).type, true)
    .filter(({ kind }) => through?.includes(kind.word) ?? true)
    .sort((one, another) => compare(nameOf(one), nameOf(another)));
  if (backward) lists.reverse();
  if (lists.length === 0) return { steps: [], numbers: () => Promise.resolve({ total: 0, countsByKind: [] }) };
  const asked = { ids: [end.id], limit: limit + 1, timed: timedKinds(), ...windowOf(during) };
  const countsBy = async (text: string): Promise<number[]> => {
    const [row] = (await graph.read(text, { asked })) as [string, number[]][];
    return row![1];
  };
  const counts = await countsBy(countsQuery(lists));
  let counting: Promise<StepNumbers> | undefined;
  const numbers = (): Promise<StepNumbers> =>
    (counting ??= Promise.resolve(during === null ? counts : countsBy(countsInTimeQuery(lists))).then((found) => ({
      total: sum(found),
      countsByKind: byKind(lists, found),
    })));

  const steps: PlacedStep[] = [];
  for (const [index, list] of lists.entries()) {
    const name = nameOf(list);
    if (steps.length > limit) break;
    if (counts[index] === 0 || (begin && compare(name, begin[0] as string) * (backward ? -1 : 1) < 0)) continue;
    const isWithin = begin?.[0] === name;
    const place = isWithin ? placeOf(begin![1]) : {};
    const [found] = (await graph.read(stepListQuery(list, during !== null, isWithin, backward), {
      asked: { ...asked, ...place },
    })) as [string, ListItem[]][];
    for (const item of found![1])
      steps.push({
        link: linkOf(end.id, list, item),
        position: [name, [item[5], item[1] ?? item[0], item[0]].join("\n")],
      });
  }
  return { steps: steps.slice(0, limit + 1), numbers };
}

function nameOf({ kind, relation }: StepList): string {
  return `${kind.word} ${relation.name}`;
}

function placeOf(item: string): Record<string, string> {
  const [afterKey, afterId, afterOther] = item.split("\n") as [string, string, string];
  return { afterKey, afterId, afterOther };
}

function byKind(lists: readonly StepList[], counts: readonly number[]): StepNumbers["countsByKind"] {
  const found = new Map<string, number>();
  for (const [index, { kind }] of lists.entries()) found.set(kind.word, (found.get(kind.word) ?? 0) + counts[index]!);
  return [...found]
    .map(([kind, count]) => ({ kind, count }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || compare(one.kind, other.kind));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
