/** Who had an office on a day, and what offices somebody had; with how certain that is. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import { Country } from "../../entities/Country.ts";
import { Official } from "../../entities/Official.ts";
import { Post, PostKind } from "../../entities/Post.ts";
import { Source } from "../../entities/Source.ts";
import { Tenure } from "../../entities/Tenure.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import { heldOn, holdersOn, isCovered, type Held, type Stretch, type TenureFacts } from "./holding.ts";
import { Certainty, Coverage, coverageOf, dayArgument } from "./day.ts";

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
    const posts = await graph.batched("postsOfOfficials", id, (ids) => postsBy(graph, "asOf/postsOfOfficials", ids));
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
    const posts = await graph.batched("postsOfTenures", id, (ids) => postsBy(graph, "asOf/postsOfTenures", ids));
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
      postsBy(graph, "asOf/postsOfCountries", ids, { kinds: wanted }),
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
    for (const [id, facts] of await graph.read(query("asOf/tenuresOfPosts"), { ids }))
      found.get(id as string)!.push(facts as TenureFacts);
    return ids.map((id) => found.get(id)!);
  });
}

async function postsBy(graph: Graph, name: string, ids: readonly string[], more = {}): Promise<string[][]> {
  const rows = (await graph.read(query(name), { ids, ...more })) as [string, string[]][];
  const found = new Map(rows);
  return ids.map((id) => found.get(id) ?? []);
}
