/** Reads steps of the graph, for many entities at once, for paths, `common` and neighborhoods. */
import { readEdtf } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import { once } from "../../graph/once.ts";
import { query } from "../../graph/queries.ts";
import { isJoining, joiningKinds, relationOfEdge, timedKinds, stepKinds, type StepKind } from "../../graph/steps.ts";
import { lineage, classNamed } from "../../graph/model/model.ts";
import { weakerThan, type Basis } from "../../graph/model/derived.ts";
import type { Relation } from "../../graph/model/declarations.ts";

/** One step in the graph. */
export interface Link {
  from: string;
  to: string;
  kind: StepKind;
  /** The relation of the edge; null for a step through an entity. */
  relation: Relation | null;
  /** Whether it follows the stated direction: from the domain of the relation to its target, or from who to what. */
  forward: boolean;
  /** The entity that is the step; null for an edge. */
  via: string | null;
  /** The target's number of edges, and its sort key. */
  edges: number;
  sortKey: string;
}

/** Restrictions on steps. */
export interface Walk {
  /** Kinds of step; null for all. */
  through: readonly string[] | null;
  /** An EDTF date that everything with a time must overlap; null for any time. */
  during: string | null;
  /** The weakest basis of a step; null for any. */
  basis: Basis | null;
  /** Ids never to reach. */
  avoid: readonly string[];
  /** Ids always allowed. */
  ends: readonly string[];
  /** Kinds of id not to reach, and the maximum number of edges of others. */
  closed: readonly string[];
  mostEdges: number;
  /** Whether an edge stored as a node is passed through in one step, and reached only as an end. */
  collapse: boolean;
}

/** An entity named in a query. */
export interface End {
  id: string;
  edges: number;
}

/**
 * Finds the entities named in a query; a former id leads to the current entity.
 * @returns in the order of the ids; null for an unknown one.
 * @throws BAD_USER_INPUT when an id can't be an entity's.
 */
export async function findEnds(graph: Graph, ids: readonly string[]): Promise<(End | null)[]> {
  for (const id of ids) {
    const { type } = readId(id);
    if (!lineage(type.class).includes(classNamed("Entity")))
      throw inputError(`"${id}" is not an entity, so no step leads to it. Give the id of an entity.`);
  }
  const rows = (await graph.read(query("paths/ends"), { asked: { ids: [...new Set(ids)] } })) as [
    string,
    string,
    number,
  ][];
  const found = new Map(rows.map(([asked, id, edges]) => [asked, { id, edges }]));
  return ids.map((id) => found.get(id) ?? null);
}

/**
 * Reads the steps from some entities, all in one query.
 * @returns the steps, and the number of those to excluded targets.
 */
export async function readLinks(
  graph: Graph,
  ids: readonly string[],
  walk: Walk,
): Promise<{ links: Link[]; closed: number }> {
  if (ids.length === 0) return { links: [], closed: 0 };
  const [row] = await graph.read(query("paths/steps"), { asked: { ids, ...askedOf(walk) } });
  const [found, closed] = row as [FoundLink[], number];
  return { links: found.map((each) => linkOf(ids, each)), closed };
}

type FoundLink = [
  place: number,
  to: string,
  via: string | null,
  leaving: string,
  arriving: string | null,
  forward: boolean | null,
  edges: number,
  sortKey: string,
];

function linkOf(ids: readonly string[], [index, to, via, leaving, arriving, forward, edges, sortKey]: FoundLink): Link {
  const kind = kindOf(leaving);
  const link = { from: ids[index]!, to, kind, via, edges, sortKey };
  if (via === null) return { ...link, relation: relationOfEdge(leaving), forward: forward! };
  return { ...link, relation: null, forward: kind.edges.indexOf(leaving) < kind.edges.indexOf(arriving!) };
}

/** The kind of step that an edge belongs to. */
export const kindOf = once((edge: string): StepKind => stepKinds().find(({ edges }) => edges.includes(edge))!);

function askedOf({ through, during, basis, avoid, ends, closed, mostEdges, collapse }: Walk): Record<string, unknown> {
  return {
    edges: edgesOf(through, collapse),
    joining: marked(ends.filter((id) => isJoining(readId(id).type))),
    avoid: marked(avoid),
    ends: marked(ends),
    closed: marked([...closed, ...(collapse ? joiningKinds() : [])]),
    mostEdges,
    timed: timedKinds(),
    weaker: weakerThan(basis),
    ...windowOf(during),
  };
}

/** The meaning of edge types: a step, or the way to an end of an edge stored as a node. */
export function edgesOf(through: readonly string[] | null, collapse: boolean): Record<string, "step" | "end"> {
  const kinds = stepKinds().filter(({ word }) => through === null || through.includes(word));
  return Object.fromEntries(
    kinds.flatMap(({ type, edges }) => edges.map((edge) => [edge, collapse && type !== null ? "end" : "step"])),
  );
}

// A map, since a look-up in it has a constant cost.
function marked(words: readonly string[]): Record<string, true> {
  return Object.fromEntries(words.map((word) => [word, true]));
}

/** The first and the last day of a period; nulls for any time. */
export function windowOf(during: string | null): { first: string | null; last: string | null } {
  if (during === null) return { first: null, last: null };
  const { firstDay, lastDay } = readEdtf(during);
  return { first: firstDay ?? "0000", last: lastDay ?? "9999-12-31" };
}
