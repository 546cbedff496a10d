/** What the classes of `entities/` declare, read back as data. The decorators write here; all else reads. */

import { derived } from "./derived.ts";

/** How a property's value is kept in the graph, and so how it is filtered and read. */
export type PropertyKind = "text" | "texts" | "integer" | "float" | "boolean" | "enumeration" | "date" | "json";

export interface Property {
  name: string;
  kind: PropertyKind;
  description: string;
  /** The GraphQL type, as type-graphql takes it. */
  type: () => unknown;
  /** The name and the words of its enumeration. */
  enumeration?: string;
  values?: readonly string[];
  /** Of a value with a structure of its own: what a fact must give. @throws when it gives something else. */
  parse?: (value: unknown) => unknown;
  /** Every instance has it: the checker refuses a fact without it. */
  required: boolean;
  /** The word of a natural key, whose value names one entity: its own name, or, of a list, that for one of its values. */
  key: string | undefined;
  /** A wording: sources that word it in other ways don't contradict each other. */
  wording: boolean;
  /** A text of few values, by which lists can be grouped. */
  grouped: boolean;
}

export interface Relation {
  name: string;
  many: boolean;
  description: string;
  target: () => ModelClass;
  /** On the owning side: the type of the edge that leads from this entity to the target. */
  edge?: string;
  /** On the owning side, where there are too many for edges: the target is kept by its id alone. */
  keyed?: boolean;
  /** On the other side: the owning relation of the target that this one reads backwards. */
  inverse?: string;
  /** On a derived relation: the relation of the same entity that leads to it, one item for each of its own. */
  through?: string;
  /** On the owning side: the words between this entity and the target, in a sentence: `was held in`. */
  says?: string;
  /** The edges have an order of their own, kept in their `sortKey`. */
  ordered: boolean;
  required: boolean;
  /** The class that declares it, perhaps an interface. */
  owner: ModelClass;
}

/** What tells when an entity held or took place. */
export interface Time {
  from?: string;
  until?: string;
  /** Words of its `status` under which it never did. */
  never?: readonly string[];
  /** A list of days and spans in which sources show it: what it did, where the others tell its life. */
  shown?: string;
}

/** The words of a joint: between who and what, and for one more who is joined to the same, with `{}` for the name. */
export type Says = readonly [between: string, more: string];

/** What makes an entity an edge that is kept as a node, since it has facts of its own: to a reader it is one step. */
export interface Joins {
  /** The to-one relations whose targets it joins, in the order of a sentence: who, then what. */
  ends: readonly string[];
  /** `["took part in", "in which {} took part too"]` */
  says: Says;
  /** The property whose values have words of their own, and those. */
  by?: string;
  words?: Readonly<Record<string, Says>>;
  /** Where the last of its ends may not have come about: its property, the values that tell so, and what is said then. */
  unsettled?: { by: string; values: readonly string[]; says: Says };
}

/** What an entity is called in a sentence, where its name is a title: the talks in Mexico City on 27 December 2023. */
export interface Called {
  noun: string;
  /** The property whose values have nouns of their own, and those. */
  by?: string;
  words?: Readonly<Record<string, string>>;
  /** The to-one relations that tell where: the first that it has. Without them it is called by noun and title. */
  at?: readonly string[];
}

/**
 * An index of few among many: those that one to-one relation leads from, and that have no value in certain others.
 * An index can't be asked for what is not there, so its nodes keep the id under a name of their own. Whoever changes
 * a declaration writes a migration: what is loaded is not settled anew.
 */
export interface PartialIndex {
  /** The property of the node: the id of the relation's target, where none of `without` has a value. */
  name: string;
  /** The to-one relation. */
  of: string;
  /** The properties and to-one relations of which none may have a value. */
  without: readonly string[];
}

export interface EntityType {
  name: string;
  /** The first half of its ids: the name in kebab-case. */
  kind: string;
  class: ModelClass;
  description: string;
  /** An interface has no instances of its own. */
  abstract: boolean;
  /**
   * The properties that lists sort by: the first one that has a value. Nothing sorts last.
   * A to-one relation instead: it sorts as its target does, so a participation by the day of its meeting.
   */
  order: string[];
  /**
   * What tells when it held or took place: date properties, or `sortKey`, whose beginning is the first day.
   * Empty for what has no time. What has no `until` has happened once it began.
   */
  time: Time;
  /** The plural word of its root list. */
  plural: string;
  /** How much it weighs in a search; 0 for what no search finds. */
  searched: number;
  /** Fields that one record of a source gives together, and that one claim may say. */
  together: string[];
  /** Where it is an edge kept as a node. Null for all that is a thing of its own. */
  joins: Joins | null;
  /** What it is called in a sentence. Null for what is called by its name. */
  called: Called | null;
  /** Everything is connected by it, so that a way through it says nothing. */
  hub: boolean;
  /** What is asked for often and would be sought among too many. */
  partialIndexes: readonly PartialIndex[];
}

// Decorated classes have constructors of every shape; only their names and prototypes are used.
export type ModelClass = abstract new (...parameters: any[]) => object;

const types = new Map<ModelClass, EntityType>();
const properties = new Map<ModelClass, Map<string, Property>>();
const relations = new Map<ModelClass, Map<string, Relation>>();

/** What was put together from these, by what was asked for. Forgotten when more is declared. */
const remembered = new Map<string, Map<unknown, unknown>>();

/** What a question about the model was answered before, or is now. */
function remember<T>(question: string, about: unknown, answer: () => T): T {
  let answers = remembered.get(question);
  if (!answers) remembered.set(question, (answers = new Map()));
  if (!answers.has(about)) answers.set(about, answer());
  return answers.get(about) as T;
}

/** Records a class; called by the decorators alone. */
export function declareType(type: EntityType): void {
  remembered.clear();
  types.set(type.class, type);
}

/** Records a property of a class; called by the decorators alone. */
export function declareProperty(owner: ModelClass, property: Property): void {
  if (derived.includes(property.name as never))
    throw new Error(
      `${owner.name}.${property.name}: nodes keep what is derived under that name. Give the property another.`,
    );
  members(properties, owner).set(property.name, property);
}

/** Records a relation of a class; called by the decorators alone. */
export function declareRelation(relation: Relation): void {
  members(relations, relation.owner).set(relation.name, relation);
}

/** All declared types, interfaces included, by name. */
export function allTypes(): readonly EntityType[] {
  return remember("types", null, () => [...types.values()].sort((a, b) => a.name.localeCompare(b.name)));
}

/** The types that have instances, by name. */
export function entityTypes(): readonly EntityType[] {
  return remember("entities", null, () => allTypes().filter((type) => !type.abstract));
}

/** The types that facts may state: claims, and decisions on identity, follow from facts. */
export function statedTypes(): readonly EntityType[] {
  return implementationsOf(classNamed("Entity"));
}

/** The dates that tell when an entity began or took place, the one that tells it most exactly first. */
export function beginningsOf({ class: cls, order, time: { from, until } }: EntityType): readonly string[] {
  if (from !== "sortKey") return from === undefined ? [] : [from];
  return order.filter((name) => name !== until && propertyOf(cls, name)?.kind === "date");
}

/** The relation to what an entity sorts as, and whose time it has: that of a participation is its meeting. Undefined for most. */
export function inheritedTime({ class: cls, order }: EntityType): Relation | undefined {
  return relationOf(cls, order[0]!);
}

/** The type that a class declares. Throws if the class isn't an entity. */
export function typeOf(cls: ModelClass): EntityType {
  const type = types.get(cls);
  if (!type) throw new Error(`${cls.name} is not an entity: it lacks @Entity or @Interface.`);
  return type;
}

/** The type with that name, or undefined. */
export function typeNamed(name: string): EntityType | undefined {
  return allTypes().find((type) => type.name === name);
}

/** The class with that name, for the few places where an import would close a circle. Throws if there is none. */
export function classNamed(name: string): ModelClass {
  const type = typeNamed(name);
  if (!type) throw new Error(`No entity is called ${name}: is it in entities/index.ts?`);
  return type.class;
}

/** The type whose ids begin with that kind, or undefined. */
export function typeOfKind(kind: string): EntityType | undefined {
  return remember("kinds", null, () => new Map(entityTypes().map((type) => [type.kind, type]))).get(kind);
}

/** The properties of a type, inherited ones first. One that it declares anew stands for the one that it would inherit. */
export function propertiesOf(cls: ModelClass): readonly Property[] {
  return inherited(properties, cls).all;
}

/** The relations of a type, inherited ones first. One that it declares anew stands for the one that it would inherit. */
export function relationsOf(cls: ModelClass): readonly Relation[] {
  return inherited(relations, cls).all;
}

/** One property by name, or undefined. */
export function propertyOf(cls: ModelClass, name: string): Property | undefined {
  return inherited(properties, cls).named.get(name);
}

/** One relation by name, or undefined. */
export function relationOf(cls: ModelClass, name: string): Relation | undefined {
  return inherited(relations, cls).named.get(name);
}

/** Whether facts state the relation on this side. */
export function isOwned(relation: Relation): boolean {
  return relation.edge !== undefined || relation.keyed === true;
}

/** The owning relation that this one reads backwards, or undefined. */
export function ownerOf(relation: Relation): Relation | undefined {
  return relation.inverse === undefined ? undefined : relationOf(relation.target(), relation.inverse);
}

/** The interfaces and the type itself, root first. */
export function lineage(cls: ModelClass): ModelClass[] {
  const chain: ModelClass[] = [];
  for (
    let each: unknown = cls;
    typeof each === "function" && each !== Function.prototype;
    each = Object.getPrototypeOf(each)
  ) {
    chain.unshift(each as ModelClass);
  }
  return chain;
}

/** The concrete types that a type stands for: itself, or those that implement it. */
export function implementationsOf(cls: ModelClass): readonly EntityType[] {
  return remember("implementations", cls, () => entityTypes().filter((type) => lineage(type.class).includes(cls)));
}

/** The GraphQL coordinate of a relation, which is also the path of its file: `Meeting.host`. */
export function coordinate(relation: Relation): string {
  return `${relation.owner.name}.${relation.name}`;
}

/** `MigrationRoute` to `migration-route`. */
export function kebabCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}

/** `MigrationRoute` to `MIGRATION_ROUTE`, `partOf` to `PART_OF`: as words of an enumeration are written. */
export function wordOf(name: string): string {
  return kebabCase(name).replaceAll("-", "_").toUpperCase();
}

/** `MigrationRoute` to `migrationRoute`. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

interface Inherited<T> {
  all: readonly T[];
  named: ReadonlyMap<string, T>;
}

/** The members of a class and of those that it extends. */
function inherited<T>(store: Map<ModelClass, Map<string, T>>, cls: ModelClass): Inherited<T> {
  return remember(store === (properties as unknown) ? "properties" : "relations", cls, () => {
    const named = new Map(lineage(cls).flatMap((each) => [...(store.get(each) ?? [])]));
    return { all: [...named.values()], named };
  });
}

function members<T>(store: Map<ModelClass, Map<string, T>>, owner: ModelClass): Map<string, T> {
  remembered.clear();
  let found = store.get(owner);
  if (!found) store.set(owner, (found = new Map()));
  return found;
}

/** A description that says when the value is null: as it stands where it says so, else that no source tells it. */
export function saysNull(description: string): string {
  return /\bnull\b/i.test(description) ? description : `${description} Null when no source tells it.`;
}
