/** Two queries for each entity: one by a key, and the list of all. */
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import type { Context } from "../graph/graph.ts";
import { camelCase } from "../graph/model/casing.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import type { PageArguments } from "../graph/page.ts";
import { connectionOf, pageArgumentsOf } from "../graph/connection.ts";
import { entityBy, keyInputOf } from "./keys.ts";

/** The resolver class of an entity's look-up and list. */
export function lookupOf(type: EntityType): new () => object {
  const { name, class: cls } = type;

  const Key = keyInputOf(type);

  class Lookup {
    one(by: Record<string, string>, context: Context, info: GraphQLResolveInfo) {
      return entityBy(type, by, context.graph, info);
    }

    all(args: PageArguments, { graph }: Context, info: GraphQLResolveInfo) {
      return graph.list(type, args, info);
    }
  }
  const prototype = Lookup.prototype as object;
  Query(() => cls as never, {
    name: camelCase(name),
    nullable: true,
    description: `${type.description} Looks up one by a key. Null if there is none.`,
  })(prototype, "one", {});
  Arg("by", () => Key, { description: "The key." })(prototype, "one", 0);
  Query(() => connectionOf(cls) as never, {
    name: type.plural,
    description: `${type.description} Lists all of them, in pages.`,
  })(prototype, "all", {});
  Args(() => pageArgumentsOf(cls) as never)(prototype, "all", 0);
  for (const [method] of [["one"], ["all"]] as const) {
    Ctx()(prototype, method, 1);
    Info()(prototype, method, 2);
  }
  Resolver()(Lookup);
  return Lookup;
}
