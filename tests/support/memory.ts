/** The graph as plain objects, with filters evaluated over them, to compare with lists. Uses only the engine's few file patterns. */
import { fold } from "../../src/graph/fold.ts";
import type { Door } from "../../src/graph/database/driver.ts";
import { entityTypes, propertyOf, relationOf, relationsOf, typeOf } from "../../src/graph/model/model.ts";
import type { EntityType, Relation } from "../../src/graph/model/declarations.ts";
import { patternOf, printed } from "../../src/graph/model/pattern.ts";

export interface Item {
  id: string;
  type: EntityType;
  properties: Record<string, unknown>;
}

export interface Memory {
  items: Map<string, Item>;
  /** For each relation, the target ids of each id. */
  relations: Map<Relation, Map<string, string[]>>;
}

/** Reads the whole graph: nodes and edges by one statement each, since each costs its plan. */
export async function readMemory(door: Door): Promise<Memory> {
  const items = new Map<string, Item>();
  const types = new Map(entityTypes().map((type) => [type.name, type]));
  const nodes = await door.run("MATCH (item:Node) RETURN labels(item), properties(item)", {}, 60_000);
  for (const [labels, properties] of nodes as [string[], Record<string, unknown>][]) {
    const type = types.get(labels.find((label) => types.has(label))!)!;
    const id = properties.id as string;
    items.set(id, { id, type, properties });
  }
  const edges = new Map<string, Pair[]>();
  const rows = await door.run("MATCH (from:Node)-[edge]->(to:Node) RETURN type(edge), from.id, to.id", {}, 60_000);
  for (const [edge, ...pair] of rows as [string, string, string][]) gather(edges, edge).push(pair);

  const relations = new Map<Relation, Map<string, string[]>>();
  for (const relation of new Set(entityTypes().flatMap(({ class: cls }) => relationsOf(cls)))) {
    const led = new Map<string, string[]>();
    for (const [from, to] of await pairsOf(relation, { items, edges, door })) {
      const { class: cls } = items.get(from)!.type;
      if (relationsOf(cls).includes(relation) && !led.get(from)?.includes(to)) gather(led, from).push(to);
    }
    relations.set(relation, led);
  }
  return { items, relations };
}

type Pair = [string, string];
type Graph = Pick<Memory, "items"> & { edges: Map<string, Pair[]>; door: Door };

/** The targets of a relation, from its declaration. */
async function pairsOf(relation: Relation, graph: Graph): Promise<Pair[]> {
  const { edge, foreignKey, through, inverse, name, domain } = relation;
  if (through) {
    const first = relationOf(domain, through[0])!;
    const onward = new Map<string, string[]>();
    for (const [from, to] of await pairsOf(relationOf(first.target(), through[1])!, graph))
      gather(onward, from).push(to);
    return (await pairsOf(first, graph)).flatMap(([from, by]) => (onward.get(by) ?? []).map((to): Pair => [from, to]));
  }
  if (foreignKey)
    return [...graph.items.values()].flatMap(({ id, type, properties }): Pair[] => {
      const to = relationsOf(type.class).includes(relation) ? properties[`${name}Id`] : undefined;
      return to === undefined ? [] : [[id, to as string]];
    });
  if (edge !== undefined) {
    const pairs = graph.edges.get(edge) ?? [];
    return inverse === name ? [...pairs, ...pairs.map(turned)] : pairs;
  }
  if (inverse !== undefined) return (await pairsOf(relationOf(relation.target(), inverse)!, graph)).map(turned);
  const pattern = patternOf(relation);
  return (await graph.door.run(
    `MATCH (parent:${typeOf(domain).abstract ? "Node" : domain.name}) CALL (parent) { ${printed(pattern)} RETURN DISTINCT item.id AS id } RETURN parent.id, id`,
    {},
    60_000,
  )) as Pair[];
}

const turned = ([from, to]: Pair): Pair => [to, from];

function gather<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

type Given = Record<string, any>;

/** Whether a filter matches an item, evaluated literally as the schema describes it. */
export function holds(memory: Memory, item: Item, filter: Given): boolean {
  return Object.entries(filter).every(([name, given]: [string, Given]) => {
    if (name === "and") return (given as unknown as Given[]).every((each) => holds(memory, item, each));
    if (name === "or") return (given as unknown as Given[]).some((each) => holds(memory, item, each));
    if (name === "not") return !holds(memory, item, given);
    const relation = relationOf(item.type.class, name);
    if (!relation) return Object.entries(given).every(([word, value]) => valueHolds(item, name, word, value));
    const targets = (memory.relations.get(relation)!.get(item.id) ?? []).map((id) => memory.items.get(id)!);
    if (!relation.many) return targets.some((target) => holds(memory, target, given));
    return (
      (!given.some || targets.some((target) => holds(memory, target, given.some as Given))) &&
      (!given.none || !targets.some((target) => holds(memory, target, given.none as Given))) &&
      (!given.every || targets.every((target) => holds(memory, target, given.every as Given))) &&
      (!given.count ||
        Object.entries(given.count as Given).every(([word, value]) => compare(word, targets.length, value)))
    );
  });
}

function valueHolds({ type, properties }: Item, name: string, word: string, wanted: any): boolean {
  const value = properties[name] as any;
  const kind = propertyOf(type.class, name)?.datatype ?? "id";
  if (word === "exists") return (value !== undefined) === wanted;
  if (word === "notIn") return !valueHolds({ type, properties } as Item, name, "in", wanted);
  if (value === undefined) return false;
  if (kind === "texts" && propertyOf(type.class, name)!.enumeration)
    return (value as string[]).includes(wanted as string);
  if (kind === "texts") return (value as string[]).some((each) => fold(each) === fold(wanted));
  if (kind === "date") return dateHolds(properties, name, word, wanted as [string, string]);
  const text = kind === "text";
  const [own, others] = [text ? fold(value) : value, [wanted].flat().map((each) => (text ? fold(each) : each))];
  if (word === "contains") return own.includes(others[0]);
  if (word === "startsWith") return own.startsWith(others[0]);
  return compare(word, own, word === "in" ? others : others[0]);
}

function compare(word: string, own: any, wanted: any): boolean {
  switch (word) {
    case "eq":
      return own === wanted;
    case "in":
      return wanted.includes(own);
    case "notIn":
      return !wanted.includes(own);
    case "gt":
      return own > wanted;
    case "gte":
      return own >= wanted;
    case "lt":
      return own < wanted;
    case "lte":
      return own <= wanted;
    default:
      throw new Error(`No word ${word}.`);
  }
}

// The possible days of a date, against those of an interval of two days.
function dateHolds(properties: Record<string, unknown>, name: string, word: string, wanted: [string, string]): boolean {
  const first = (properties[`${name}First`] as string | undefined) ?? "0000-01-01";
  const last = (properties[`${name}Last`] as string | undefined) ?? "9999-12-31";
  const some = first <= wanted[1] && wanted[0] <= last;
  const all = wanted[0] <= first && last <= wanted[1];
  return word === "overlaps" ? some : word === "certainly" ? all : some && !all;
}

interface Group {
  keys: { value: string | null }[];
  count: number;
  uncertain: number;
}

/** Items in groups, evaluated literally as the schema describes them; sorted by key, null last. */
export function grouped({ items: all }: Memory, items: Item[], by: string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const item of items) {
    const parts = by.map((word) => keyOf(item, word, all));
    const keys = parts.map(({ value }) => ({ value }));
    const found = groups.get(JSON.stringify(keys)) ?? { keys, count: 0, uncertain: 0 };
    groups.set(JSON.stringify(keys), found);
    found.count += 1;
    if (parts.some(({ uncertain }) => uncertain)) found.uncertain += 1;
  }
  const order = (a: Group, b: Group): number => {
    for (const [index, { value }] of a.keys.entries()) {
      const other = b.keys[index]!.value;
      if (value !== other) return value === null ? 1 : other === null ? -1 : value < other ? -1 : 1;
    }
    return 0;
  };
  return [...groups.values()].sort(order);
}

function keyOf(
  { type, properties }: Item,
  word: string,
  all: Memory["items"],
): { value: string | null; uncertain: boolean } {
  if (word === "TYPE") return { value: type.name, uncertain: false };
  const [, start, part] = /^(.+)_(YEAR|DECADE|MONTH)$/.exec(word) ?? [];
  const camel = (start ?? word).toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  if (part !== undefined) {
    const cut = (day: string): string =>
      part === "YEAR" ? day.slice(0, 4) : part === "MONTH" ? day.slice(0, 7) : `${day.slice(0, 3)}X`;
    const first = properties[`${camel}First`] as string | undefined;
    if (first === undefined) return { value: null, uncertain: false };
    const last = (properties[`${camel}Last`] as string | undefined) ?? "9999-12-31";
    return { value: cut(first), uncertain: cut(first) !== cut(last) };
  }
  const property = propertyOf(type.class, camel);
  // PLACE_PART_OF: what the place is part of.
  for (const relation of relationsOf(type.class).filter(({ many }) => !many)) {
    if (!camel.startsWith(relation.name) || camel === relation.name || property) continue;
    const onward = camel.charAt(relation.name.length).toLowerCase() + camel.slice(relation.name.length + 1);
    if (!relationOf(relation.target(), onward)) continue;
    const target = all.get(properties[`${relation.name}Id`] as string);
    return { value: (target?.properties[`${onward}Id`] as string | undefined) ?? null, uncertain: false };
  }
  const value = properties[camel] ?? properties[`${camel}Id`];
  if (property?.enumeration && value !== undefined) {
    const words = property.type() as Record<string, string>;
    return { value: Object.keys(words).find((each) => words[each] === value)!, uncertain: false };
  }
  return { value: value === undefined ? null : String(value as string | boolean), uncertain: false };
}
