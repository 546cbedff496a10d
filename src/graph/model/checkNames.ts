/** Checks that the schema names of entities, their lists and their enumerations are unique. */
import { by, namesOf, twice, type Taken } from "./mistakes.ts";
import { propertiesOf } from "./model.ts";
import { camelCase } from "./casing.ts";
import type { EntityType } from "./declarations.ts";

/** Kinds, queries and enumerations with the same name. */
export function* mistakesOfNames(types: readonly EntityType[]): Generator<string> {
  yield* twice(
    "the kind",
    types.flatMap(({ name, kind }) => by(name, kind)),
  );
  yield* twice(
    "the question",
    types.flatMap(({ name, plural }) => by(name, camelCase(name), plural)),
  );
  const enumerations = new Map<unknown, Taken[]>();
  for (const { name: type, class: cls } of types)
    for (const { name, enumeration, type: of } of propertiesOf(cls))
      enumerations.set([of()].flat()[0], by(`${type}.${name}`, enumeration));
  yield* twice("the enumeration", [...enumerations.values()].flat());
}

/** The names of the schema types generated for an entity. */
export function typesMadeFor({ name, class: cls }: Pick<EntityType, "name" | "class">): string[] {
  const properties = propertiesOf(cls);
  const ends = ["Connection", "Edge", "Filter", "Group", "ListFilter", "Order", "OrderField"];
  if (properties.some(({ key }) => key)) ends.push("Key");
  if (properties.some(({ datatype }) => datatype === "integer")) ends.push("Number");
  return ends.map((end) => `${name}${end}`);
}

/** Names of the engine's own types. The types of queries aren't known here: see `asStartError`. */
export function* mistakesOfGeneratedNames(types: readonly EntityType[]): Generator<string> {
  const made = new Map<string, string>();
  for (const type of types) for (const each of typesMadeFor(type)) made.set(each, type.name);
  const enumerations = new Map<string, string>();
  for (const { name, class: cls } of types)
    for (const { name: property, enumeration } of propertiesOf(cls))
      if (enumeration !== undefined && !enumerations.has(enumeration))
        enumerations.set(enumeration, `${name}.${property}`);
  for (const each of enumerations.keys()) made.set(`${each}Filter`, `the enumeration ${each}`);
  const taken = (where: string, name: string, what: string): string[] =>
    made.has(name) ? [`${where}: the type "${name}" is made for ${made.get(name)} already. Rename the ${what}.`] : [];
  for (const { name } of types) yield* taken(name, name, "class");
  for (const [name, where] of enumerations) {
    if (namesOf(types).includes(name))
      yield `${where}: the enumeration "${name}" has the name of an entity. Rename the enumeration.`;
    yield* taken(where, name, "enumeration");
  }
}
