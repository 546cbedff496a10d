/** The officials who took part in most meetings of two states. */
import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Resolver, Root } from "type-graphql";
import { Country } from "../../entities/Country.ts";
import { Meeting } from "../../entities/Meeting.ts";
import { Official } from "../../entities/Official.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import type { Pair } from "./pair.ts";

@ObjectType({
  simpleResolvers: true,
  description: "An official, with how many meetings of two states this person took part in.",
})
export class TopOfficial {
  @Field(() => Int, { description: "In how many of the meetings that took place." })
  readonly count!: number;
  readonly officialId!: string;
  readonly sideId!: string;
  readonly earliestId!: string;
  readonly latestId!: string;
}

@Resolver(() => TopOfficial)
export class TopOfficialFields {
  @FieldResolver(() => Official, { description: "The official." })
  official(@Root() { officialId }: TopOfficial, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(officialId, info);
  }

  @FieldResolver(() => Country, { description: "The state for which this person took part, in the first of them." })
  side(@Root() { sideId }: TopOfficial, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(sideId, info);
  }

  @FieldResolver(() => Meeting, { description: "The first of them." })
  earliest(@Root() { earliestId }: TopOfficial, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(earliestId, info);
  }

  @FieldResolver(() => Meeting, { description: "The last of them." })
  latest(@Root() { latestId }: TopOfficial, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(latestId, info);
  }
}

/** The officials who took part in most of a pair's meetings. */
export async function topOfficialsOf(graph: Graph, { parameters }: Pair, limit: number): Promise<TopOfficial[]> {
  const { few, many } = parameters;
  const rows = (await graph.read(query("bilateral/officials"), { few, many, limit })) as [
    string,
    string,
    number,
    string,
    string,
  ][];
  return rows.map(([officialId, sideId, count, earliestId, latestId]) => ({
    officialId,
    sideId,
    count,
    earliestId,
    latestId,
  }));
}
