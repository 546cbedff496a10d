/** Two queries for each entity: one by a key, and the list of all. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Field, Info, InputType, Query, Resolver } from "type-graphql";
import { inputError } from "../graph/errors.ts";
import type { Context } from "../graph/graph.ts";
import { GlobalID, readId } from "../graph/id.ts";
import { propertiesOf } from "../graph/model/model.ts";
import { camelCase } from "../graph/model/casing.ts";
import type { EntityType, Property } from "../graph/model/declarations.ts";
import { once } from "../graph/once.ts";
import type { PageArguments } from "../graph/page.ts";
import { connectionOf, pageArgumentsOf } from "../graph/connection.ts";

/** The key inputs made here; the schema marks them `@oneOf`, which type-graphql doesn't support. */
export const keyInputs: string[] = [];

/** The input for one entity of a type: `CountryKey`. Created once. */
export const keyInputOf = once((type: EntityType): new () => object => {
  const { name } = type;
  class Key {}
  const keyField = (field: string, scalar: () => unknown, description: string): void =>
    Field(scalar as never, { nullable: true, description })(Key.prototype, field);
  keyField("id", () => GlobalID, "The global id.");
  keyField("slug", () => String, "The part of the id after the colon.");
  for (const [word, { description, datatype }] of keysOf(type))
    keyField(word, () => String, datatype === "texts" ? `Any of these. ${description}` : description);
  InputType(`${name}Key`, { description: `A key of ${name}: give exactly one.` })(Key);
  keyInputs.push(`${name}Key`);
  return Key;
});

// Its natural keys, by their names in look-ups.
function keysOf({ class: cls }: EntityType): Map<string, Property> {
  return new Map(propertiesOf(cls).flatMap((property) => (property.key ? [[property.key, property]] : [])));
}

/** The entity of a key, or null. @throws BAD_USER_INPUT when an id is malformed, or of another kind. */
export function entityBy(
  type: EntityType,
  by: Record<string, string>,
  { graph }: Context,
  info: GraphQLResolveInfo,
): Promise<{ id: string } | null> {
  const [key, value] = Object.entries(by).find(([, each]) => each != null)!;
  if (key === "slug") return graph.node(`${type.kind}:${checkedSlug(type, value)}`, info);
  if (key !== "id") return graph.find(type, keysOf(type).get(key)!, value, info);
  if (readId(value).type !== type)
    throw inputError(
      `The id of a ${type.name} begins with "${type.kind}:"; got "${value}". For an id of any kind ask "node".`,
    );
  return graph.node(value, info);
}

/** The resolver class of an entity's look-up and list. */
export function lookupOf(type: EntityType): new () => object {
  const { name, class: cls } = type;

  const Key = keyInputOf(type);

  class Lookup {
    one(by: Record<string, string>, context: Context, info: GraphQLResolveInfo) {
      return entityBy(type, by, context, info);
    }

    all(args: PageArguments, { graph }: Context, info: GraphQLResolveInfo) {
      return graph.list(type, args, info);
    }
  }
  const prototype = Lookup.prototype as object;
  Query(() => cls as never, {
    name: camelCase(name),
    nullable: true,
    description: `${type.description} Looks one up by a key. Null if there is none.`,
  })(prototype, "one", {});
  Arg("by", () => Key, { description: "The key." })(prototype, "one", 0);
  Query(() => connectionOf(cls) as never, {
    name: type.plural,
    description: `${type.description} Lists all, in pages.`,
  })(prototype, "all", {});
  Args(() => pageArgumentsOf(cls) as never)(prototype, "all", 0);
  for (const [method] of [["one"], ["all"]] as const) {
    Ctx()(prototype, method, 1);
    Info()(prototype, method, 2);
  }
  Resolver()(Lookup);
  return Lookup;
}

function checkedSlug(type: EntityType, slug: string): string {
  readId(`${type.kind}:${slug}`);
  return slug;
}
