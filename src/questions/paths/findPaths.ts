/** Ways between two entities: the shortest, and the next best. Plain data, for the schema and for exports alike. */
import TinyQueue from "tinyqueue";
import type { Graph } from "../../graph/graph.ts";
import { compare } from "../../graph/arrays.ts";
import { describeSteps, sentenceOf, type Step } from "./describe.ts";
import { ranked, type PathCandidate } from "./rankPaths.ts";
import { findEnds, readLinks, type End, type Link, type Walk } from "./walk.ts";

/** How long a way may be, in steps. */
export const longestPath = 6;
/** How many ways are told at most. */
export const mostPaths = 10;
/** What has more edges than this is a hub, unless told. */
export const hubEdges = 200;
/** And no more than this may be asked for. */
export const mostHubEdges = 1000;
/** How many edges are read for one question at most. */
const mostEdgesRead = 100_000;
/** How many edges are few, so that reading them costs less than a statement of their own. */
const fewEdges = 2000;
/** How many ways are looked at in ranking. */
const mostLookedAt = 20_000;
/** How many ways that equal each other in length and crowd are ranked by their sources. */
const mostEquals = 100;
/** How long is searched, in milliseconds. */
const patience = 2000;

export interface PathsOptions {
  first: number;
  maximumLength: number;
  through: readonly string[] | null;
  during: string | null;
  avoid: readonly string[];
  /** Kinds of id that no way goes through, and how many edges anything else may have. */
  hubs: { kinds: readonly string[]; mostEdges: number };
}

export interface FoundPath {
  steps: Step[];
  sentence: string;
}

export interface FoundPaths {
  from: string;
  to: string;
  /** The best first. */
  paths: FoundPath[];
  /** Why more may be there than was found; null when all that the arguments allow was searched. */
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

/** One of the two sides that a search goes out from. */
interface SearchSide {
  distance: Map<string, number>;
  /** What is farthest, and not gone on from yet. */
  frontier: string[];
  radius: number;
  goal: string;
}

/** A search from both ends at once, one statement for each step that either side goes out. */
class Search {
  truncated: FoundPaths["truncated"] = null;
  readonly searched = { entities: 2, steps: 0, length: 0, hubs: 0 };
  readonly #graph: Graph;
  readonly #options: PathsOptions;
  readonly #walk: Walk;
  readonly #sides: [SearchSide, SearchSide];
  /** The steps from everything that was gone on from, one for each neighbour. */
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
      avoid: options.avoid.filter((id) => id !== from.id && id !== to.id),
      ends: [from.id, to.id],
      closed: options.hubs.kinds,
      mostEdges: options.hubs.mostEdges,
      collapse: true,
    };
    this.#sides = [sideOf(from.id, to.id), sideOf(to.id, from.id)];
    for (const { id, edges } of [from, to]) this.#edges.set(id, edges);
  }

  /** The best ways: shorter ones first, and of one length those that say most. */
  async best(): Promise<PathCandidate[]> {
    const found: PathCandidate[] = [];
    for (let length = 1; length <= this.#options.maximumLength; length += 1) {
      if (!(await this.#reach(length))) break;
      this.searched.length = length;
      // All that one of them can be led to is known, and the other isn't in it.
      if (this.#sides.some(({ distance, goal, frontier }) => frontier.length === 0 && !distance.has(goal))) break;
      found.push(...(await this.#ofLength(length, this.#options.first - found.length)));
      if (found.length >= this.#options.first || this.truncated !== null) break;
    }
    return found;
  }

  /** Goes out until both sides together reach so far. */
  async #reach(length: number): Promise<boolean> {
    const [one, other] = this.#sides;
    while (one.radius + other.radius < length) {
      const [cheap, dear] = this.#costOf(one) <= this.#costOf(other) ? [one, other] : [other, one];
      // A side that has nowhere to go has gone as far as can be. Two that cost little go out in one statement.
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
    else if (performance.now() > this.#until) this.truncated = "TIME";
    if (this.truncated !== null) return false;
    await this.#read([...new Set(sides.flatMap(({ frontier }) => frontier))].filter((id) => !this.#links.has(id)));
    for (const side of sides) {
      side.radius += 1;
      const next: string[] = [];
      for (const id of side.frontier)
        for (const to of this.#links.get(id)!.keys())
          if (!side.distance.has(to)) {
            side.distance.set(to, side.radius);
            // A way ends where it was to lead.
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

  /** The best ways of just that length, each without going twice through anything. */
  async #ofLength(length: number, wanted: number): Promise<PathCandidate[]> {
    const left = this.#costsLeft(length);
    const [{ goal }, { goal: start }] = this.#sides;
    const least = left[0]!.get(start);
    if (least === undefined) return [];
    // From the cheapest on: a way's cost so far and the least that may come, so that the first to arrive is the best.
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

  /** For each place in a way of that length, what can stand there, and the least crowd that is still to come. */
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

  /** Where one can go from an entity, of some. Steps are known from one of their sides at least. */
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

/** Of two steps between the same two, the one that is told: through an entity, since that tells more, and the first by id. */
function telling(link: Link, than: Link): boolean {
  if ((link.via === null) !== (than.via === null)) return link.via !== null;
  return compare(`${link.via} ${link.kind.name}`, `${than.via} ${than.kind.name}`) < 0;
}
