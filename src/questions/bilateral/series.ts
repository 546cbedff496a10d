/** Counts of a pair over time, for charts: by year, and by month beside border encounters. */
import type { GraphQLResolveInfo } from "graphql";
import { GraphQLSafeInt } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Flow, FlowQualifier } from "../../entities/Flow.ts";
import { Meeting } from "../../entities/Meeting.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { inputError, limitError } from "../../graph/errors.ts";
import type { Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import { selectedFields } from "../../graph/selection/selectedFields.ts";
import { daysOf, type Pair } from "./pair.ts";
import { LeadsTo } from "../leadsTo.ts";

const mostMonths = 600;

const EncounterSeries = enumeration(
  "EncounterSeries",
  "What a series of encounters counts, once per month. Series overlap: never add them up.",
  {
    AT_COMMON_BORDER: "Everyone met at their common border, of any nationality.",
    NATIONALS_OF_FIRST: "Nationals of the first of `countries` met by a body of the second, anywhere.",
    NATIONALS_OF_SECOND: "Nationals of the second of `countries` met by a body of the first, anywhere.",
  },
);
type EncounterSeries = keyof typeof EncounterSeries;

@ObjectType({ simpleResolvers: true, description: "The count of one series of encounters in one month." })
export class EncountersInMonth {
  @Field(() => EncounterSeries, { description: "The series." })
  readonly series!: EncounterSeries;
  @Field(() => Int, { description: "The number." })
  readonly count!: number;
  @Field(() => FlowQualifier, { description: "How to read the number: `ABOUT` if the source rounds." })
  readonly qualifier!: string;
  @LeadsTo("flow", () => Flow, "The observation: who counted, how, and the evidence.")
  readonly flowId!: string;
}

@ObjectType({ simpleResolvers: true, description: "The encounters of one series in a calendar year." })
export class EncountersInYear {
  @Field(() => EncounterSeries, { description: "The series." })
  readonly series!: EncounterSeries;
  @Field(() => GraphQLSafeInt, {
    description: "The sum over the months, not over a fiscal year.",
  })
  readonly count!: number;
  @Field(() => Int, { description: "The number of months counted; below 12 the year is incomplete." })
  readonly months!: number;
}

@ObjectType({ simpleResolvers: true, description: "Two states in one year." })
export class PairYear {
  @Field(() => Int, { description: "The year." })
  readonly year!: number;
  @Field(() => Int, { description: "The number of meetings of both that took place, with any host." })
  readonly meetings!: number;
  @Field(() => Int, { description: "The number of `meetings` that the first of `countries` hosted." })
  readonly hostedByFirst!: number;
  @Field(() => Int, { description: "The number of `meetings` that the second of `countries` hosted." })
  readonly hostedBySecond!: number;
  @Field(() => Int, { description: "The number of `meetings` that neither hosted, or whose host is unknown." })
  readonly elsewhere!: number;
  @Field(() => Int, { description: "The number of changes in their relation." })
  readonly relationEvents!: number;
  @Field(() => Int, {
    description:
      "The number of heads of mission of the first to the second who took up office, where a source says when.",
  })
  readonly missionHeadsOfFirst!: number;
  @Field(() => Int, {
    description:
      "The number of heads of mission of the second to the first who took up office, where a source says when.",
  })
  readonly missionHeadsOfSecond!: number;
  @Field(() => [EncountersInYear], {
    description: "Encounters by series. Empty if none were counted, which doesn't mean zero.",
  })
  readonly encounters!: EncountersInYear[];
}

@ObjectType({ simpleResolvers: true, description: "Two states in one month." })
export class PairMonth {
  @Field(() => String, { description: "The month: `2023-12`." })
  readonly month!: string;
  @Field(() => Int, { description: "The number of their meetings held, each in the month of its first day." })
  readonly meetingCount!: number;
  @Field(() => [EncountersInMonth], {
    description: "Encounters by series. Empty if none were counted, which doesn't mean zero.",
  })
  readonly encounters!: EncountersInMonth[];
  @LeadsTo("meetings", () => [Meeting], "The meetings counted.")
  readonly meetingIds!: string[];
}

type DayRange = { from: string; until: string };

/** The years of a pair, without gaps. */
export async function yearsOf(graph: Graph, pair: Pair, days: DayRange, info: GraphQLResolveInfo): Promise<PairYear[]> {
  const { relations, posts, allOfFew, allOfMany } = pair.parameters;
  const [ofFirst, ofSecond] = pair.first === pair.parameters.few ? [allOfFew, allOfMany] : [allOfMany, allOfFew];
  const [meetings, events, tenures, flows] = await Promise.all([
    meetingDays(graph, pair, days),
    graph.read(query("bilateral/eventYears"), { relations, ...days }) as Promise<[string, number][]>,
    graph.read(query("bilateral/tenureYears"), { posts, ...days }) as Promise<[string, string, number][]>,
    selectedFields(info).has("encounters") ? encountersOf(graph, pair, days) : [],
  ]);
  const years = new Map<number, Mutable<PairYear>>();
  const yearOf = (day: string): Mutable<PairYear> => {
    const year = Number(day.slice(0, 4));
    let found = years.get(year);
    if (!found) years.set(year, (found = emptyYear(year)));
    return found;
  };
  for (const [, day, host] of meetings) {
    const year = yearOf(day);
    year.meetings += 1;
    if (ofFirst.includes(host ?? "")) year.hostedByFirst += 1;
    else if (ofSecond.includes(host ?? "")) year.hostedBySecond += 1;
    else year.elsewhere += 1;
  }
  for (const [year, count] of events) yearOf(year).relationEvents += count;
  for (const [year, post, count] of tenures) {
    if (pair.sentByFirst.includes(post)) yearOf(year).missionHeadsOfFirst += count;
    else yearOf(year).missionHeadsOfSecond += count;
  }
  for (const { series, month, count } of flows) {
    const { encounters } = yearOf(month);
    const of = encounters.find((each) => each.series === series) as Mutable<EncountersInYear> | undefined;
    if (of) Object.assign(of, { count: of.count + count, months: of.months + 1 });
    else encounters.push({ series, count, months: 1 });
  }
  const known = [...years.keys()].sort((a, b) => a - b);
  if (known.length === 0) return [];
  return Array.from({ length: known.at(-1)! - known[0]! + 1 }, (_, index) =>
    yearOf(String(known[0]! + index).padStart(4, "0")),
  );
}

type Mutable<T> = { -readonly [Each in keyof T]: T[Each] };

function emptyYear(year: number): Mutable<PairYear> {
  const none = { meetings: 0, hostedByFirst: 0, hostedBySecond: 0, elsewhere: 0, relationEvents: 0 };
  return { year, ...none, missionHeadsOfFirst: 0, missionHeadsOfSecond: 0, encounters: [] };
}

/**
 * The months of a period, without gaps.
 * @throws BAD_USER_INPUT for an open period, LIMIT_EXCEEDED for one that is too long.
 */
export async function monthsOf(graph: Graph, pair: Pair, during: string): Promise<PairMonth[]> {
  const days = daysOf(during);
  const months = monthsIn(during);
  const [meetings, flows] = await Promise.all([meetingDays(graph, pair, days), encountersOf(graph, pair, days)]);
  const byMonth = new Map(
    months.map((month) => [month, { month, meetingIds: [] as string[], encounters: [] as EncountersInMonth[] }]),
  );
  for (const [id, day] of meetings) byMonth.get(day.slice(0, 7))?.meetingIds.push(id);
  for (const flow of flows) byMonth.get(flow.month)?.encounters.push(flow);
  return [...byMonth.values()].map((month) => ({ ...month, meetingCount: month.meetingIds.length }));
}

/** The months of a period. @throws BAD_USER_INPUT for an open period, LIMIT_EXCEEDED for one that is too long. */
export function monthsIn(during: string): string[] {
  const { from, until } = daysOf(during);
  if (from === "0000" || until === "9999-12-31")
    throw inputError(
      `CountryPair.monthly: "during" must have a beginning and an end, such as 2023-06/2024-06; got "${during}".`,
    );
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const count = number(until) - number(from) + 1;
  if (count > mostMonths)
    throw limitError(
      `CountryPair.monthly: "during" is at most ${mostMonths} months; got ${count}. Ask for a part, or for "yearly".`,
      mostMonths,
    );
  return Array.from({ length: count }, (_, index) => {
    const month = number(from) + index;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/** The number of meetings held with a predecessor of one or both. */
export async function meetingsOfPredecessors(graph: Graph, pair: Pair): Promise<number> {
  if (pair.predecessors.length === 0) return 0;
  const { withPredecessors, parameters } = pair;
  const alone = { ...withPredecessors, allOfFew: [parameters.few], allOfMany: [parameters.many] };
  const [own, all] = await Promise.all(
    [alone, withPredecessors].map((each) => meetingDays(graph, { parameters: each }, daysOf(null))),
  );
  return all!.length - own!.length;
}

type MeetingDay = [id: string, day: string, host: string | null];

function meetingDays(graph: Graph, { parameters }: Pick<Pair, "parameters">, days: DayRange): Promise<MeetingDay[]> {
  const { allOfFew, allOfMany, parts } = parameters;
  return graph.batched("pairMeetingDays", JSON.stringify({ allOfFew, allOfMany, parts, ...days }), (keys) =>
    Promise.all(
      keys.map(
        async (key) => (await graph.read(query("bilateral/meetingDays"), JSON.parse(key) as never)) as MeetingDay[],
      ),
    ),
  );
}

type Encounters = EncountersInMonth & { month: string };

// If several bodies count a number, use the one that counted most of these months.
async function encountersOf(graph: Graph, pair: Pair, days: DayRange): Promise<Encounters[]> {
  const { few, many, border } = pair.parameters;
  const seriesOf = (id: string): EncounterSeries => (id === pair.first ? "NATIONALS_OF_FIRST" : "NATIONALS_OF_SECOND");
  const rows = (await graph.read(query("bilateral/flowMonths"), {
    few,
    many,
    border,
    seriesOfFew: seriesOf(few),
    seriesOfMany: seriesOf(many),
    ...days,
  })) as [EncounterSeries, string, string, number, string, string][];
  const months = new Map<string, number>();
  const keyOf = (series: string, agency: string): string => `${series} ${agency}`;
  for (const [series, , , , , agency] of rows)
    months.set(keyOf(series, agency), (months.get(keyOf(series, agency)) ?? 0) + 1);
  const best = new Map<string, string>();
  for (const [key] of [...months].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))) {
    const [series, agency] = key.split(" ") as [string, string];
    if (!best.has(series)) best.set(series, agency);
  }
  return rows.flatMap(([series, month, flowId, count, qualifier, agency]) =>
    best.get(series) === agency ? [{ series, month, flowId, count, qualifier }] : [],
  );
}
