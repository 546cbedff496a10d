/** The declarations of `entities/` as data. The decorators write it; everything else reads. */
import type { EntityType, ModelClass, Property, Relation } from "./declarations.ts";
import { derived } from "./derived.ts";

const types = new Map<ModelClass, EntityType>();
const properties = new Map<ModelClass, Map<string, Property>>();
const relations = new Map<ModelClass, Map<string, Relation>>();

/** Cache of derived data, by function. Cleared by each new declaration. */
const remembered = new Map<string, Map<unknown, unknown>>();

/** A cached answer about the model. */
function remember<T>(question: string, about: unknown, answer: () => T): T {
  let answers = remembered.get(question);
  if (!answers) remembered.set(question, (answers = new Map()));
  if (!answers.has(about)) answers.set(about, answer());
  return answers.get(about) as T;
}

/** Records a class; only decorators call it. */
export function declareType(type: EntityType): void {
  remembered.clear();
  types.set(type.class, type);
}

/** Records a property of a class; only decorators call it. */
export function declareProperty(domain: ModelClass, property: Property): void {
  if (derived.includes(property.name as never))
    throw new Error(
      `${domain.name}.${property.name}: nodes store a derived value under that name. Give the property another name.`,
    );
  members(properties, domain).set(property.name, property);
}

/** Records a relation of a class; only decorators call it. */
export function declareRelation(relation: Relation): void {
  members(relations, relation.domain).set(relation.name, relation);
}

/** All declared types, interfaces included, by name. */
export function allTypes(): readonly EntityType[] {
  return remember("types", null, () => [...types.values()].sort((a, b) => a.name.localeCompare(b.name)));
}

/** The types that have instances, by name. */
export function entityTypes(): readonly EntityType[] {
  return remember("entities", null, () => allTypes().filter((type) => !type.abstract));
}

/** The types that facts may state: claims and identity decisions are derived. */
export function statedTypes(): readonly EntityType[] {
  return implementationsOf(classNamed("Entity"));
}

/** The dates that say when an entity began or took place, the most exact first. */
export function beginningsOf({ class: cls, order, time: { from, until } }: EntityType): readonly string[] {
  if (from !== "sortKey") return from === undefined ? [] : [from];
  return order.filter((name) => name !== until && propertyOf(cls, name)?.datatype === "date");
}

/** The relation that an entity takes its order and time from, such as a participation's meeting. Undefined for most. */
export function inheritedTime({ class: cls, order }: EntityType): Relation | undefined {
  return relationOf(cls, order[0]!);
}

/** The type of a class. Throws if the class isn't an entity. */
export function typeOf(cls: ModelClass): EntityType {
  const type = types.get(cls);
  if (!type) throw new Error(`${cls.name} is not an entity: it lacks @Type or @Interface.`);
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

/** The class with that name, without importing it. @throws if there is none. */
export function classNamed(name: string): ModelClass {
  const type = typeNamed(name);
  if (!type) throw new Error(`No entity is called ${name}: is it in entities/entities.ts?`);
  return type.class;
}

/** The type with that kind of id, or undefined. */
export function typeOfKind(kind: string): EntityType | undefined {
  return remember("kinds", null, () => new Map(entityTypes().map((type) => [type.kind, type]))).get(kind);
}

/** The properties of a type, inherited ones first. A redeclared one replaces the inherited one. */
export function propertiesOf(cls: ModelClass): readonly Property[] {
  return inherited(properties, cls).all;
}

/** The relations of a type, inherited ones first. A redeclared one replaces the inherited one. */
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
  return relation.edge !== undefined || relation.foreignKey === true;
}

/** The owning relation that this one reads backwards, or undefined. */
export function owningSideOf(relation: Relation): Relation | undefined {
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

/** The concrete types of a type: itself, or its implementations. */
export function implementationsOf(cls: ModelClass): readonly EntityType[] {
  return remember("implementations", cls, () => entityTypes().filter((type) => lineage(type.class).includes(cls)));
}

/** The GraphQL coordinate of a relation, which is also the name of its file: `Meeting.host`. */
export function coordinate(relation: Relation): string {
  return `${relation.domain.name}.${relation.name}`;
}

interface Inherited<T> {
  all: readonly T[];
  named: ReadonlyMap<string, T>;
}

/** The members of a class and its base classes. */
function inherited<T>(store: Map<ModelClass, Map<string, T>>, cls: ModelClass): Inherited<T> {
  return remember(store === (properties as unknown) ? "properties" : "relations", cls, () => {
    const named = new Map(lineage(cls).flatMap((each) => [...(store.get(each) ?? [])]));
    return { all: [...named.values()], named };
  });
}

function members<T>(store: Map<ModelClass, Map<string, T>>, domain: ModelClass): Map<string, T> {
  remembered.clear();
  let found = store.get(domain);
  if (!found) store.set(domain, (found = new Map()));
  return found;
}
