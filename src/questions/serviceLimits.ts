import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../graph/graph.ts";
import { mostGroups } from "../graph/counts.ts";
import { maximumConditions, maximumRelations } from "../graph/filter.ts";
import { pageSize } from "../graph/page.ts";
import type { Limits } from "../settings.ts";

@ObjectType({
  simpleResolvers: true,
  description: "The limits of one request. Exceeding one gives LIMIT_EXCEEDED.",
})
export class ServiceLimits {
  @Field(() => Int, { description: "Items in a page by default." })
  standardPageSize!: number;
  @Field(() => Int, { description: "Items in a page." })
  maximumPageSize!: number;
  @Field(() => Int, { description: "Conditions in a filter." })
  conditions!: number;
  @Field(() => Int, { description: "Relations that a filter may follow in a chain." })
  filterRelations!: number;
  @Field(() => Int, { description: "Groups in an answer of `counts`." })
  groups!: number;
  @Field(() => Int, { description: "Nesting depth of a query." })
  depth!: number;
  @Field(() => Int, { description: "Aliases in a query." })
  aliases!: number;
  @Field(() => Int, { description: "Tokens in a query." })
  tokens!: number;
  @Field(() => Int, { description: "Bytes in a request." })
  bodyBytes!: number;
  @Field(() => Int, {
    description:
      "Objects in an answer, computed from the page sizes. Each answer gives its own cost in `extensions.cost`.",
  })
  cost!: number;
  @Field(() => Int, { description: "Milliseconds per request; after that, TIMEOUT." })
  milliseconds!: number;
  @Field(() => Int, { description: "Concurrent exports; more are refused." })
  exports!: number;
}

@Resolver()
export class ServiceLimitsQuestion {
  @Query(() => ServiceLimits, { description: "The limits in force." })
  serviceLimits(@Ctx() { limits }: Context & { limits: Limits }): ServiceLimits {
    return {
      ...limits,
      standardPageSize: pageSize.standard,
      maximumPageSize: pageSize.maximum,
      conditions: maximumConditions,
      filterRelations: maximumRelations,
      groups: mostGroups,
    };
  }
}
