/** The entities to which two entities both lead in one step, as plain data for the schema and for exports. */
import { limitError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import type { Basis } from "../../graph/model/derived.ts";
import { compare, push } from "../../graph/arrays.ts";
import { findEnds, readLinks, type End, type Link, type Walk } from "./links.ts";

/** An entity with more edges than this is checked from the other side. */
const manyEdges = 1000;
/** The maximum number of edges of the smaller entity. */
const mostEdges = 100_000;

export interface CommonOptions {
  /** Kinds of id; null for all. */
  kinds: readonly string[] | null;
  through: readonly string[] | null;
  during: string | null;
  /** The weakest basis of a step; null for any. */
  basis: Basis | null;
}

/** Something both lead to, and the steps of each. */
export interface Shared {
  id: string;
  /** The sort key of its lists. */
  sortKey: string;
  fromA: Link[];
  fromB: Link[];
}

/**
 * Finds what two entities share, sorted by kind, then in the order of lists of that kind.
 * @returns null when one of them is unknown.
 * @throws LIMIT_EXCEEDED when both have too many edges.
 */
export async function findCommon(graph: Graph, a: string, b: string, options: CommonOptions): Promise<Shared[] | null> {
  const [one, other] = await findEnds(graph, [a, b]);
  if (!one || !other) return null;
  if (one.id === other.id) return [];
  const [small, large] = one.edges <= other.edges ? [one, other] : [other, one];
  if (small.edges > mostEdges)
    throw limitError(`Both entities have more than ${mostEdges} edges. Ask about one that has fewer.`, mostEdges);
  const near = await around(graph, small, large, options);
  const far = await leadingTo(graph, near, small, large, options);
  return [...far.keys()]
    .map((id) => {
      const [nearLinks, farLinks] = [near.get(id)!, far.get(id)!];
      const [fromA, fromB] = small === one ? [nearLinks, farLinks] : [farLinks, nearLinks];
      return { id, sortKey: nearLinks[0]!.sortKey, fromA, fromB };
    })
    .sort((x, y) => compare(orderOf(x), orderOf(y)) || compare(x.id, y.id));
}

/** The position among everything shared: by kind, then as in lists. */
export function orderOf({ id, sortKey }: Pick<Shared, "id" | "sortKey">): string {
  return `${readId(id).type.kind} ${sortKey}`;
}

/** Everything the smaller entity leads to. */
async function around(graph: Graph, small: End, large: End, options: CommonOptions): Promise<Map<string, Link[]>> {
  const { links } = await readLinks(graph, [small.id], { ...walkOf(options), ends: [small.id], mostEdges: Infinity });
  return grouped(
    links.filter(
      ({ to }) => to !== large.id && to !== small.id && (options.kinds?.includes(readId(to).type.kind) ?? true),
    ),
  );
}

/** The larger entity's steps to these: read from there, except to targets with very many edges. */
async function leadingTo(
  graph: Graph,
  near: Map<string, Link[]>,
  small: End,
  large: End,
  options: CommonOptions,
): Promise<Map<string, Link[]>> {
  const [few, many]: [string[], string[]] = [[], []];
  for (const [id, [link]] of near) (link!.edges <= Math.min(manyEdges, large.edges) ? few : many).push(id);
  const walk = { ...walkOf(options), avoid: [small.id], mostEdges: -1 };
  const [there, back] = await Promise.all([
    readLinks(graph, many.length === 0 ? [] : [large.id], { ...walk, ends: [large.id, ...many] }),
    readLinks(graph, few, { ...walk, ends: [large.id] }),
  ]);
  return grouped([
    ...there.links.filter(({ to }) => to !== large.id),
    ...back.links.map((link) => ({ ...link, from: link.to, to: link.from, forward: !link.forward })),
  ]);
}

function walkOf({ through, during, basis }: CommonOptions): Walk {
  return { through, during, basis, avoid: [], ends: [], closed: [], mostEdges: 0, collapse: true };
}

function grouped(links: Link[]): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of links) push(found, link.to, link);
  for (const each of found.values()) each.sort((x, y) => compare(`${x.kind.name} ${x.via}`, `${y.kind.name} ${y.via}`));
  return found;
}
