/** `bilateral(a, b)`: two states as a pair, in one request. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Info, Int, ObjectType, Query, Resolver, Root } from "type-graphql";
import { BilateralRelation } from "../../entities/BilateralRelation.ts";
import { ClaimBasis } from "../../entities/Claim.ts";
import { Country } from "../../entities/Country.ts";
import { Flow } from "../../entities/Flow.ts";
import { Meeting } from "../../entities/Meeting.ts";
import { MigrationRoute } from "../../entities/MigrationRoute.ts";
import { Mission } from "../../entities/Mission.ts";
import { Policy } from "../../entities/Policy.ts";
import { Statement } from "../../entities/Statement.ts";
import { EDTF } from "../../graph/edtf.ts";
import type { Context } from "../../graph/graph.ts";
import type { Basis } from "../../graph/model/derived.ts";
import { relationOf, typeOf } from "../../graph/model/model.ts";
import type { ModelClass } from "../../graph/model/declarations.ts";
import { pageSize, type PageArguments } from "../../graph/page.ts";
import { connectionOf, pageArgumentsOf } from "../../graph/connection.ts";
import { dayArgument } from "../asOf/day.ts";
import { relationAsOf, RelationAsOf } from "../asOf/relation.ts";
import { entityBy, keyInputOf, type Key } from "../keys.ts";
import { basisDescription } from "../paths/step.ts";
import { coverageOfPair, PairCoverage } from "./pairCoverage.ts";
import { HeadsOfMission } from "./headsOfMission.ts";
import { topOfficialsOf, TopOfficial } from "./topOfficials.ts";
import { pagedParameters, pairListsOf, type PairList } from "./pairLists.ts";
import { readFirst } from "../within.ts";
import { daysOf, PairInclusion, pairOf, type Pair } from "./pair.ts";
import { meetingsOfPredecessors, monthsIn, monthsOf, PairMonth, PairYear, yearsOf } from "./series.ts";
import { PairTimelineConnection, timelineOf, TimelineArguments } from "./timeline.ts";

const during = {
  nullable: true,
  description: "Only this period: a year `2023`, a decade `199X`, an interval `2020/2023-12`.",
} as const;

const country = typeOf(Country);
const key = keyInputOf(country);

@ObjectType({
  simpleResolvers: true,
  description: "Two states, in either order, and what the graph knows about them as a pair.",
})
class CountryPair {
  declare pair: Pair;
}

@Resolver(() => CountryPair)
export class CountryPairFields {
  @FieldResolver(() => [Country], { description: "The two states, ordered by id." })
  countries(@Root() { pair }: CountryPair, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes([pair.first, pair.second], info);
  }

  @FieldResolver(() => [PairInclusion], { description: "What its lists and numbers include besides, as asked." })
  including(@Root() { pair }: CountryPair): string[] {
    return pair.including;
  }

  @FieldResolver(() => [Country], {
    description: "The states that either of them succeeded, directly or not, without those that both succeeded.",
  })
  predecessors(@Root() { pair }: CountryPair, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes(pair.predecessors, info);
  }

  @FieldResolver(() => Int, {
    description:
      "The number of meetings held in which a predecessor took the place of one of them or of both. `meetings` and all numbers include them only if `bilateral` is asked with `including: PREDECESSORS`.",
  })
  meetingsOfPredecessors(@Root() { pair }: CountryPair, @Ctx() { graph }: Context): Promise<number> {
    return meetingsOfPredecessors(graph, pair);
  }

  @FieldResolver(() => BilateralRelation, {
    nullable: true,
    description: "Their relation. Null when no source mentions one.",
  })
  relation(@Root() { pair }: CountryPair, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return pair.parameters.relation === null ? null : graph.node(pair.parameters.relation, info);
  }

  @FieldResolver(() => RelationAsOf, { description: "The status of their relation on a day." })
  asOf(
    @Root() { pair }: CountryPair,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ) {
    return relationAsOf(graph, pair.parameters.relation, [pair.first, pair.second], date);
  }

  @FieldResolver(() => [HeadsOfMission], {
    complexity: ({ childComplexity }) => 2 * childComplexity,
    description:
      "Their heads of mission to each other, even of missions that no source tells of. Those of the first of `countries` come first.",
  })
  headsOfMission(@Root() { pair }: CountryPair): HeadsOfMission[] {
    return [
      new HeadsOfMission(pair.first, pair.second, pair.postsOfFirst),
      new HeadsOfMission(pair.second, pair.first, pair.postsOfSecond),
    ];
  }

  @FieldResolver(() => [TopOfficial], {
    complexity: ({ args, childComplexity }) => (args.first as number) * Math.max(1, childComplexity),
    description:
      "The officials of either state who took part in the largest number of their meetings, in descending order.",
  })
  topOfficials(
    @Root() { pair }: CountryPair,
    @Arg("first", () => Int, { defaultValue: 10, description: `The number of officials, at most ${pageSize.maximum}.` })
    first: number,
    @Arg("basis", () => ClaimBasis, {
      nullable: true,
      description: `${basisDescription} It weighs that the official took part, not for which state.`,
    })
    basis: Basis | null | undefined,
    @Ctx() { graph }: Context,
  ) {
    return topOfficialsOf(graph, pair, readFirst("CountryPair.topOfficials", first, pageSize.maximum), basis ?? null);
  }

  @FieldResolver(() => PairTimelineConnection, {
    description:
      "One chronological list of their meetings, changes in their relation, heads of mission who arrived and left, statements, and policies discussed. Excludes undated items.",
  })
  timeline(
    @Root() { pair }: CountryPair,
    @Args(() => TimelineArguments) args: TimelineArguments,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return timelineOf(graph, pair, args, info);
  }

  @FieldResolver(() => [PairYear], {
    description:
      "Counts for a chart, for every year from the first with data to the last. Each item counts in the year of its first possible day. Zero means none in the sources: `coverage` says what they cover.",
  })
  yearly(
    @Root() { pair }: CountryPair,
    @Arg("during", () => EDTF, during) time: string | null,
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return yearsOf(graph, pair, daysOf(time), info);
  }

  @FieldResolver(() => [PairMonth], {
    complexity: ({ args, childComplexity }) => monthsIn(args.during as string).length * Math.max(1, childComplexity),
    description:
      "Meetings and border encounters, for every month of the period, to see whether they change together. That is no proof of a cause.",
  })
  monthly(
    @Root() { pair }: CountryPair,
    @Arg("during", () => EDTF, { description: "The period, at most 50 years: `2023-06/2024-06`." }) time: string,
    @Ctx() { graph }: Context,
  ) {
    return monthsOf(graph, pair, time);
  }

  @FieldResolver(() => PairCoverage, {
    description:
      "Whether any source covers them as a pair, and which. Most sources are about the United States: for a pair without it, an empty answer proves nothing.",
  })
  coverage(@Root() { pair }: CountryPair, @Ctx() { graph }: Context) {
    return coverageOfPair(graph, pair);
  }
}

const lists: [field: PairList, type: ModelClass, description: string][] = [
  [
    "meetings",
    Meeting,
    'The meetings in which both took part or planned to, including those in third countries and multilateral ones; of a meeting and its parts, the whole. To filter by host: `host: { isoAlpha2: { eq: "MX" } }`.',
  ],
  [
    "missions",
    Mission,
    "The missions of each in the other, and those that are accredited to the other from a seat elsewhere.",
  ],
  [
    "policies",
    Policy,
    "Policies discussed in a meeting of both, and policies that both promote: the states themselves, their bodies or their officials. Excludes a policy that only one promotes, unless such a meeting discussed it.",
  ],
  [
    "statements",
    Statement,
    "Statements by any speaker about their relation, a change in it or a meeting of both; and statements by officials and bodies of one state about the other, its bodies and its officials.",
  ],
  [
    "routes",
    MigrationRoute,
    "The migration routes with stops in both, and those with a stop in one that nationals of the other use.",
  ],
  [
    "flows",
    Flow,
    "Numbers of people at their common border, of any nationality; and of nationals of one state at a border, in a place or by a body of the other. Many count the same people again, by age, sector, month and year: filter before you add them up.",
  ],
];
for (const [field, type, description] of lists) {
  const list = {
    name: `CountryPair.${field}`,
    type,
    relation: type === Meeting ? relationOf(Country, "meetings")! : null,
  };
  Object.defineProperty(CountryPairFields.prototype, field, {
    value: ({ pair }: CountryPair, args: PageArguments, { graph }: Context, info: GraphQLResolveInfo) => {
      const { first, second, including, parameters } = pair;
      const whose = [first, second, ...including].join(" ");
      const patterns = pairListsOf(parameters)[field];
      return graph.found({ ...list, patterns, whose, parameters: pagedParameters(parameters) }, args, info);
    },
    configurable: true,
  });
  const descriptor = Object.getOwnPropertyDescriptor(CountryPairFields.prototype, field)!;
  FieldResolver(() => connectionOf(type) as never, { description })(CountryPairFields.prototype, field, descriptor);
  Root()(CountryPairFields.prototype, field, 0);
  Args(() => pageArgumentsOf(type) as never)(CountryPairFields.prototype, field, 1);
  Ctx()(CountryPairFields.prototype, field, 2);
  Info()(CountryPairFields.prototype, field, 3);
}

@Resolver()
export class BilateralQuestion {
  @Query(() => CountryPair, {
    nullable: true,
    description:
      "Two states as a pair, in either order: their relation, meetings, missions, policies, statements, routes, flows and one timeline. Null if the graph lacks one of the states.",
  })
  async bilateral(
    @Arg("a", () => key, { description: "One state." }) a: Key,
    @Arg("b", () => key, { description: "The other state." }) b: Key,
    @Arg("including", () => [PairInclusion], {
      defaultValue: [],
      description: "What lists and numbers include besides: predecessors of the states, parts of meetings.",
    })
    including: PairInclusion[],
    @Ctx() { graph }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CountryPair | null> {
    const [one, other] = await Promise.all([a, b].map((each) => entityBy(country, each, graph, info, new Set())));
    if (!one || !other) return null;
    return Object.assign(new CountryPair(), {
      pair: await pairOf(graph, [one.id, other.id], [...new Set(including)].sort()),
    });
  }
}
