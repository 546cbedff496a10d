/**
 * Where everything stands. The same state has the same places: nothing is drawn by lot, and what stands already stays
 * where it is when more is added. Runs in a worker, on a server and in tests alike.
 */
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Move } from "./state.ts";

export interface Place {
  x: number;
  y: number;
}

/** What one move, or the beginning, adds. */
export interface Batch {
  /** Beside what it stands; null for what begins or stands by itself. */
  parent: string | null;
  ids: readonly string[];
}

export interface PlaceInput {
  moves: readonly Move[];
  batches: readonly Batch[];
  steps: readonly { source: string; target: string }[];
}

/** The room that one entity takes with its name below it. */
export const room = { width: 124, height: 62 };

/** Arrangements by what led to them, since each undo comes by the same ones. */
const arranged = new Map<string, Map<string, Place>>();
const mostArranged = 100;

/** The place of each entity. */
export function places({ moves, batches, steps }: PlaceInput): Map<string, Place> {
  let found = new Map<string, Place>();
  const pinned = new Set<string>();
  let path = "";
  for (const [index, { parent, ids }] of batches.entries()) {
    const move = moves[index - 1];
    path += `\n${JSON.stringify(move)} ${ids.join(" ")}`;
    if (index === 0) found = kept(path, () => arrange(ringOf(ids), steps, pinned));
    else if (move?.do === "arrange") found = kept(path, () => arrange(found, steps, pinned));
    else if (move?.do === "pin" && found.has(move.id)) {
      found.set(move.id, { x: move.x, y: move.y });
      pinned.add(move.id);
    } else if (move?.do === "unpin") pinned.delete(move.id);
    else addBeside(found, parent, ids);
  }
  return found;
}

function kept(path: string, make: () => Map<string, Place>): Map<string, Place> {
  let found = arranged.get(path);
  if (!found) {
    if (arranged.size > mostArranged) arranged.clear();
    arranged.set(path, (found = make()));
  }
  return new Map(found);
}

// Evenly in a disc, the first in its middle.
function ringOf(ids: readonly string[]): Map<string, Place> {
  return new Map(ids.map((id, index) => [id, spiral(index, room.width)]));
}

/** The points of a sunflower, which fill a disc evenly. */
function spiral(index: number, step: number): Place {
  const angle = index * 2.399963229728653;
  const radius = step * Math.sqrt(index);
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) * (room.height / room.width) * 1.6 };
}

/** Places by ForceAtlas2, then each moved to the nearest free one. What is pinned stays. */
function arrange(
  from: ReadonlyMap<string, Place>,
  steps: PlaceInput["steps"],
  pinned: ReadonlySet<string>,
): Map<string, Place> {
  if (from.size < 2) return new Map(from);
  const graph = new UndirectedGraph();
  for (const [id, { x, y }] of from) graph.addNode(id, { x: x / 10, y: y / 10, fixed: pinned.has(id) });
  for (const { source, target } of steps)
    if (source !== target && from.has(source) && from.has(target)) graph.mergeEdge(source, target);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: false,
    gravity: 1,
    scalingRatio: 10,
    barnesHutOptimize: graph.order > 400,
  };
  const iterations = graph.order > 1000 ? 100 : 300;
  const laid = forceAtlas2(graph, { iterations, settings });
  const spread = pinned.size > 0 ? 10 : spreadOf(Object.values(laid));
  const free = new Occupied();
  const found = new Map<string, Place>();
  // The most connected first, so that they stay in the middle of theirs.
  const order = [...from.keys()].sort(
    (one, other) => graph.degree(other) - graph.degree(one) || (one < other ? -1 : 1),
  );
  for (const id of [...pinned, ...order]) {
    const wanted = laid[id];
    if (!wanted || found.has(id)) continue;
    const place = pinned.has(id) ? from.get(id)! : free.nearest({ x: wanted.x * spread, y: wanted.y * spread * 0.75 });
    free.take(place);
    found.set(id, place);
  }
  return new Map([...from.keys()].map((id) => [id, found.get(id)!]));
}

// So that on average each has twice the room that it takes.
function spreadOf(laid: readonly Place[]): number {
  const deviation = Math.sqrt(laid.reduce((sum, { x, y }) => sum + x * x + y * y, 0) / laid.length) || 1;
  return Math.sqrt((laid.length * room.width * room.height * 2) / Math.PI) / deviation;
}

/** Adds entities beside another, where there is most room, or one by itself to the right of everything. */
function addBeside(found: Map<string, Place>, parent: string | null, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const all = [...found.values()];
  const free = new Occupied();
  for (const place of all) free.take(place);
  const at = parent === null ? undefined : found.get(parent);
  const heart = at
    ? emptiest(at, all, Math.sqrt(ids.length * room.width * room.height) * 0.7)
    : { x: all.length === 0 ? 0 : Math.max(...all.map(({ x }) => x)) + room.width * 1.5, y: 0 };
  for (const [index, id] of ids.entries()) {
    const seed = spiral(index, room.width * 0.8);
    const place = free.nearest({ x: heart.x + seed.x, y: heart.y + seed.y });
    free.take(place);
    found.set(id, place);
  }
}

/** The middle of a disc beside a point in which the fewest others are, near rather than far. */
function emptiest(at: Place, others: readonly Place[], radius: number): Place {
  let best = { place: at, cost: Infinity };
  for (const distance of [1.15, 1.6, 2.2, 3])
    for (let part = 0; part < 16; part += 1) {
      const angle = (part / 16) * 2 * Math.PI;
      const place = {
        x: at.x + (distance * radius + room.width / 2) * Math.cos(angle),
        y: at.y + distance * radius * Math.sin(angle),
      };
      const crowd = others.filter(({ x, y }) => Math.hypot(x - place.x, y - place.y) < radius).length;
      const cost = crowd * room.width + distance * radius;
      if (cost < best.cost) best = { place, cost };
    }
  return best.place;
}

/** The room that is taken, by squares of a grid. */
class Occupied {
  readonly #taken = new Map<string, Place[]>();

  take(place: Place): void {
    const key = this.#keyOf(place.x, place.y);
    this.#taken.set(key, [...(this.#taken.get(key) ?? []), place]);
  }

  /** The free place nearest to a wanted one, in whole numbers. */
  nearest({ x, y }: Place): Place {
    for (let index = 0; ; index += 1) {
      const offset = spiral(index, 24);
      const place = { x: Math.round(x + offset.x), y: Math.round(y + offset.y) };
      if (this.#isFree(place)) return place;
    }
  }

  #isFree({ x, y }: Place): boolean {
    for (const column of [-1, 0, 1])
      for (const row of [-1, 0, 1])
        for (const other of this.#taken.get(this.#keyOf(x + column * room.width, y + row * room.height)) ?? [])
          if (Math.abs(other.x - x) < room.width && Math.abs(other.y - y) < room.height) return false;
    return true;
  }

  #keyOf(x: number, y: number): string {
    return `${Math.floor(x / room.width)} ${Math.floor(y / room.height)}`;
  }
}
