/** Turns rows into objects, once: instances of the entity classes with the requested columns. */
import type { Row } from "../database/driver.ts";
import { EDTFDate } from "../edtf.ts";
import { implementationsOf, isOwned, propertiesOf, relationsOf, typeOfKind } from "../model/model.ts";
import type { EntityType, ModelClass, Property, Relation } from "../model/declarations.ts";
import { once } from "../once.ts";
import type { Placed } from "../page.ts";
import type { JoinedList, Selection } from "./selection.ts";

/** An entity as resolvers see it. */
export type Item = object & { id: string };

/** The columns that a selection needs: properties, and the target ids of to-one relations. */
export function columnsOf(cls: ModelClass, selected: Set<string>): string[] {
  const columns = new Set<string>();
  for (const each of [cls, ...implementationsOf(cls).map((type) => type.class)]) {
    for (const property of propertiesOf(each))
      if (selected.has(property.name) && property.name !== "id") columns.add(property.name);
    for (const relation of relationsOf(each))
      if (!relation.many && isOwned(relation) && selected.has(relation.name)) columns.add(`${relation.name}Id`);
  }
  return [...columns].sort();
}

export function placed([sortKey, tie, ...own]: Row, selection: Selection, parent: string): Placed<Item> {
  return {
    position: [sortKey as string | number, tie as string, parent],
    node: itemOf(own, selection),
  };
}

export function bare(id: string): Item {
  return Object.assign(Object.create(readKind(id).class.prototype) as Item, { id });
}

/** A list that came with an entity: its length, and its page, as far as they were read. */
export interface CameList {
  list: JoinedList;
  count: number | null;
  items: Placed<Item>[] | null;
}

/** What came with an entity, in one statement. */
interface Joined {
  targets: Map<Relation, Item | null>;
  lists: CameList[];
}

const joined = Symbol("joined");

function joinedOf(item: object): Joined | undefined {
  return (item as { [joined]?: Joined })[joined];
}

/** The target of a to-one relation that came with an entity, or null; undefined if it wasn't read with it. */
export function joinedTo(item: object, relation: Relation): Item | null | undefined {
  return joinedOf(item)?.targets.get(relation);
}

/** The page of a list that came with an entity. @param key as `keyOfPage`. */
export function joinedList(item: object, relation: Relation, key: string): CameList | undefined {
  return joinedOf(item)?.lists.find(({ list }) => list.relation === relation && list.key === key);
}

/** An entity from its id, its columns, and what came with it. */
export function itemOf([id, values, targets, lists]: Row, selection: Selection): Item {
  const found = item(id as string, selection.columns, values as unknown[]);
  if (selection.joined.length + selection.lists.length === 0) return found;
  const came: Joined = {
    targets: new Map(
      selection.joined.map(({ relation, selection: own }, index) => {
        const target = (targets as (Row | null)[])[index];
        return [relation, target ? itemOf(target, own) : null];
      }),
    ),
    lists: selection.lists.map((list, index) => {
      const [count, rows] = (lists as [number | null, Row[] | null][])[index]!;
      const { selection: own } = list;
      return { list, count, items: own && rows!.map((row) => placed(row, own, id as string)) };
    }),
  };
  Object.defineProperty(found, joined, { value: came });
  return found;
}

function item(id: string, columns: string[], values: unknown[]): Item {
  const found = bare(id) as Item & Record<string, unknown>;
  const readers = readersOf(readKind(id).class);
  for (let index = 0; index < columns.length; index += 1) {
    const name = columns[index]!;
    const reader = readers.get(name);
    found[name] = reader ? reader(values[index]) : values[index];
  }
  return found;
}

function readKind(id: string): EntityType {
  const type = typeOfKind(id.slice(0, id.indexOf(":")));
  if (!type) throw new Error(`The graph holds "${id}", whose kind is not in entities/entities.ts.`);
  return type;
}

type ValueReader = (value: unknown) => unknown;

// Conversion of stored values to GraphQL values, for the kinds that differ.
const readersOf = once(
  (cls: ModelClass): Map<string, ValueReader> =>
    new Map(
      propertiesOf(cls).flatMap((property) => {
        const reader = readerOf(property);
        return reader ? [[property.name, reader] as const] : [];
      }),
    ),
);

function readerOf(property: Property): ValueReader | undefined {
  const type = property.type();
  const list = Array.isArray(type);
  if (list && type[0] === EDTFDate) return (value) => ((value ?? []) as string[]).map((each) => new EDTFDate(each));
  if (property.datatype === "date") return (value) => (value == null ? null : new EDTFDate(value as string));
  if (property.datatype === "json")
    return (value) => (value == null ? (list ? [] : null) : JSON.parse(value as string));
  return list ? (value) => value ?? [] : undefined;
}
