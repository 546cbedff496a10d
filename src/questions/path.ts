import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Query, Resolver, Root } from "type-graphql";
import { Claim } from "../entities/Claim.ts";
import { Entity } from "../entities/Entity.ts";
import type { Context } from "../graph/graph.ts";
import { GlobalID } from "../graph/id.ts";
import { query } from "../graph/queries.ts";

/** How many edges are gone at most: an official, a part, a meeting, a part, an official are four. */
const longest = 12;
/** What has more edges than this is no step: a ministry with hundreds of offices. */
const mostEdges = 200;
/** How many claims are told for each step. */
const mostClaims = 10;

@ObjectType({
  simpleResolvers: true,
  description: "One step from an entity to another, with what says that it can be made.",
})
class PathStep {
  @Field(() => String, {
    description: "The relation that leads there, as the schema names it where it is stated: `Participation.meeting`.",
  })
  relation!: string;
  @Field(() => Boolean, {
    description: "Whether the step goes the way in which the relation is stated, or against it.",
  })
  forward!: boolean;
  readonly fromId!: string;
  readonly toId!: string;
  readonly claimIds!: string[];
}

@ObjectType({ simpleResolvers: true, description: "How two entities are connected." })
class ConnectingPath {
  @Field(() => [PathStep], { description: "The steps, from the first to the second." })
  steps!: PathStep[];
}

@Resolver(() => PathStep)
export class PathStepFields {
  @FieldResolver(() => Entity, { description: "Where the step begins." })
  from(@Root() { fromId }: PathStep, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(fromId, info);
  }

  @FieldResolver(() => Entity, { description: "Where it ends." })
  to(@Root() { toId }: PathStep, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(toId, info);
  }

  @FieldResolver(() => [Claim], { description: `The claims that say it, at most ${mostClaims}.` })
  claims(@Root() { claimIds }: PathStep, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes(claimIds, info);
  }
}

@Resolver()
export class PathQuestion {
  @Query(() => ConnectingPath, {
    nullable: true,
    description:
      "A shortest way from one entity to another, through people, meetings, offices, bodies, policies and statements, " +
      `and not through countries, places and topics, nor through what has hundreds of ends: by these everything is connected. At most ${longest} steps; null when there is none.`,
  })
  async path(
    @Arg("from", () => GlobalID, { description: "The id of the first." }) from: string,
    @Arg("to", () => GlobalID, { description: "The id of the second." }) to: string,
    @Ctx() { graph }: Context,
  ): Promise<ConnectingPath | null> {
    const [row] = await graph.read(query("query/path"), { from, to, mostClaims, mostEdges });
    if (!row) return null;
    const [ids, edges] = row as [string[], [owner: string, type: string, predicate: string, claimIds: string[]][]];
    return {
      steps: edges.map(([owner, type, predicate, claimIds], index) => ({
        relation: `${type}.${predicate}`,
        forward: ids[index] === owner,
        fromId: ids[index]!,
        toId: ids[index + 1]!,
        claimIds,
      })),
    };
  }
}
