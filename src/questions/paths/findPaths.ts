/** Paths between two entities: the shortest, and the next best. Plain data, for the schema and for exports. */
import TinyQueue from "tinyqueue";
import type { Graph } from "../../graph/graph.ts";
import type { Basis } from "../../graph/model/derived.ts";
import { compare } from "../../graph/arrays.ts";
import { describeSteps, sentenceOf, type DescribedStep } from "./describe.ts";
import { ranked, type PathCandidate } from "./rankPaths.ts";
import { findEnds, readLinks, type End, type Link, type Walk } from "./links.ts";

/** The maximum length of a path, in steps. */
export const longestPath = 6;
/** The maximum number of paths returned. */
export const mostPaths = 10;
/** An entity with more edges than this is a hub by default. */
export const hubEdges = 200;
/** The maximum of that setting. */
export const mostHubEdges = 1000;
/** The maximum number of edges read per query. */
const mostEdgesRead = 100_000;
/** Below this number of edges, reading them costs less than a separate query. */
const fewEdges = 2000;
/** The maximum number of paths ranked. */
const mostLookedAt = 20_000;
/** The maximum number of paths of equal length and crowd ranked by their sources. */
const mostEquals = 100;
/** The time limit of a search, in milliseconds. */
const patience = 2000;

export interface PathsOptions {
  first: number;
  maximumLength: number;
  through: readonly string[] | null;
  during: string | null;
  /** The weakest basis of a step; null for any. */
  basis: Basis | null;
  avoid: readonly string[];
  /** Kinds of id that paths avoid, and the maximum number of edges of others. */
  hubs: { kinds: readonly string[]; mostEdges: number };
}

export interface FoundPath {
  steps: DescribedStep[];
  sentence: string;
}

export interface FoundPaths {
  from: string;
  to: string;
  /** Best first. */
  paths: FoundPath[];
  /** Why there may be more; null when the search was complete. */
  truncated: "EFFORT" | "TIME" | null;
  searched: { entities: number; steps: number; length: number; hubs: number };
}

/**
 * Finds ways between two entities.
 * @returns null when one of them is unknown.
 */
export async function findPaths(
  graph: Graph,
  from: string,
  to: string,
  options: PathsOptions,
): Promise<FoundPaths | null> {
  const [one, other] = await findEnds(graph, [from, to]);
  if (!one || !other) return null;
  const search = new Search(graph, one, other, options);
  const ranked = one.id === other.id ? [] : await search.best();
  const paths = await Promise.all(
    ranked.map(async ({ links }) => ({
      steps: await describeSteps(graph, links),
      sentence: await sentenceOf(graph, links),
    })),
  );
  return { from: one.id, to: other.id, paths, truncated: search.truncated, searched: search.searched };
}

interface SearchSide {
  distance: Map<string, number>;
  /** The outermost entities, not yet expanded. */
  frontier: string[];
  radius: number;
  goal: string;
}

/** A bidirectional search, one query for each step outward. */
class Search {
  truncated: FoundPaths["truncated"] = null;
  readonly searched = { entities: 2, steps: 0, length: 0, hubs: 0 };
  readonly #graph: Graph;
  readonly #options: PathsOptions;
  readonly #walk: Walk;
  readonly #sides: [SearchSide, SearchSide];
  /** The steps from all expanded entities, one per neighbour. */
  readonly #links = new Map<string, Map<string, Link>>();
  readonly #edges = new Map<string, number>();
  readonly #until = performance.now() + patience;
  #edgesRead = 0;

  constructor(graph: Graph, from: End, to: End, options: PathsOptions) {
    this.#graph = graph;
    this.#options = options;
    this.#walk = {
      through: options.through,
      during: options.during,
      basis: options.basis,
      avoid: options.avoid.filter((id) => id !== from.id && id !== to.id),
      ends: [from.id, to.id],
      closed: options.hubs.kinds,
      mostEdges: options.hubs.mostEdges,
      collapse: true,
    };
    this.#sides = [sideOf(from.id, to.id), sideOf(to.id, from.id)];
    for (const { id, edges } of [from, to]) this.#edges.set(id, edges);
  }

  /** The best paths: shorter first, and of equal length the most informative. */
  async best(): Promise<PathCandidate[]> {
    const found: PathCandidate[] = [];
    for (let length = 1; length <= this.#options.maximumLength; length += 1) {
      if (!(await this.#reach(length))) break;
      this.searched.length = length;
      // One side is exhausted, and doesn't contain the other.
      if (this.#sides.some(({ distance, goal, frontier }) => frontier.length === 0 && !distance.has(goal))) break;
      found.push(...(await this.#ofLength(length, this.#options.first - found.length)));
      if (found.length >= this.#options.first || this.truncated !== null) break;
    }
    return found;
  }

  /** Expands until both sides together reach this length. */
  async #reach(length: number): Promise<boolean> {
    const [one, other] = this.#sides;
    while (one.radius + other.radius < length) {
      const [cheap, dear] = this.#costOf(one) <= this.#costOf(other) ? [one, other] : [other, one];
      // An exhausted side has reached its end. Two cheap sides are expanded in one query.
      const both = this.#costOf(cheap) > 0 && this.#costOf(dear) <= fewEdges;
      if (!(await this.#goOut(both ? [cheap, dear] : [cheap]))) return false;
    }
    return true;
  }

  #costOf({ frontier }: SearchSide): number {
    return frontier.reduce((sum, id) => sum + (this.#links.has(id) ? 0 : this.#edges.get(id)!), 0);
  }

  async #goOut(sides: SearchSide[]): Promise<boolean> {
    this.#edgesRead += sides.reduce((sum, side) => sum + this.#costOf(side), 0);
    if (this.#edgesRead > mostEdgesRead) this.truncated = "EFFORT";
    else if (performance.now() > this.#until) {
      this.truncated = "TIME";
      this.#graph.incomplete.add("paths");
    }
    if (this.truncated !== null) return false;
    await this.#read([...new Set(sides.flatMap(({ frontier }) => frontier))].filter((id) => !this.#links.has(id)));
    for (const side of sides) {
      side.radius += 1;
      const next: string[] = [];
      for (const id of side.frontier)
        for (const to of this.#links.get(id)!.keys())
          if (!side.distance.has(to)) {
            side.distance.set(to, side.radius);
            // A path ends at its target.
            if (to !== side.goal) next.push(to);
          }
      side.frontier = next;
    }
    return true;
  }

  async #read(ids: string[]): Promise<void> {
    const { links, closed } = await readLinks(this.#graph, ids, this.#walk);
    this.searched.steps += links.length;
    this.searched.hubs += closed;
    for (const id of ids) this.#links.set(id, new Map());
    for (const link of links) {
      this.#edges.set(link.to, link.edges);
      const steps = this.#links.get(link.from)!;
      const known = steps.get(link.to);
      if (known === undefined || telling(link, known)) steps.set(link.to, link);
    }
    this.searched.entities = this.#edges.size;
  }

  /** The best paths of exactly that length, without repeated entities. */
  async #ofLength(length: number, wanted: number): Promise<PathCandidate[]> {
    const left = this.#costsLeft(length);
    const [{ goal }, { goal: start }] = this.#sides;
    const least = left[0]!.get(start);
    if (least === undefined) return [];
    // Best-first: order by the cost so far plus a lower bound of the rest, so that the first to arrive is best.
    const queue = new TinyQueue<Begun>([{ ids: [start], spent: 0, total: least }], cheaper);
    const found: { ids: string[]; crowd: number }[] = [];
    for (let looked = 0; queue.length > 0; looked += 1) {
      if (looked > mostLookedAt) {
        this.truncated = "EFFORT";
        break;
      }
      const { ids, spent, total } = queue.pop()!;
      if (found.length >= wanted && (total > found[wanted - 1]!.crowd || found.length >= mostEquals)) break;
      const [last, at] = [ids.at(-1)!, ids.length - 1];
      if (at === length) {
        found.push({ ids, crowd: spent });
        continue;
      }
      for (const to of this.#next(last, left[at + 1]!)) {
        if (ids.includes(to)) continue;
        const now = spent + (to === goal ? 0 : this.#edges.get(to)!);
        queue.push({ ids: [...ids, to], spent: now, total: now + left[at + 1]!.get(to)! });
      }
    }
    const candidates = found.map(({ ids, crowd }) => ({ crowd, links: this.#linksOf(ids) }));
    const equals = candidates.some(({ crowd }, index) => index > 0 && crowd === candidates[index - 1]!.crowd);
    return (equals ? await ranked(this.#graph, candidates) : candidates).slice(0, wanted);
  }

  /** For each position in a path of that length, the possible entities, and a lower bound of the remaining crowd. */
  #costsLeft(length: number): Map<string, number>[] {
    const [one, other] = this.#sides;
    const split = Math.min(one.radius, length);
    const left: Map<string, number>[] = Array.from({ length: length + 1 }, () => new Map<string, number>());
    left[length]!.set(one.goal, 0);
    for (let at = length - 1; at >= 0; at -= 1) {
      const cost = (to: string): number => (at + 1 === length ? 0 : this.#edges.get(to)!) + left[at + 1]!.get(to)!;
      const keep = (from: string, to: string): void => {
        if (at === 0 ? from !== other.goal : from === one.goal || from === other.goal) return;
        const known = left[at]!.get(from);
        const now = cost(to);
        if (known === undefined || now < known) left[at]!.set(from, now);
      };
      if (at >= split) {
        for (const to of left[at + 1]!.keys())
          for (const from of this.#links.get(to)?.keys() ?? [])
            if (at > split || (one.distance.get(from) ?? Infinity) <= at) keep(from, to);
      } else {
        for (const [from, distance] of one.distance)
          if (distance <= at && this.#links.has(from)) for (const to of this.#next(from, left[at + 1]!)) keep(from, to);
      }
    }
    return left;
  }

  /** The neighbours of an entity among some. Each step is known from at least one side. */
  #next(from: string, among: Map<string, number>): string[] {
    const links = this.#links.get(from);
    if (links && links.size <= among.size) return [...links.keys()].filter((id) => among.has(id));
    return [...among.keys()].filter((id) => links?.has(id) ?? this.#links.get(id)?.has(from));
  }

  #linksOf(ids: string[]): Link[] {
    return ids.slice(1).map((to, index) => {
      const from = ids[index]!;
      const [there, back] = [this.#links.get(from)?.get(to), this.#links.get(to)?.get(from)];
      return there ?? { ...back!, from, to, forward: !back!.forward };
    });
  }
}

interface Begun {
  ids: string[];
  spent: number;
  total: number;
}

function sideOf(id: string, goal: string): SearchSide {
  return { distance: new Map([[id, 0]]), frontier: [id], radius: 0, goal };
}

function cheaper(one: Begun, other: Begun): number {
  return one.total - other.total || other.ids.length - one.ids.length || compare(one.ids.join(), other.ids.join());
}

/** Of two steps between the same entities, the one to show: through an entity first, as more informative, then by id. */
function telling(link: Link, than: Link): boolean {
  if ((link.via === null) !== (than.via === null)) return link.via !== null;
  return compare(`${link.via} ${link.kind.name}`, `${than.via} ${than.kind.name}`) < 0;
}
