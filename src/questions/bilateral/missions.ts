/** The mission of one state to another: its offices, their holders, and the holder on a day. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import { Country } from "../../entities/Country.ts";
import { Post } from "../../entities/Post.ts";
import { Tenure } from "../../entities/Tenure.ts";
import type { Context } from "../../graph/graph.ts";
import type { PageArguments } from "../../graph/page.ts";
import { connectionOf, pageArgumentsOf } from "../../graph/connection.ts";
import { dayArgument } from "../asOf/day.ts";
import { holdersOfMission, HoldingsAsOf } from "../asOf/offices.ts";
import { pairLists } from "./pairLists.ts";
import { LeadsTo } from "../leadsTo.ts";

@ObjectType({ simpleResolvers: true, description: "The mission of one state to another, with its heads." })
export class Mission {
  @LeadsTo("sending", () => Country, "The state that sends it.")
  readonly sendingId: string;
  @LeadsTo("receiving", () => Country, "The state that receives it.")
  readonly receivingId: string;
  @LeadsTo("posts", () => [Post], "The office of its head. Empty when no source mentions one.")
  readonly postIds: string[];

  constructor(sendingId: string, receivingId: string, postIds: string[]) {
    this.sendingId = sendingId;
    this.receivingId = receivingId;
    this.postIds = postIds;
  }
}

@Resolver(() => Mission)
export class MissionFields {
  @FieldResolver(() => connectionOf(Tenure) as never, {
    description: "Its heads, and those appointed who never served; see `status`.",
  })
  tenures(
    @Root() { postIds, sendingId, receivingId }: Mission,
    @Args(() => pageArgumentsOf(Tenure) as never) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const list = { name: "Mission.tenures", type: Tenure, patterns: pairLists.tenures, relation: null };
    return graph.found({ ...list, parameters: { posts: postIds }, whose: `${sendingId} ${receivingId}` }, args, info);
  }

  @FieldResolver(() => HoldingsAsOf, { description: "Its head on a day, and how certain that is." })
  asOf(
    @Root() { postIds, sendingId, receivingId }: Mission,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ) {
    return holdersOfMission(graph, [sendingId, receivingId], postIds, date);
  }
}
