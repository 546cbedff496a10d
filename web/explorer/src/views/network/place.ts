/**
 * Where everything stands. The same state has the same places: nothing is drawn by lot, and what stands already stays
 * where it is when more is added. Runs in a worker, on a server and in tests alike.
 */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Batch } from "./gather.ts";
import type { Move } from "./state.ts";

export interface Place {
  x: number;
  y: number;
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
  const graph = new Graph({ type: "undirected", multi: false });
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

/** Adds entities around another, on its far side, or to the right of everything. */
function addBeside(found: Map<string, Place>, parent: string | null, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const free = new Occupied();
  for (const place of found.values()) free.take(place);
  const all = [...found.values()];
  const right = Math.max(0, ...all.map(({ x }) => x)) + room.width * 1.5;
  const at = (parent === null ? undefined : found.get(parent)) ?? { x: all.length === 0 ? 0 : right, y: 0 };
  const middle = { x: mean(all.map(({ x }) => x)), y: mean(all.map(({ y }) => y)) };
  const away = Math.hypot(at.x - middle.x, at.y - middle.y) || 1;
  // The middle of the new ones, far enough to have room for all of them.
  const radius = parent === null ? 0 : Math.sqrt(ids.length * room.width * room.height) * 0.8 + room.width / 2;
  const lean = all.length < 2 ? 0 : 1;
  const heart = {
    x: at.x + ((at.x - middle.x) / away) * radius * lean,
    y: at.y + ((at.y - middle.y) / away) * radius * lean,
  };
  for (const [index, id] of ids.entries()) {
    const seed = spiral(index, room.width * 0.8);
    const place = free.nearest({ x: heart.x + seed.x, y: heart.y + seed.y });
    free.take(place);
    found.set(id, place);
  }
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
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
