/** A limited part of the graph around some entities, for drawing. Plain data, for the schema and for exports. */
import type { Graph } from "../../graph/graph.ts";
import { readId } from "../../graph/id.ts";
import { compare, push } from "../../graph/arrays.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { query } from "../../graph/queries.ts";
import { isJoining, timedKinds, type StepKind } from "../../graph/steps.ts";
import { countsQuery, stepListsOf, stepListQuery, type StepList } from "../../graph/surroundings.ts";
import { describeSteps, claimPatternOf, detailsOf, keyOfStep, type DescribedStep } from "./describe.ts";
import { edgesOf, findEnds, readLinks, windowOf, type Link, type Walk } from "./links.ts";

/** An entity with more edges than this is sampled, some steps of each list, instead of read whole. */
const manyEdges = 2000;
/** Outermost entities with more edges than this aren't queried for steps to other entities shown, only the reverse. */
const fewEdges = 200;

export interface NeighborhoodOptions {
  depth: number;
  /** Kinds of id to reach; null for all. */
  kinds: readonly string[] | null;
  /** Kinds of step; null for all. */
  through: readonly string[] | null;
  during: string | null;
  maximumNodes: number;
  /** The maximum number of items per list of an entity. */
  perList: number;
  /** Whether participations and tenures are edges instead of nodes. */
  collapse: boolean;
  /** Ids of entities already drawn: steps to them are shown too. */
  beside: readonly string[];
}

/** The number of steps of one kind not shown. */
export interface Omitted {
  kind: string;
  count: number;
}

export interface NeighborhoodNode {
  id: string;
  type: string;
  label: string;
  /** Its distance from the start, in steps. */
  depth: number;
  /** The number of its steps in the whole graph. */
  degree: number;
  omitted: Omitted[];
}

export interface Neighborhood {
  nodes: NeighborhoodNode[];
  edges: DescribedStep[];
  omitted: Omitted[];
  /** The unknown ids among those given. */
  unknown: string[];
}

/** The result of a search around entities, with some steps left out. */
class Surroundings {
  /** The depth and number of edges of each entity shown. */
  readonly depths = new Map<string, number>();
  readonly edges = new Map<string, number>();
  readonly links = new Map<string, Link>();
  /** All steps of expanded entities with few edges. */
  readonly read: Link[] = [];

  /** @param beside entities that are drawn already. */
  constructor(private readonly beside: ReadonlySet<string>) {}

  show(id: string, depth: number, edges: number): void {
    this.depths.set(id, depth);
    this.edges.set(id, edges);
  }

  keep(link: Link): void {
    const id = linkId(link);
    if (!this.links.has(id) && this.isDrawn(link.from) && this.isDrawn(link.to)) this.links.set(id, link);
  }

  private isDrawn(id: string): boolean {
    return this.depths.has(id) || this.beside.has(id);
  }

  /** Splits entities into those with many and those with few edges. */
  divided(ids: readonly string[]): { many: string[]; few: string[] } {
    const isMany = (id: string): boolean => this.edges.get(id)! > manyEdges;
    return { many: ids.filter(isMany), few: ids.filter((id) => !isMany(id)) };
  }
}

/** Finds the surroundings of some entities. The number of queries grows with depth and kinds, not with the graph. */
export async function findNeighborhood(
  graph: Graph,
  ids: readonly string[],
  asked: NeighborhoodOptions,
): Promise<Neighborhood> {
  const ends = await findEnds(graph, ids);
  const unknown = ids.filter((_, index) => ends[index] === null);
  const piece = new Surroundings(new Set(asked.beside));
  for (const end of ends) if (end !== null) piece.show(end.id, 0, end.edges);
  const starts = [...piece.depths.keys()];
  let frontier = starts;
  for (let depth = 1; depth <= asked.depth && frontier.length > 0; depth += 1) {
    // Each depth gets its share of the remaining room.
    const room = Math.floor((asked.maximumNodes - piece.depths.size) / (asked.depth - depth + 1));
    if (room === 0) break;
    const lists = await readLists(graph, frontier, starts, piece, asked);
    frontier = choose(lists, piece, depth, room);
  }
  const few = frontier.filter((id) => piece.edges.get(id)! <= fewEdges);
  const [counts, { links }] = await Promise.all([
    countSteps(graph, piece, asked),
    readLinks(graph, few, { ...walkOf(asked), ends: [...piece.depths.keys(), ...asked.beside], mostEdges: -1 }),
  ]);
  // Show all steps between entities shown, except between two outermost ones with many edges each.
  for (const link of [...piece.read, ...links]) piece.keep(link);
  return drawn(graph, piece, counts, unknown);
}

/** Some steps of each list of each entity of the frontier. */
async function readLists(
  graph: Graph,
  frontier: readonly string[],
  starts: readonly string[],
  piece: Surroundings,
  options: NeighborhoodOptions,
): Promise<Link[][]> {
  const { many, few } = piece.divided(frontier);
  const [{ links }, ofMany] = await Promise.all([
    readLinks(graph, few, { ...walkOf(options), ends: starts, mostEdges: Infinity }),
    readListsOfMany(graph, many, options),
  ]);
  piece.read.push(...links);
  const { kinds, collapse, perList } = options;
  const arrivable = (id: string): boolean => {
    const { type } = readId(id);
    return piece.depths.has(id) || ((kinds?.includes(type.kind) ?? true) && !(collapse && isJoining(type)));
  };
  return [...listsOf(links), ...ofMany]
    .map((list) => list.filter(({ to }) => arrivable(to)).slice(0, perList))
    .filter(({ length }) => length > 0);
}

function walkOf({ through, during, collapse }: NeighborhoodOptions): Omit<Walk, "ends" | "mostEdges"> {
  return { through, during, basis: null, avoid: [], closed: [], collapse };
}

/** Steps by source, kind and target kind, in the order of the target's lists. */
function listsOf(links: readonly Link[]): Link[][] {
  const lists = new Map<string, Link[]>();
  for (const link of links) {
    const { from, to, kind, relation, forward } = link;
    const name = [from, kind.word, relation?.name, forward, readId(to).type.kind].join(" ");
    push(lists, name, link);
  }
  for (const list of lists.values()) {
    const newest = readId(list[0]!.to).type.time.from === "sortKey" ? -1 : 1;
    list.sort((a, b) => newest * (compare(a.sortKey, b.sortKey) || compare(a.to, b.to)));
  }
  return [...lists.values()];
}

/** The same for entities with very many steps: one query per list of their kind, which reads some of each. */
async function readListsOfMany(
  graph: Graph,
  many: readonly string[],
  { collapse, through, during, perList }: NeighborhoodOptions,
): Promise<Link[][]> {
  const found = await byType(many, (type, ids) =>
    Promise.all(
      stepListsOf(type, collapse)
        .filter(({ kind }) => through?.includes(kind.word) ?? true)
        .map(async (list) => {
          const rows = (await graph.read(stepListQuery(list, during !== null), {
            asked: { ids, limit: perList, timed: timedKinds(), ...windowOf(during) },
          })) as [string, ListItem[]][];
          return rows.map(([id, items]) => items.map((item) => linkOf(id, list, item)));
        }),
    ),
  );
  return found.flat(2);
}

/** As `stepListQuery` returns it. */
export type ListItem = [
  to: string,
  via: string | null,
  arriving: string | null,
  edges: number,
  sortKey: string,
  key: string,
];

/** The link of an item of a list of steps. */
export function linkOf(
  from: string,
  { kind, relation, owning, joined }: StepList,
  [to, via, arriving, edges, sortKey]: ListItem,
): Link {
  const link = { from, to, kind, via, edges, sortKey };
  if (!joined) return { ...link, relation: owning, forward: relation === owning };
  return { ...link, relation: null, forward: kind.edges.indexOf(owning.edge!) < kind.edges.indexOf(arriving!) };
}

/** Takes one item of each list in turn, until there is no more room. */
function choose(lists: Link[][], piece: Surroundings, depth: number, room: number): string[] {
  const chosen: string[] = [];
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest; index += 1)
    for (const list of lists) {
      const link = list[index];
      if (link === undefined || piece.depths.has(link.to) || chosen.length >= room) continue;
      piece.show(link.to, depth, link.edges);
      chosen.push(link.to);
    }
  for (const link of lists.flat()) piece.keep(link);
  return chosen;
}

/** The number of steps of each kind of each entity shown, in the whole graph. */
async function countSteps(graph: Graph, piece: Surroundings, { collapse }: NeighborhoodOptions): Promise<StepCounts> {
  const { many, few } = piece.divided([...piece.depths.keys()]);
  const counts: StepCounts = new Map([...piece.depths.keys()].map((id) => [id, new Map<StepKind, number>()]));
  const add = (id: string, kind: StepKind, count: number): void => {
    counts.get(id)!.set(kind, (counts.get(id)!.get(kind) ?? 0) + count);
  };
  const [ofFew] = await Promise.all([
    graph.read(query("paths/edgesOf"), { asked: { ids: few, edges: edgesOf(null, collapse) } }),
    byType(many, async (type, ids) => {
      const lists = stepListsOf(type, collapse);
      for (const [id, numbers] of (await graph.read(countsQuery(lists), { asked: { ids } })) as [string, number[]][])
        for (const [index, { kind }] of lists.entries()) add(id, kind, numbers[index]!);
    }),
  ]);
  for (const [id, edge, forward, count] of ofFew as [string, string, boolean, number][]) {
    const lists = stepListsOf(readId(id).type, collapse);
    // A symmetric edge belongs to one list.
    const list = lists.find(
      ({ relation, owning }) =>
        owning.edge === edge && (relation.inverse === relation.name || forward === (relation === owning)),
    );
    if (list) add(id, list.kind, count);
  }
  return counts;
}

type StepCounts = Map<string, Map<StepKind, number>>;

async function drawn(graph: Graph, piece: Surroundings, found: StepCounts, unknown: string[]): Promise<Neighborhood> {
  const links = [...piece.links.values()];
  const ids = [...piece.depths.keys()];
  const [details, steps] = await Promise.all([detailsOf(graph, ids), describeSteps(graph, links)]);
  const shown = new Map<string, Map<StepKind, number>>(ids.map((id) => [id, new Map()]));
  for (const { from, to, kind } of links)
    for (const id of new Set([from, to])) shown.get(id)?.set(kind, (shown.get(id)!.get(kind) ?? 0) + 1);
  const nodes = ids.map((id, index) => {
    const counts = found.get(id)!;
    return {
      id,
      type: details[index]!.type.name,
      label: details[index]!.name,
      depth: piece.depths.get(id)!,
      degree: [...counts.values()].reduce((sum, count) => sum + count, 0),
      omitted: omittedOf([...counts].map(([kind, count]) => [kind.word, count - (shown.get(id)!.get(kind) ?? 0)])),
    };
  });
  return {
    nodes,
    edges: steps,
    omitted: omittedOf(nodes.flatMap(({ omitted }) => omitted.map(({ kind, count }) => [kind, count]))),
    unknown,
  };
}

function omittedOf(counts: [string, number][]): Omitted[] {
  const sums = new Map<string, number>();
  for (const [kind, count] of counts) if (count > 0) sums.set(kind, (sums.get(kind) ?? 0) + count);
  return [...sums]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** The same key for a step and its reverse. */
function linkId(link: Link): string {
  return keyOfStep({ via: link.via, claimPattern: claimPatternOf(link) });
}

async function byType<T>(ids: readonly string[], work: (type: EntityType, ids: string[]) => Promise<T>): Promise<T[]> {
  const groups = new Map<EntityType, string[]>();
  for (const id of ids) push(groups, readId(id).type, id);
  return Promise.all([...groups].map(([type, group]) => work(type, group)));
}
