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
import { holdersOn, vacanciesOn, type HeldTenure, type OfficeFacts, type VacancyFact } from "./holding.ts";
import { Certainty, CoverageStatus, dayArgument } from "./day.ts";
import { EDTF } from "../../graph/edtf.ts";
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

@ObjectType({ simpleResolvers: true, description: "A period in which a source says that nobody held an office." })
class Vacancy {
  @Field(() => EDTF, { description: "The period." })
  period: string;
  @LeadsTo("post", () => Post, "The office.")
  readonly postId: string;
  @LeadsTo("source", () => Source, "The source that says it.")
  readonly sourceId: string;

  constructor(postId: string, { period, sourceId }: VacancyFact) {
    this.period = period;
    this.postId = postId;
    this.sourceId = sourceId;
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
  @Field(() => [Vacancy], {
    description:
      "What sources say of those offices that were vacant on that day. Whoever was in charge is among the holdings, in an acting tenure.",
  })
  vacancies!: Vacancy[];
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
    return holdingsOf(date, held, covering.length > 0, []);
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
    const { facts, covering, held } = await officeOn(graph, posts[0]!, date);
    const own = facts.tenures.find((tenure) => tenure.id === id)!;
    const holding = held.find(({ tenure }) => tenure.id === id);
    const covered = covering.some(({ sourceId }) => own.sourceIds.includes(sourceId));
    return { date, coverage: wordOf(covered), holding: holding ? new Holding(holding) : null };
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
export async function holdersOfPosts(graph: Graph, posts: string[], date: string): Promise<HoldingsAsOf> {
  const all = await Promise.all(posts.map((post) => officeOn(graph, post, date)));
  return holdingsOf(
    date,
    all.flatMap(({ held }) => held),
    all.some(({ covering }) => covering.length > 0),
    all.flatMap(({ vacancies }) => vacancies),
  );
}

/** Who led the mission of one state to another on a day. @param posts the known offices of its head. */
export async function holdersOfMission(
  graph: Graph,
  [sendingId, receivingId]: [string, string],
  posts: string[],
  date: string,
): Promise<HoldingsAsOf> {
  const [{ holdings, vacancies }, covering] = await Promise.all([
    holdersOfPosts(graph, posts, date),
    partsOn(graph, missionSubject(sendingId, receivingId), "TENURES", date),
  ]);
  return { date, coverage: wordOf(covering.length > 0), holdings, vacancies };
}

interface Office {
  facts: OfficeFacts;
  vacancies: Vacancy[];
  /** The parts of sources that would report it on the day. */
  covering: SourcePart[];
  held: HeldTenure[];
}

async function officeOn(graph: Graph, post: string, date: string): Promise<Office> {
  const [facts, covering] = await Promise.all([
    factsOf(graph, post),
    subjectOf(graph, post).then((subject) => partsOn(graph, subject!, "TENURES", date)),
  ]);
  const vacancies = vacanciesOn(facts, date).map((each) => new Vacancy(post, each));
  return { facts, covering, vacancies, held: holdersOn(facts, date, covering) };
}

function holdingsOf(date: string, held: HeldTenure[], covered: boolean, vacancies: Vacancy[]): HoldingsAsOf {
  return { date, coverage: wordOf(covered), holdings: held.map((each) => new Holding(each)), vacancies };
}

function wordOf(covered: boolean): string {
  return covered ? "COVERED" : "NOT_COVERED";
}

function factsOf(graph: Graph, post: string): Promise<OfficeFacts> {
  return graph.batched("tenuresOfPosts", post, async (ids) => {
    const found = new Map((await graph.read(query("asOf/tenuresOfPosts"), { ids })) as [string, OfficeFacts][]);
    return ids.map((id) => found.get(id)!);
  });
}

async function postsBy(graph: Graph, name: string, ids: readonly string[], more = {}): Promise<string[][]> {
  const rows = (await graph.read(query(name), { ids, ...more })) as [string, string[]][];
  const found = new Map(rows);
  return ids.map((id) => found.get(id) ?? []);
}
