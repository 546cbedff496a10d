/** Relay connections as GraphQL types: of entities, and of objects without an id. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Args, ArgsType, Ctx, Field, Info, Int, ObjectType } from "type-graphql";
import { countsArgumentsOf, countsOf, GroupCount, type CountsArguments, type Grouped } from "./counts.ts";
import { inputError } from "./errors.ts";
import { filterOf } from "./filterInput.ts";
import { classNamed, typeOf } from "./model/model.ts";
import type { ModelClass } from "./model/declarations.ts";
import { once } from "./once.ts";
import { orderInputOf } from "./order.ts";
import { selectedFields } from "./selection/selectedFields.ts";
import { PageInfo, evidenceSize, pageSize, type Evidence, type Page } from "./page.ts";

/** The TypeScript type of a list field. */
export type Connection<T extends object> = Page<T>;

// The part of the context that this file needs: graph.ts imports it.
interface EvidenceContext {
  graph: { evidence(of: Evidence, info: GraphQLResolveInfo): Promise<object[]> };
}

/** The connection type of an entity or interface: `MeetingConnection`. Created once. */
export const connectionOf = once((cls: ModelClass): ModelClass => {
  const { name } = typeOf(cls);
  class Edge {
    declare evidence: Evidence;
    claims({ graph }: EvidenceContext, info: GraphQLResolveInfo): Promise<object[]> {
      return graph.evidence(this.evidence, info);
    }
  }
  const edge = Edge.prototype;
  edgeFields(edge, () => cls, "The item.");
  Field(() => [classNamed("Claim") as never], {
    description: `Evidence that the item belongs in this list: at most ${evidenceSize} claims. In a list of all entities, any claims about it.`,
  })(edge, "claims", Object.getOwnPropertyDescriptor(edge, "claims")!);
  Ctx()(edge, "claims", 0);
  Info()(edge, "claims", 1);
  ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} and its cursor.` })(Edge);
  class ConnectionType {
    declare grouped: Grouped | undefined;
    counts(args: CountsArguments, info: GraphQLResolveInfo): Promise<GroupCount[]> {
      if (!this.grouped) throw inputError(`This list of ${name} can't be grouped. Ask for its items.`);
      return countsOf(cls, args, this.grouped, selectedFields(info));
    }
  }
  const total = "The number of items in the whole list, after `filter` and `asOf`.";
  connectionFields(ConnectionType.prototype, { edge: () => Edge, node: () => cls, total });
  Field(() => [GroupCount], {
    description: "Items per group in the whole list, after `filter` and `asOf`.",
  })(ConnectionType.prototype, "counts", Object.getOwnPropertyDescriptor(ConnectionType.prototype, "counts")!);
  const counted = countsArgumentsOf(cls);
  Args(() => counted as never)(ConnectionType.prototype, "counts", 0);
  Info()(ConnectionType.prototype, "counts", 1);
  ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}.` })(
    ConnectionType,
  );
  return ConnectionType;
});

/**
 * The connection type of a list without its own filter: `ContestedFactConnection`.
 * @param words descriptions of an item, a page, and `totalCount`.
 */
export function plainConnectionOf(
  cls: ModelClass,
  name: string,
  words: { item: string; page: string; total: string },
): ModelClass {
  class Edge {}
  edgeFields(Edge.prototype, () => cls, words.item);
  ObjectType(`${name}Edge`, { simpleResolvers: true, description: "An item of the list, with its cursor." })(Edge);
  class ConnectionType {}
  connectionFields(ConnectionType.prototype, { edge: () => Edge, node: () => cls, total: words.total });
  ObjectType(`${name}Connection`, { simpleResolvers: true, description: words.page })(ConnectionType);
  return ConnectionType;
}

/** Declares the fields of every list edge. @param node the type of its items. */
export function edgeFields(prototype: object, node: () => unknown, description: string): void {
  Field(() => String, { description: "The cursor of this item, for `after` or `before`." })(prototype, "cursor");
  Field(node as never, { description })(prototype, "node");
}

/** Declares the fields of every connection. @param of its edges, its items, and the description of `totalCount`. */
export function connectionFields(
  prototype: object,
  of: { edge: () => unknown; node: () => unknown; total: string },
): void {
  Field(() => [of.edge() as never], { description: "The items of this page, with cursors." })(prototype, "edges");
  Field(() => [of.node() as never], { description: "The items of this page, without cursors." })(prototype, "nodes");
  Field(() => PageInfo, { description: "The position of this page in the list." })(prototype, "pageInfo");
  Field(() => Int, { description: of.total })(prototype, "totalCount");
}

/** The arguments of a list without its own filter. */
@ArgsType()
export class RangeArguments {
  @Field(() => Int, {
    nullable: true,
    description: `The number of items from the start, at most ${pageSize.maximum}. Defaults to ${pageSize.standard}.`,
  })
  declare first?: number | null;
  @Field(() => String, { nullable: true, description: "Starts after this cursor." })
  declare after?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: `The number of items from the end, at most ${pageSize.maximum}. Keeps the list's order.`,
  })
  declare last?: number | null;
  @Field(() => String, { nullable: true, description: "Stops before this cursor." })
  declare before?: string | null;
}

/** The arguments of a list of that entity or interface. Created once. */
export const pageArgumentsOf = once((cls: ModelClass): ModelClass => {
  class ListArguments extends RangeArguments {}
  const filter = filterOf(cls);
  Field(() => filter as never, { nullable: true, description: "Only items that match." })(
    ListArguments.prototype,
    "filter",
  );
  const order = orderInputOf(cls);
  Field(() => order as never, { nullable: true, description: "Defaults to the list's own order." })(
    ListArguments.prototype,
    "orderBy",
  );
  Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Only items in effect on this day, events up to it, and types without dates. An unknown end counts as open.",
  })(ListArguments.prototype, "asOf");
  ArgsType()(ListArguments);
  return ListArguments;
});
