/** What is in sight: the entities and steps of a state after its filters, with their places and marks. */
import type { Entity, Gathered, Step } from "./gather.ts";
import type { Kinds, Mark } from "./kinds.ts";
import type { Place } from "./place.ts";
import { pinsIn, type NetworkState } from "./state.ts";

export interface SceneNode extends Entity, Place {
  mark: Mark;
  radius: number;
  isPinned: boolean;
  isStart: boolean;
  /** The number of its steps in sight. */
  shown: number;
}

export interface SceneStep extends Step {
  from: SceneNode;
  to: SceneNode;
}

export interface Scene {
  nodes: readonly SceneNode[];
  steps: readonly SceneStep[];
  byId: ReadonlyMap<string, SceneNode>;
}

/** @param places of entities; one without a place isn't in sight yet. */
export function sceneOf(
  state: NetworkState,
  gathered: Gathered,
  places: ReadonlyMap<string, Place>,
  kinds: Kinds,
): Scene {
  const [hidden, withoutKinds, withoutSteps] = [state.hidden, state.withoutKinds, state.withoutSteps].map(
    (each) => new Set(each),
  ) as [Set<string>, Set<string>, Set<string>];
  const pins = pinsIn(state.moves);
  const begun = new Set([...state.of, ...state.moves.flatMap((move) => (move.do === "add" ? [move.id] : []))]);
  const candidates = [...gathered.entities.values()].filter(
    ({ id, kind }) => places.has(id) && !hidden.has(id) && !withoutKinds.has(kind),
  );
  const ids = new Set(candidates.map(({ id }) => id));
  const drawable = [...gathered.steps.values()].filter(({ source, target }) => ids.has(source) && ids.has(target));
  const steps = drawable.filter((step) => !withoutSteps.has(step.kind) && isDuring(step, state.during));
  const degree = new Map<string, number>();
  for (const { source, target } of steps)
    for (const id of new Set([source, target])) degree.set(id, (degree.get(id) ?? 0) + 1);
  // What the filters leave without any step is left out too, unless it was asked for.
  const stepped = new Set(drawable.flatMap(({ source, target }) => [source, target]));
  const nodes = candidates
    .filter(({ id }) => degree.has(id) || !stepped.has(id) || begun.has(id) || pins.has(id))
    .map((entity): SceneNode => {
      const shown = degree.get(entity.id) ?? 0;
      return {
        ...entity,
        ...places.get(entity.id)!,
        mark: kinds.markOf(entity.kind),
        radius: Math.min(14, 5 + Math.sqrt(shown) * 1.2) + (begun.has(entity.id) ? 2 : 0),
        isPinned: pins.has(entity.id),
        isStart: begun.has(entity.id),
        shown,
      };
    });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return {
    nodes,
    steps: steps.map((step) => ({ ...step, from: byId.get(step.source)!, to: byId.get(step.target)! })),
    byId,
  };
}

/** Whether a step falls in some years or may: an undated one may. */
function isDuring({ date }: Step, during: string | null): boolean {
  if (during === null || date === null) return true;
  const [from, until] = during.split("/") as [string, string];
  return (date.firstDay ?? "0000") <= `${until}-12-31` && (date.lastDay ?? "9999") >= from;
}

/** The first and the last year of what is dated in sight or filtered away. Null if nothing is. */
export function yearsIn({ steps }: Gathered): [number, number] | null {
  const days = [...steps.values()].flatMap(({ date }) => [date?.firstDay, date?.lastDay].flatMap((day) => day ?? []));
  if (days.length === 0) return null;
  const years = days.map((day) => Number(day.slice(0, 4)));
  return [Math.min(...years), Math.max(...years)];
}

/** How many of an entity's steps of each kind are in sight. */
export function shownByKind({ steps }: Scene, id: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, source, target } of steps)
    if (source === id || target === id) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
