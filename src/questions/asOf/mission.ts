/** A mission on a day: whether it was open, its kind, its seat and its head. */
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Mission, MissionKind } from "../../entities/Mission.ts";
import { Place } from "../../entities/Place.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { query } from "../../graph/queries.ts";
import { pairSubject } from "../coverage/subject.ts";
import { partsOn } from "../coverage/readCoverage.ts";
import { LeadsTo } from "../leadsTo.ts";
import { Certainty, CoverageStatus, dayArgument } from "./day.ts";
import { missionOn, type MissionFacts } from "./missionOn.ts";
import { holdersOfPosts, HoldingsAsOf } from "./offices.ts";

const MissionStatus = enumeration("MissionStatus", "Whether a mission was open.", {
  OPEN: "It was open.",
  NOT_OPEN: "It wasn't open yet, or was closed.",
  NOT_KNOWN: "No source says exactly enough.",
});

@ObjectType({ simpleResolvers: true, description: "A mission on a day." })
export class MissionAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => MissionStatus, { description: "Whether it was open." })
  status!: string;
  @Field(() => Certainty, { description: "How certain the answer is." })
  certainty!: string;
  @Field(() => String, { description: "The reason, in one sentence." })
  basis!: string;
  @Field(() => CoverageStatus, {
    description: "Whether a source on the relations of its sending and its host state covers the day.",
  })
  coverage!: string;
  @Field(() => MissionKind, {
    nullable: true,
    description: "Its kind on that day: a legation that is an embassy today. Null unless it was open, or if unknown.",
  })
  kind!: string | null;
  @LeadsTo("seat", () => Place, "Its seat on that day. Null unless it was open, or if unknown.", { nullable: true })
  readonly seatId!: string | null;
  /** The offices of its heads. */
  readonly postIds!: string[];
}

@Resolver(() => MissionAsOf)
export class MissionAsOfFields {
  @FieldResolver(() => HoldingsAsOf, { description: "Its head on that day, and how certain that is." })
  heads(@Root() { date, postIds }: MissionAsOf, @Ctx() { graph }: Context): Promise<HoldingsAsOf> {
    return holdersOfPosts(graph, postIds, date);
  }
}

@Resolver(() => Mission)
export class MissionAsOfDay {
  @FieldResolver(() => MissionAsOf, { description: "The mission on a day: whether open, its kind, seat and head." })
  async asOf(
    @Root() { id }: { id: string },
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<MissionAsOf> {
    const facts = await factsOf(graph, id);
    const covered = await isCovered(graph, facts, date);
    const { postIds } = facts;
    return Object.assign(new MissionAsOf(), {
      date,
      coverage: covered ? "COVERED" : "NOT_COVERED",
      postIds,
      ...missionOn(facts, date, covered),
    });
  }
}

function factsOf(graph: Graph, id: string): Promise<MissionFacts> {
  return graph.batched("missionFacts", id, async (ids) => {
    const found = new Map((await graph.read(query("asOf/missions"), { ids })) as [string, MissionFacts][]);
    return ids.map((each) => found.get(each)!);
  });
}

async function isCovered(graph: Graph, { sendingStateId, hostStateId }: MissionFacts, date: string): Promise<boolean> {
  if (hostStateId === null) return false;
  const [sending, host] = [sendingStateId, hostStateId].map((id) => ({ id, name: id }));
  return (await partsOn(graph, pairSubject(sending!, host!), "RELATIONS", date)).length > 0;
}
