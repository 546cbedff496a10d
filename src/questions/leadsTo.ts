/** Fields of an answer that lead to entities, declared where the answer has their ids. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info } from "type-graphql";
import type { Context } from "../graph/graph.ts";

/**
 * Declares a field beside the property that holds the id of its entity, or the ids of several.
 * @param name of the field.
 * @param type what it leads to; a list where the property is one.
 */
export function LeadsTo(
  name: string,
  type: () => object,
  description: string,
  { nullable = false } = {},
): PropertyDecorator {
  return (answer, property) => {
    function resolve(
      this: Record<PropertyKey, string | string[] | null>,
      { graph }: Context,
      info: GraphQLResolveInfo,
    ) {
      const ids = this[property];
      if (ids == null) return null;
      return Array.isArray(ids) ? graph.nodes(ids, info) : graph.node(ids, info);
    }
    Object.defineProperty(answer, name, { value: resolve, configurable: true });
    Field(type as never, { description, nullable })(answer, name, Object.getOwnPropertyDescriptor(answer, name)!);
    Ctx()(answer, name, 0);
    Info()(answer, name, 1);
  };
}
