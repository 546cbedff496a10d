/** Random filters give the same as a plain evaluation in memory, in the requested order. */
import { fold } from "../../src/graph/fold.ts";
import { beforeAll, expect, test } from "@jest/globals";
import { groupingsOf } from "../../src/graph/counts.ts";
import { entityTypes, propertiesOf, relationsOf } from "../../src/graph/model/model.ts";
import { listQuery } from "../../src/graph/listQueries.ts";
import { readPage } from "../../src/graph/page.ts";
import type { EntityType, Property } from "../../src/graph/model/declarations.ts";
import { grouped, holds, readMemory, type Item, type Memory } from "../support/memory.ts";
import { useService } from "../support/service.ts";
import { telling } from "../support/shapes.ts";

const { ask, service } = useService();

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));
/** Random choices that a seed repeats (mulberry32, public domain). */
class Choices {
  #state: number;
  constructor(of: number) {
    this.#state = of;
  }
  /** From 0 to below 1. */
  random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)]!;
  }
  whether(chance: number): boolean {
    return this.random() < chance;
  }
}
// A statement's text follows from the shape alone, and planning it takes the most time: each shape is asked with several values.
let shape: Choices;
let values: Choices;

let memory: Memory;
beforeAll(async () => {
  memory = await readMemory(service().door);
});

const shapes = 100;
const valuesOfEach = 5;
const parts = 10;

let discerning = 0;
test.each(Array.from({ length: parts }, (_, index) => index))("filters, part %i of ten", async (index) => {
  for (let each = index; each < shapes; each += parts) {
    for (let drawn = 0; drawn < valuesOfEach; drawn += 1) {
      shape = new Choices(seed + each);
      values = new Choices(seed + each + drawn * shapes);
      const type = shape.one(entityTypes());
      const filter = filterFor(type, 3, 2);
      const text = written(filter);
      const by = groupsFor(type);
      // The two ways to count put the same condition elsewhere.
      const groups = `counts(groupBy: [${by.join()}], first: 1000) { keys { value } count uncertain }`;
      const counted = each % 5 === 0 ? `totalCount ${groups}` : "";
      const { data, errors } = await ask(`{ ${type.plural}(first: 100, filter: ${text}) { ${counted} nodes { id } } }`);
      const why = `SEED=${seed}: ${type.plural} ${text}`;
      expect([why, errors]).toEqual([why, undefined]);
      const expected = itemsOf(type).filter((item) => holds(memory, item, evaluated(filter)));
      if (expected.length > 0 && expected.length < itemsOf(type).length) discerning += 1;
      const { totalCount = expected.length, counts = grouped(memory, expected, by).slice(0, 1000) } = data[type.plural];
      expect([why, totalCount]).toEqual([why, expected.length]);
      expect([why, by, counts]).toEqual([why, by, grouped(memory, expected, by).slice(0, 1000)]);
      const ids = new Set(expected.map(({ id }) => id));
      const given = data[type.plural].nodes.map(({ id }: { id: string }) => id) as string[];
      expect([why, given.length, given.filter((id) => !ids.has(id))]).toEqual([why, Math.min(100, ids.size), []]);
    }
  }
});

test("of these filters, enough hold of some items and not of others", () => {
  expect(discerning).toBeGreaterThan((shapes * valuesOfEach) / 10);
});

test("each kind in the order of each of its properties, both ways", async () => {
  const orders = entityTypes().flatMap((type) =>
    propertiesOf(type.class)
      .filter(({ datatype, name }) => !["json", "texts"].includes(datatype) && name !== "id")
      .flatMap((property) =>
        [false, true].map((descending) => {
          const page = { ...readPage(type.plural, { first: 60 }), order: { property, descending } };
          return { type, property, descending, text: listQuery(type.name, page, { text: [], parameters: {} }) };
        }),
      ),
  );
  const values = ({ type, property }: (typeof orders)[number]): number =>
    new Set(itemsOf(type).map((item) => keyOf(item, property))).size;
  // The order follows from the statement.
  for (const { type, property, descending, text } of telling(orders, (each) => [each.text], values)) {
    const by = property.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
    const direction = descending ? "DESCENDING" : "ASCENDING";
    const { data, errors } = await ask(
      `{ ${type.plural}(first: 60, orderBy: { field: ${by}, direction: ${direction} }) { nodes { id } } }`,
    );
    expect(errors).toBeUndefined();
    expect(service().sent).toContain(text);
    const sorted = itemsOf(type).sort((a, b) => {
      const [x, y] = [keyOf(a, property), keyOf(b, property)];
      return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
    });
    if (descending) sorted.reverse();
    expect([type.name, by, data[type.plural].nodes.map(({ id }: Item) => id)]).toEqual([
      type.name,
      by,
      sorted.slice(0, 60).map(({ id }) => id),
    ]);
  }
});

// One or two of the type's enumeration values.
function groupsFor(type: EntityType): string[] {
  const words = groupingsOf(type.class).map(({ word }) => word);
  const first = shape.one(words);
  const second = shape.one(words);
  return first === second || shape.whether(0.5) ? [first] : [first, second];
}

function itemsOf(type: EntityType): Item[] {
  return [...memory.items.values()].filter((item) => item.type === type);
}

function keyOf({ properties }: Item, { name, datatype }: Property): string | number {
  const value = properties[datatype === "date" && `${name}First` in properties ? `${name}First` : name];
  if (value === undefined) return datatype === "integer" || datatype === "float" ? Infinity : "\uffff";
  if (typeof value === "number") return value;
  const text = value as string;
  return datatype === "text" ? fold(text) : text;
}

// A date is its two days in memory, and its text in the query.
class Day {
  readonly text: string;
  readonly days: [string, string];
  constructor(first: string, last: string) {
    this.text = `${first}/${last}`;
    this.days = [first, last];
  }
}
// So is a value of an enumeration, which the graph may keep under another name.
class Word {
  readonly kept: string;
  readonly word: string;
  constructor(kept: string, { type }: Property) {
    this.kept = kept;
    const words = [type()].flat()[0] as Record<string, string>;
    this.word = Object.keys(words).find((each) => words[each] === kept)!;
  }
}

type Given = Record<string, unknown>;

function filterFor(type: EntityType, breadth: number, depth: number): Given {
  const filter: Given = {};
  if (depth > 0 && shape.whether(0.3)) {
    const word = shape.one(["and", "or", "not"]);
    const part = (): Given => filterFor(type, 2, depth - 1);
    filter[word] = word === "not" ? part() : [part(), part()];
  }
  const relations = relationsOf(type.class);
  if (depth > 0 && relations.length > 0 && shape.whether(0.4)) {
    const relation = shape.one(relations);
    const target = shape.one(
      entityTypes().filter(({ class: cls }) => relation.target() === cls || cls.prototype instanceof relation.target()),
    );
    const inner = (): Given => ofAll(relation.target().name, target, depth);
    filter[relation.name] = !relation.many
      ? inner()
      : shape.whether(0.3)
        ? { count: { [shape.one(["gte", "lte", "eq"])]: Math.floor(values.random() * 4) } }
        : { [shape.one(["some", "none", "every"])]: inner() };
  }
  for (let each = Math.ceil(shape.random() * breadth); each > 0; each -= 1) {
    const property = shape.one(
      propertiesOf(type.class).filter(({ datatype, name }) => datatype !== "json" && name !== "id"),
    );
    filter[property.name] = conditionOn(type, property);
  }
  return filter;
}

// For an interface, only the common fields are available.
function ofAll(name: string, target: EntityType, depth: number): Given {
  return target.name === name
    ? filterFor(target, 1, depth - 1)
    : {
        [shape.one(["name", "summary"])]: conditionOn(
          target,
          propertiesOf(target.class).find((each) => each.name === "name")!,
        ),
      };
}

function conditionOn(type: EntityType, property: Property): Given {
  const having = itemsOf(type).filter(({ properties }) => properties[property.name] !== undefined);
  if (having.length === 0 || shape.whether(0.15))
    return property.datatype !== "boolean" || shape.whether(0.5)
      ? { exists: values.whether(0.5) }
      : { eq: values.whether(0.5) };
  const value = values.one(having).properties[property.name];
  switch (property.datatype) {
    case "texts":
      if (property.enumeration) return { contains: new Word(values.one(value as string[]), property) };
      return { contains: changed(values.one(value as string[])) };
    case "text": {
      const text = changed(value as string);
      const word = shape.one(["eq", "in", "notIn", "contains", "startsWith"]);
      if (word === "contains")
        return { contains: text.slice(Math.floor(text.length / 3), Math.ceil((text.length * 2) / 3)) || text };
      if (word === "startsWith") return { startsWith: text.slice(0, 4) };
      return { [word]: word === "eq" ? text : [text, "nothing is called so"] };
    }
    case "enumeration": {
      const word = shape.one(["eq", "in", "notIn"]);
      const given = new Word(value as string, property);
      return { [word]: word === "eq" ? given : [given] };
    }
    case "boolean":
      return { eq: value };
    case "date": {
      const days = [0, 1]
        .map(() => (values.one(itemsOf(type)).properties[`${property.name}First`] ?? "2000-01-01") as string)
        .sort();
      return { [shape.one(["overlaps", "certainly", "possibly"])]: new Day(days[0]!, days[1]!) };
    }
    default:
      return { [shape.one(["eq", "gt", "gte", "lt", "lte"])]: value };
  }
}

// In another case, and half of the time without accents.
function changed(text: string): string {
  const other = values.whether(0.5) ? text.toUpperCase() : text.toLowerCase();
  return values.whether(0.5) ? other.normalize("NFD").replace(/\p{M}/gu, "") : other;
}

function written(value: unknown): string {
  if (value instanceof Day) return JSON.stringify(value.text);
  if (value instanceof Word) return value.word;
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (value !== null && typeof value === "object")
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${written(each)}`)
      .join(", ")} }`;
  return JSON.stringify(value);
}

function evaluated(value: any): any {
  if (value instanceof Day) return value.days;
  if (value instanceof Word) return value.kept;
  if (Array.isArray(value)) return value.map(evaluated);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, evaluated(each)]));
  return value;
}
