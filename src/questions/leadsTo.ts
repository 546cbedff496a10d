/** Fields from ids in an answer to their entities. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, Info } from "type-graphql";
import type { Context } from "../graph/graph.ts";

/**
 * Declares a field beside the property with the id or ids of its entities.
 * @param name of the field.
 * @param type the target type; a list if the property is one.
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
