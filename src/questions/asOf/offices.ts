/** Who held an office on a day, and what offices somebody held, with the certainty. */
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { Country } from "../../entities/Country.ts";
import { Official } from "../../entities/Official.ts";
import { Post, PostKind } from "../../entities/Post.ts";
import { Source } from "../../entities/Source.ts";
import { Tenure } from "../../entities/Tenure.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import type { SourcePart } from "../coverage/coveringParts.ts";
import { missionSubject } from "../coverage/subject.ts";
import { partsOn, subjectOf } from "../coverage/readCoverage.ts";
import { heldOn, holdersOn, type HeldTenure, type TenureFacts } from "./holding.ts";
import { Certainty, CoverageStatus, dayArgument } from "./day.ts";
import { LeadsTo } from "../leadsTo.ts";

@ObjectType({ simpleResolvers: true, description: "An office that somebody held on a day, and how certain that is." })
class Holding {
  @Field(() => Certainty, { description: "How certain the answer is." })
  certainty: string;
  @Field(() => String, { description: "The reason, in one sentence." })
  basis: string;
  @LeadsTo("tenure", () => Tenure, "The tenure: the official, the office, its dates and their claims.")
  readonly tenureId: string;
  @LeadsTo("sources", () => [Source], "The sources of the tenure.")
  readonly sourceIds: string[];

  constructor({ certainty, basis, tenure }: HeldTenure) {
    this.certainty = certainty;
    this.basis = basis;
    this.tenureId = tenure.id;
    this.sourceIds = tenure.sourceIds;
  }
}

@ObjectType({ simpleResolvers: true, description: "Who held offices on a day." })
export class HoldingsAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => CoverageStatus, { description: "Whether any source on these offices covers the day." })
  coverage!: string;
  @Field(() => [Holding], {
    description:
      "Those who held, or may have held, the offices, the most certain first. Excludes those whose only source ends before that day.",
  })
  holdings!: Holding[];
}

@ObjectType({ simpleResolvers: true, description: "Whether a tenure was in effect on a day." })
class TenureAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => CoverageStatus, { description: "Whether any of its sources covers the day." })
  coverage!: string;
  @Field(() => Holding, {
    nullable: true,
    description:
      "The office held, or possibly held, on that day, and how certain that is. Null if not held, or if no source covers the day: see `coverage`.",
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
    return holdersOfPosts(graph, [id], date);
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
    const [covering, all] = await Promise.all([
      subjectOf(graph, id).then((subject) => partsOn(graph, subject!, "TENURES", date)),
      Promise.all(posts.map((post) => officeOn(graph, post, date))),
    ]);
    const held = all.flatMap((office) => office.held.filter(({ tenure }) => tenure.officialId === id));
    return holdingsOf(date, held, covering.length > 0);
  }
}

@Resolver(() => Tenure)
export class TenureAsOfDay {
  @FieldResolver(() => TenureAsOf, { description: "Whether it was in effect on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<TenureAsOf> {
    const posts = await graph.batched("postsOfTenures", id, (ids) => postsBy(graph, "asOf/postsOfTenures", ids));
    const { tenures, covering } = await officeOn(graph, posts[0]!, date);
    const own = tenures.find((tenure) => tenure.id === id)!;
    const held = heldOn(own, tenures, date, covering);
    const covered = covering.some(({ sourceId }) => own.sourceIds.includes(sourceId));
    return { date, coverage: wordOf(covered), holding: held && new Holding(held) };
  }
}

const offices = ["CHIEF_OF_STATE", "HEAD_OF_GOVERNMENT", "DEPUTY", "MINISTER"];

@Resolver(() => Country)
export class CountryAsOf {
  @FieldResolver(() => HoldingsAsOf, { description: "Who held its offices on a day." })
  async asOf(
    @Root() { id }: WithId,
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Arg("kinds", () => [PostKind], {
      defaultValue: offices,
      description: "The kinds of office. Defaults to head of state and government, their deputies, and ministers.",
    })
    kinds: string[],
    @Ctx() { graph }: Context,
  ): Promise<HoldingsAsOf> {
    const wanted = [...new Set(kinds)].sort();
    const posts = await graph.batched(`postsOfCountries ${wanted.join()}`, id, (ids) =>
      postsBy(graph, "asOf/postsOfCountries", ids, { kinds: wanted }),
    );
    return holdersOfPosts(graph, posts, date);
  }
}

/** Who held any of some offices on a day; covered if one of them is. */
async function holdersOfPosts(graph: Graph, posts: string[], date: string): Promise<HoldingsAsOf> {
  const all = await Promise.all(posts.map((post) => officeOn(graph, post, date)));
  return holdingsOf(
    date,
    all.flatMap(({ held }) => held),
    all.some(({ covering }) => covering.length > 0),
  );
}

/** Who led the mission of one state to another on a day. @param posts the known offices of its head. */
export async function holdersOfMission(
  graph: Graph,
  [sendingId, receivingId]: [string, string],
  posts: string[],
  date: string,
): Promise<HoldingsAsOf> {
  const [{ holdings }, covering] = await Promise.all([
    holdersOfPosts(graph, posts, date),
    partsOn(graph, missionSubject(sendingId, receivingId), "TENURES", date),
  ]);
  return { date, coverage: wordOf(covering.length > 0), holdings };
}

interface Office {
  tenures: TenureFacts[];
  /** The parts of sources that would report it on the day. */
  covering: SourcePart[];
  held: HeldTenure[];
}

async function officeOn(graph: Graph, post: string, date: string): Promise<Office> {
  const [tenures, covering] = await Promise.all([
    tenuresOf(graph, post),
    subjectOf(graph, post).then((subject) => partsOn(graph, subject!, "TENURES", date)),
  ]);
  return { tenures, covering, held: holdersOn(tenures, date, covering) };
}

function holdingsOf(date: string, held: HeldTenure[], covered: boolean): HoldingsAsOf {
  return { date, coverage: wordOf(covered), holdings: held.map((each) => new Holding(each)) };
}

function wordOf(covered: boolean): string {
  return covered ? "COVERED" : "NOT_COVERED";
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
