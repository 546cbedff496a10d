/** What held on a day: who had an office, what offices somebody had, how two states stood; with how certain that is. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import { BilateralRelation } from "../entities/BilateralRelation.ts";
import { Country } from "../entities/Country.ts";
import { Official } from "../entities/Official.ts";
import { Post, PostKind } from "../entities/Post.ts";
import { RelationEvent } from "../entities/RelationEvent.ts";
import { Source } from "../entities/Source.ts";
import { Tenure } from "../entities/Tenure.ts";
import { enumeration } from "../graph/declare.ts";
import { readEdtf } from "../graph/edtf.ts";
import type { Context, Graph } from "../graph/graph.ts";
import { query } from "../graph/queries.ts";
import { heldOn, holdersOn, isCovered, type Held, type Stretch, type TenureFacts } from "./holding.ts";

const Certainty = enumeration("Certainty", "How certain it is that something held on a day.", {
  CERTAIN: "Sources show it on the day itself, or before and after it without a break.",
  ASSUMED: "It had begun, and a source that covers the day tells no end.",
  UNKNOWN: "It may have: a beginning or an end is known too roughly to tell.",
});

const Coverage = enumeration(
  "CoverageOfDay",
  "Whether any source here speaks of a day. Where none does, silence means nothing.",
  {
    COVERED: "A source covers it: what isn't told did not happen, as far as that source knows.",
    NOT_COVERED: "No source covers it: an empty answer says nothing.",
  },
);

const RelationStatus = enumeration("RelationStatus", "How two states stood to each other.", {
  RECOGNISED: "One had recognised the other; relations are not known to be open.",
  OPEN: "They had diplomatic relations.",
  SEVERED: "Their diplomatic relations were broken.",
  NOT_KNOWN: "No source here tells.",
});

/** The argument of each. */
export const dayArgument = { description: "The day: `2023-12-27`." };

@ObjectType({ simpleResolvers: true, description: "An office that somebody held on a day, with how certain that is." })
class Holding {
  @Field(() => Certainty, { description: "How certain it is." })
  certainty: string;
  @Field(() => String, { description: "What it rests on, in a sentence." })
  basis: string;
  readonly tenureId: string;
  readonly sourceIds: string[];

  constructor({ certainty, basis, tenure }: Held) {
    this.certainty = certainty;
    this.basis = basis;
    this.tenureId = tenure.id;
    this.sourceIds = tenure.sourceIds;
  }
}

@Resolver(() => Holding)
export class HoldingFields {
  @FieldResolver(() => Tenure, { description: "The tenure: the official, the office, its dates and their claims." })
  tenure(@Root() { tenureId }: Holding, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.node(tenureId, info);
  }

  @FieldResolver(() => [Source], { description: "The sources that tell of the tenure." })
  sources(@Root() { sourceIds }: Holding, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes(sourceIds, info);
  }
}

@ObjectType({ simpleResolvers: true, description: "Who held offices on a day." })
export class HoldingsAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => Coverage, { description: "Whether any source that tells of these offices covers the day." })
  coverage!: string;
  @Field(() => [Holding], {
    description:
      "Who held them, or may have: the surest first. Never one whom only a source shows that ends before the day.",
  })
  holdings!: Holding[];
}

@ObjectType({ simpleResolvers: true, description: "Whether a tenure held on a day." })
class TenureAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => Coverage, { description: "Whether any of its sources covers the day." })
  coverage!: string;
  @Field(() => Holding, {
    nullable: true,
    description:
      "That it held, or may have, with how certain that is. Null when it did not, or no source reaches to the day: `coverage` tells which.",
  })
  holding!: Holding | null;
}

@ObjectType({ simpleResolvers: true, description: "How two states stood to each other on a day." })
export class RelationAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => RelationStatus, { description: "How they stood." })
  status!: string;
  @Field(() => Certainty, { description: "How certain it is." })
  certainty!: string;
  @Field(() => String, { description: "What it rests on, in a sentence." })
  basis!: string;
  @Field(() => Coverage, { description: "Whether a source that tells of their relation covers the day." })
  coverage!: string;
  readonly eventId!: string | null;
}

@Resolver(() => RelationAsOf)
export class RelationAsOfFields {
  @FieldResolver(() => RelationEvent, {
    nullable: true,
    description: "The last change before it, or on the day. Null when no source tells of one.",
  })
  since(@Root() { eventId }: RelationAsOf, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return eventId === null ? null : graph.node(eventId, info);
  }
}

type WithId = { id: string };

@Resolver(() => Post)
export class PostAsOf {
  @FieldResolver(() => HoldingsAsOf, { description: "Who held the office on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<HoldingsAsOf> {
    const [tenures, coverage] = await Promise.all([tenuresOf(graph, id), coverageOf(graph)]);
    return holdingsOf(tenures, holdersOn(tenures, date, coverage), date, coverage);
  }
}

@Resolver(() => Official)
export class OfficialAsOf {
  @FieldResolver(() => HoldingsAsOf, { description: "The offices that this person held on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<HoldingsAsOf> {
    const posts = await graph.batched("postsOfOfficials", id, (ids) => postsBy(graph, "query/postsOfOfficials", ids));
    const coverage = await coverageOf(graph);
    const all = (await Promise.all(posts.map((post) => tenuresOf(graph, post)))).map((tenures) => ({
      tenures,
      held: holdersOn(tenures, date, coverage).filter(({ tenure }) => tenure.officialId === id),
    }));
    const own = all.flatMap(({ tenures }) => tenures.filter(({ officialId }) => officialId === id));
    return holdingsOf(
      own,
      all.flatMap(({ held }) => held),
      date,
      coverage,
    );
  }
}

@Resolver(() => Tenure)
export class TenureAsOfDay {
  @FieldResolver(() => TenureAsOf, { description: "Whether it held on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<TenureAsOf> {
    const posts = await graph.batched("postsOfTenures", id, (ids) => postsBy(graph, "query/postsOfTenures", ids));
    const coverage = await coverageOf(graph);
    const tenures = (await Promise.all(posts.map((post) => tenuresOf(graph, post)))).flat();
    const own = tenures.filter((tenure) => tenure.id === id);
    const held = own[0] ? heldOn(own[0], tenures, date, coverage) : null;
    const covered = held !== null || isCovered(own, date, coverage);
    return { date, coverage: covered ? "COVERED" : "NOT_COVERED", holding: held && new Holding(held) };
  }
}

const offices = ["CHIEF_OF_STATE", "HEAD_OF_GOVERNMENT", "DEPUTY", "MINISTER"];

@Resolver(() => Country)
export class CountryAsOf {
  @FieldResolver(() => HoldingsAsOf, { description: "Who held the offices in its service on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Arg("kinds", () => [PostKind], {
      defaultValue: offices,
      description: "The kinds of office; its head of state and government, their deputies and ministers unless told.",
    })
    kinds: string[],
    @Ctx() { graph }: Context,
  ): Promise<HoldingsAsOf> {
    const wanted = [...new Set(kinds)].sort();
    const posts = await graph.batched(`postsOfCountries ${wanted.join()}`, id, (ids) =>
      postsBy(graph, "query/postsOfCountries", ids, { kinds: wanted }),
    );
    const coverage = await coverageOf(graph);
    const all = await Promise.all(posts.map((post) => tenuresOf(graph, post)));
    return holdingsOf(
      all.flat(),
      all.flatMap((tenures) => holdersOn(tenures, date, coverage)),
      date,
      coverage,
    );
  }
}

interface EventFacts {
  id: string;
  kind: string;
  date: string;
  sourceIds: string[];
}

const statusAfter: Record<string, string> = {
  RECOGNITION: "RECOGNISED",
  RELATIONS_OPENED: "OPEN",
  RELATIONS_RESUMED: "OPEN",
  RELATIONS_SEVERED: "SEVERED",
};

@Resolver(() => BilateralRelation)
export class BilateralRelationAsOf {
  @FieldResolver(() => RelationAsOf, { description: "How the two states stood to each other on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<RelationAsOf> {
    return relationAsOf(graph, id, date);
  }
}

/** How two states stood on a day. @param id of their relation; null when the graph has none. */
export async function relationAsOf(graph: Graph, id: string | null, date: string): Promise<RelationAsOf> {
  const events =
    id === null
      ? []
      : await graph.batched("eventsOfRelations", id, async (ids) => {
          const rows = await graph.read(query("query/eventsOfRelations"), { ids, kinds: Object.keys(statusAfter) });
          const found = new Map<string, EventFacts[]>(ids.map((each) => [each, []]));
          for (const [relation, event, kind, when, sourceIds] of rows)
            found.get(relation as string)!.push({
              id: event as string,
              kind: kind as string,
              date: when as string,
              sourceIds: sourceIds as string[],
            });
          return ids.map((each) => found.get(each)!);
        });
  return relationOn(events, date, await coverageOf(graph));
}

function relationOn(events: EventFacts[], day: string, coverage: Map<string, Stretch[]>): RelationAsOf {
  const spans = events.map((event) => ({ event, ...readEdtf(event.date) }));
  const before = spans.filter(({ firstDay }) => firstDay !== null && firstDay <= day);
  // The last change; of those of one day a break or an opening says more than the recognition that it came with.
  const last = before.at(-1);
  const after = spans.find(({ firstDay }) => firstDay !== null && firstDay > day);
  const sources = last?.event.sourceIds ?? events.flatMap(({ sourceIds }) => sourceIds);
  const covered = sources.some((id) => (coverage.get(id) ?? []).some((stretch) => within(stretch, day)));
  const common = { date: day, coverage: covered ? "COVERED" : "NOT_COVERED", eventId: last?.event.id ?? null };
  if (!last)
    return { ...common, status: "NOT_KNOWN", certainty: "UNKNOWN", basis: "No change is recorded before that day." };
  const opened = before.some(({ event }) => statusAfter[event.kind] === "OPEN");
  const status = last.event.kind === "RECOGNITION" && opened ? "OPEN" : statusAfter[last.event.kind]!;
  if (last.lastDay !== null && day < last.lastDay)
    return {
      ...common,
      status,
      certainty: "UNKNOWN",
      basis: `The last change is dated ${last.event.date}: it may be later than the day.`,
    };
  if (after)
    return {
      ...common,
      status,
      certainty: "CERTAIN",
      basis: `Between the change of ${last.event.date} and that of ${after.event.date}.`,
    };
  if (!covered)
    return {
      ...common,
      status: "NOT_KNOWN",
      certainty: "UNKNOWN",
      basis: `The last change known is of ${last.event.date}; no source covers the day.`,
    };
  return {
    ...common,
    status,
    certainty: "ASSUMED",
    basis: `Since the change of ${last.event.date}; a source that covers the day tells of no other.`,
  };
}

function within({ from, until }: Stretch, day: string): boolean {
  const first = from === null ? null : readEdtf(from).firstDay;
  const last = until === null ? null : readEdtf(until).lastDay;
  return (first === null || first <= day) && (last === null || day <= last);
}

function holdingsOf(
  tenures: TenureFacts[],
  held: Held[],
  date: string,
  coverage: Map<string, Stretch[]>,
): HoldingsAsOf {
  const covered = held.length > 0 || isCovered(tenures, date, coverage);
  return { date, coverage: covered ? "COVERED" : "NOT_COVERED", holdings: held.map((each) => new Holding(each)) };
}

/** Who held any of some offices on a day. */
export async function holdersOfPosts(graph: Graph, posts: string[], date: string): Promise<HoldingsAsOf> {
  const [coverage, ...all] = await Promise.all([coverageOf(graph), ...posts.map((post) => tenuresOf(graph, post))]);
  return holdingsOf(
    all.flat(),
    all.flatMap((tenures) => holdersOn(tenures, date, coverage)),
    date,
    coverage,
  );
}

function tenuresOf(graph: Graph, post: string): Promise<TenureFacts[]> {
  return graph.batched("tenuresOfPosts", post, async (ids) => {
    const found = new Map<string, TenureFacts[]>(ids.map((id) => [id, []]));
    for (const [id, facts] of await graph.read(query("query/tenuresOfPosts"), { ids }))
      found.get(id as string)!.push(facts as TenureFacts);
    return ids.map((id) => found.get(id)!);
  });
}

async function postsBy(graph: Graph, name: string, ids: readonly string[], more = {}): Promise<string[][]> {
  const rows = (await graph.read(query(name), { ids, ...more })) as [string, string[]][];
  const found = new Map(rows);
  return ids.map((id) => found.get(id) ?? []);
}

function coverageOf(graph: Graph): Promise<Map<string, Stretch[]>> {
  return graph.batched("coverageOfSources", "all", async () => {
    const rows = (await graph.read(query("query/coverage"), {})) as [string, string][];
    return [new Map(rows.map(([id, coverage]) => [id, JSON.parse(coverage) as Stretch[]]))];
  });
}
