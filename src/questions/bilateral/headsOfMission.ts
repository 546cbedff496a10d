/** The heads of mission of one state to another: their offices, the holders, and the holder on a day. */
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

@ObjectType({ simpleResolvers: true, description: "The heads of mission of one state to another." })
export class HeadsOfMission {
  @LeadsTo("sending", () => Country, "The state that sends them.")
  readonly sendingId: string;
  @LeadsTo("receiving", () => Country, "The state that receives them.")
  readonly receivingId: string;
  @LeadsTo("posts", () => [Post], "Their office. Empty when no source mentions one.")
  readonly postIds: string[];

  constructor(sendingId: string, receivingId: string, postIds: string[]) {
    this.sendingId = sendingId;
    this.receivingId = receivingId;
    this.postIds = postIds;
  }
}

@Resolver(() => HeadsOfMission)
export class HeadsOfMissionFields {
  @FieldResolver(() => connectionOf(Tenure) as never, {
    description: "The holders, and those appointed who never served; see `status`.",
  })
  tenures(
    @Root() { postIds, sendingId, receivingId }: HeadsOfMission,
    @Args(() => pageArgumentsOf(Tenure) as never) args: PageArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const list = { name: "HeadsOfMission.tenures", type: Tenure, patterns: pairLists.tenures, relation: null };
    return graph.found({ ...list, parameters: { posts: postIds }, whose: `${sendingId} ${receivingId}` }, args, info);
  }

  @FieldResolver(() => HoldingsAsOf, { description: "The head on a day, and how certain that is." })
  asOf(
    @Root() { postIds, sendingId, receivingId }: HeadsOfMission,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ) {
    return holdersOfMission(graph, [sendingId, receivingId], postIds, date);
  }
}
