import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Context } from "../graph/graph.ts";
import { mostGroups } from "../graph/counts.ts";
import { maximumConditions, maximumRelations } from "../graph/filter.ts";
import { pageSize } from "../graph/page.ts";
import type { Limits } from "../settings.ts";

@ObjectType({
  simpleResolvers: true,
  description: "What one request may ask at most. Beyond it the answer is LIMIT_EXCEEDED.",
})
export class ServiceLimits {
  @Field(() => Int, { description: "How many items a page has when none is asked for." })
  standardPageSize!: number;
  @Field(() => Int, { description: "How many items a page may have." })
  maximumPageSize!: number;
  @Field(() => Int, { description: "How many conditions a filter may have." })
  conditions!: number;
  @Field(() => Int, { description: "How many relations a filter may follow, one behind the other." })
  filterRelations!: number;
  @Field(() => Int, { description: "How many groups `counts` may answer." })
  groups!: number;
  @Field(() => Int, { description: "How deep a query may nest." })
  depth!: number;
  @Field(() => Int, { description: "How many aliases a query may have." })
  aliases!: number;
  @Field(() => Int, { description: "How many tokens a query may have." })
  tokens!: number;
  @Field(() => Int, { description: "How many bytes a request may have." })
  bodyBytes!: number;
  @Field(() => Int, {
    description:
      "How many objects an answer may hold, counted by the sizes of its pages. `extensions.cost` of each answer tells what its request came to.",
  })
  cost!: number;
  @Field(() => Int, { description: "How many milliseconds a request may take; after that it is TIMEOUT." })
  milliseconds!: number;
  @Field(() => Int, { description: "How many exports may be under way at once; another one is refused meanwhile." })
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
