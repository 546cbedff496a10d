/** Keys, by which a query takes an entity: the id, the slug, or a code that identifies one. */
import type { GraphQLResolveInfo } from "graphql";
import { Field, InputType } from "type-graphql";
import "../entities/entities.ts";
import { inputError } from "../graph/errors.ts";
import type { Graph } from "../graph/graph.ts";
import { GlobalID, readId } from "../graph/id.ts";
import { camelCase } from "../graph/model/casing.ts";
import type { EntityType, Property } from "../graph/model/declarations.ts";
import { entityTypes, propertiesOf } from "../graph/model/model.ts";
import { once } from "../graph/once.ts";

/** The key inputs made here; the schema marks them `@oneOf`, which type-graphql doesn't support. */
export const keyInputs: string[] = [];

/** A key of one type: one of its words, with its value. */
export type Key = Record<string, string>;

const id = { word: "id", description: "The global id." };
const slug = { word: "slug", description: "The part of the id after the colon." };

/** The input for a type without codes. Created once. */
const idKey = once(() => keyInput("IDKey", "A key of an entity: give exactly one field.", [id, slug]));

/** The input for one entity of a type: `CountryKey`, or `IDKey` if it has no codes. Created once. */
export const keyInputOf = once((type: EntityType): new () => object => {
  const codes = [...codesOf(type)].map(([word, { description, datatype }]) => ({
    word,
    description: datatype === "texts" ? `${description} Give one of them.` : description,
  }));
  if (codes.length === 0) return idKey();
  return keyInput(`${type.name}Key`, `A key of ${type.name}: give exactly one field.`, [id, slug, ...codes]);
});

/** The input for an entity of any type: its id, or a key of a type that has codes. */
export type AnyKey = Record<string, string | Key>;

/** The input for `AnyKey`. */
export const EntityKey = keyInput("EntityKey", "A key of any entity: give exactly one field.", [id]);
for (const type of coded())
  Field(() => keyInputOf(type) as never, { nullable: true, description: `A key of ${type.name}.` })(
    EntityKey.prototype as object,
    camelCase(type.name),
  );

function keyInput(name: string, description: string, words: { word: string; description: string }[]) {
  class Input {}
  for (const { word, description: about } of words)
    Field(() => (word === "id" ? GlobalID : String) as never, { nullable: true, description: about })(
      Input.prototype,
      word,
    );
  InputType(name, { description })(Input);
  keyInputs.push(name);
  return Input;
}

/** The types that have codes. */
function coded(): EntityType[] {
  return entityTypes().filter((type) => codesOf(type).size > 0);
}

/** The codes of a type, by their names in keys. */
function codesOf({ class: cls }: EntityType): Map<string, Property> {
  return new Map(propertiesOf(cls).flatMap((property) => (property.key ? [[property.key, property]] : [])));
}

/**
 * The entity of a key, or null.
 * @param selected the fields needed, if other than those right below the resolved field.
 * @throws BAD_USER_INPUT when an id is malformed, or of another type.
 */
export function entityBy(
  type: EntityType,
  by: Key,
  graph: Graph,
  info: GraphQLResolveInfo,
  selected?: Set<string>,
): Promise<{ id: string } | null> {
  const code = codesOf(type).get(given(by)[0]);
  return code ? graph.find(type, code, given(by)[1], info, selected) : graph.node(idOfKey(type, by), info, selected);
}

/**
 * The id that a key gives, or null if a key of a type leads to nothing. A plain id is not looked up.
 * @throws BAD_USER_INPUT when an id is malformed, or of another type than the key.
 */
export async function idBy(by: AnyKey, graph: Graph, info: GraphQLResolveInfo): Promise<string | null> {
  const [word, value] = given(by);
  if (word === "id") return value as string;
  const type = coded().find(({ name }) => camelCase(name) === word)!;
  return (await entityBy(type, value as Key, graph, info, new Set()))?.id ?? null;
}

/** The ids that several keys give. @throws as `idBy`. */
export function idsBy(keys: readonly AnyKey[], graph: Graph, info: GraphQLResolveInfo): Promise<(string | null)[]> {
  return Promise.all(keys.map((key) => idBy(key, graph, info)));
}

// The schema takes exactly one.
function given<Value>(by: Record<string, Value>): [word: string, value: Value] {
  return Object.entries(by).find(([, each]) => each != null)!;
}

/** The id that an id or a slug gives. @throws BAD_USER_INPUT when it is malformed, or of another type. */
export function idOfKey(type: EntityType, key: Key): string {
  const [word, value] = given(key);
  const id = word === "slug" ? `${type.kind}:${value}` : value;
  if (readId(id).type !== type)
    throw inputError(
      `An id of type ${type.name} begins with "${type.kind}:"; got "${id}". For an id of any type, ask "node".`,
    );
  return id;
}
