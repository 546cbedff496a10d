/** The steps of a graph in memory, and paths found by plain search, to compare with `paths`. */
import { implementationsOf, relationOf, typeNamed } from "../../src/graph/model/model.ts";
import type { Relation } from "../../src/graph/model/declarations.ts";
import type { Item, Memory } from "./memory.ts";

export interface Steps {
  /** For each entity except participations and tenures, its neighbours in one step, and through what. */
  next: Map<string, Map<string, string[]>>;
  /** The number of edges of each. */
  edges: Map<string, number>;
}

/** Reads the steps of a graph in memory. */
export function stepsOf(memory: Memory): Steps {
  const steps: Steps = { next: new Map(), edges: new Map() };
  const entities = new Set(implementationsOf(typeNamed("Entity")!.class).map(({ name }) => name));
  for (const [id, item] of memory.items) if (entities.has(item.type.name)) steps.next.set(id, new Map());
  const add = (from: string, to: string, through: string): void => {
    if (from === to) return;
    const known = steps.next.get(from)!;
    known.set(to, [...(known.get(to) ?? []), through]);
  };
  for (const [relation, led] of memory.relations) {
    if (relation.edge === undefined) continue;
    const symmetric = relation.inverse === relation.name;
    for (const [owner, targets] of led) {
      for (const target of targets) {
        for (const id of symmetric ? [owner] : [owner, target]) steps.edges.set(id, (steps.edges.get(id) ?? 0) + 1);
        const joint = [owner, target].find((id) => memory.items.get(id)?.type.joins.length);
        if (joint !== undefined) continue;
        add(owner, target, "");
        if (!symmetric) add(target, owner, "");
      }
    }
  }
  for (const [id, { type }] of memory.items) {
    if (type.joins.length === 0) continue;
    const ends = type.joins.flatMap(
      (name) => memory.relations.get(relationOf(type.class, name) as Relation)!.get(id) ?? [],
    );
    for (const from of ends) for (const to of ends) add(from, to, id);
  }
  return steps;
}

/** Whether something was, or may have been, between two days, according to its dates. */
export function overlaps({ type, properties }: Item, [first, last]: [string, string]): boolean {
  const { from, until, never = [] } = type.time;
  const date = from === "sortKey" ? type.order.find((name) => name in properties && `${name}Last` in properties) : from;
  const begin = from === "sortKey" ? properties.sortKey : properties[`${from}First`];
  const end = properties[`${until ?? date}Last`];
  if (never.includes(properties.status as string)) return false;
  if (from === undefined || type.order[0] === "meeting") return true;
  return (
    (begin === undefined || begin === "~" || (begin as string) <= last) &&
    (end === undefined || (end as string) >= first)
  );
}

/**
 * All paths between two entities up to a length, without repeated entities: the ids on each.
 * @param passable whether a path may pass through something.
 * @param usable whether a step may be taken, through a participation or tenure; "" for one along a relation.
 */
export function waysBetween(
  { next }: Steps,
  from: string,
  to: string,
  longest: number,
  passable: (id: string) => boolean,
  usable: (through: string) => boolean = () => true,
): string[][] {
  const distance = distances(next, to, longest, (id) => id !== from && passable(id), usable);
  const found: string[][] = [];
  const go = (way: string[]): void => {
    const last = way.at(-1)!;
    for (const [id, through] of next.get(last) ?? []) {
      if (way.includes(id) || !through.some(usable)) continue;
      if (id === to) found.push([...way, id]);
      else if (passable(id) && way.length + (distance.get(id) ?? Infinity) <= longest) go([...way, id]);
    }
  };
  go([from]);
  return found;
}

function distances(
  next: Steps["next"],
  start: string,
  longest: number,
  passable: (id: string) => boolean,
  usable: (through: string) => boolean,
): Map<string, number> {
  const found = new Map([[start, 0]]);
  let frontier = [start];
  for (let distance = 1; distance <= longest; distance += 1) {
    const reached: string[] = [];
    for (const id of frontier)
      for (const [to, through] of next.get(id) ?? [])
        if (!found.has(to) && passable(to) && through.some(usable)) {
          found.set(to, distance);
          reached.push(to);
        }
    frontier = reached;
  }
  return found;
}
