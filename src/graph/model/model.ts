/** What the classes of `entities/` declare, read back as data. The decorators write here; all else reads. */

import { derived } from "./derived.ts";

/** How a property's value is kept in the graph, and so how it is filtered and read. */
export type PropertyKind = "text" | "texts" | "integer" | "float" | "boolean" | "enumeration" | "date" | "json";

export interface Property {
  name: string;
  kind: PropertyKind;
  description: string;
  /** What it is in the vocabularies of others. */
  elsewhere?: Elsewhere;
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

/** `schema:name`; of a date, perhaps not the date itself but the first and last day that it can mean. */
export type Elsewhere = string | { first: string; last: string };

export interface Relation {
  name: string;
  many: boolean;
  description: string;
  /** The name of the class that it leads to, and the class. @throws when no class is called so. */
  leadsTo: string;
  target: () => ModelClass;
  elsewhere?: string;
  /** On the owning side: the type of the edge that leads from this entity to the target. */
  edge?: string;
  /** On the owning side, where there are too many for edges: the target is kept by its id alone. */
  keyed?: boolean;
  /** On the other side: the owning relation of the target that this one reads backwards. */
  inverse?: string;
  /** On a derived relation: the relation of the same entity that it passes, and the one from there to the items. */
  through?: readonly [string, string];
  /** On the owning side: it is not read from the other side. */
  oneWay?: boolean;
  /** The edges have an order of their own, kept in their `sortKey`. */
  ordered: boolean;
  required: boolean;
  /** The class that declares it, perhaps an interface. */
  owner: ModelClass;
}

/**
 * What tells when an entity held or took place: date properties, or `sortKey`, whose beginning is the first day.
 * What has dates says where its end is, in `until`, or that it `isMoment` or `isTimeless`.
 */
export interface Time {
  from?: string;
  until?: string;
  /** It happened once and for all: as of a day, all that had begun by then. */
  isMoment?: true;
  /** It has dates, and none of them tells when it held. */
  isTimeless?: true;
  /** Words of its `status` under which it never did. */
  never?: readonly string[];
  /** A list of days and spans in which sources show it: what it did, where the others tell its life. */
  shown?: string;
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

/** What a class tells of itself in `@Entity`, and an interface doesn't. */
export interface EntityOptions {
  /**
   * The properties that its lists sort by: the first one that has a value. Nothing sorts last. `name` unless told.
   * A to-one relation instead: it sorts as its target does, so a participation by the day of its meeting.
   */
  order: readonly string[];
  /** When it held or took place. What sorts by a date begins with it, unless told; empty for what has no time. */
  time: Time;
  /** The plural word of its root list: its name with an s, unless told. */
  plural: string;
  /**
   * How much it weighs in a search, 1 unless told: more for what is looked for by its own name, less for what is named
   * after others, 0 for what would only crowd them out.
   */
  searched: number;
  /** Fields that one record of a source gives together, a name that is made of the others among them: one claim may say them all. */
  together: readonly string[];
  /**
   * Where it is an edge that is kept as a node, since it has facts of its own: the to-one relations whose targets it
   * joins, who before what. To a reader it is one step.
   */
  joins: readonly string[];
  /** Everything is connected by it: no way goes through it unless that is asked for. */
  hub: boolean;
  /** What is asked for often and would be sought among too many. */
  partialIndexes: readonly PartialIndex[];
  /** What it is in the vocabularies of others, besides a `prov:Entity`: `schema:Event`. */
  elsewhere: readonly string[];
}

export interface EntityType extends EntityOptions {
  name: string;
  /** The first half of its ids: the name in kebab-case. */
  kind: string;
  class: ModelClass;
  description: string;
  /** An interface has no instances of its own. */
  abstract: boolean;
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

/** The types that a search finds. */
export function searchedTypes(): readonly EntityType[] {
  return entityTypes().filter(({ searched }) => searched > 0);
}

/** The type with that name, or undefined. */
export function typeNamed(name: string): EntityType | undefined {
  return remember("names", null, () => new Map(allTypes().map((type) => [type.name, type]))).get(name);
}

/** The class with that name, without an import of it. @throws if there is none. */
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
