/** The relation of two states on a day, with the certainty. */
import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { BilateralRelation } from "../../entities/BilateralRelation.ts";
import { RelationEvent } from "../../entities/RelationEvent.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { readEdtf } from "../../graph/edtf.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import { pairSubject } from "../coverage/subject.ts";
import { partsOn, subjectOf } from "../coverage/readCoverage.ts";
import { Certainty, CoverageStatus, dayArgument } from "./day.ts";
import { LeadsTo } from "../leadsTo.ts";

const RelationStatus = enumeration("RelationStatus", "The status of a relation.", {
  RECOGNISED: "One state had recognised the other; no source says that relations were opened.",
  OPEN: "The states had diplomatic relations.",
  SEVERED: "Diplomatic relations between the states were broken off.",
  INTERRUPTED: "Diplomatic relations were interrupted: one state did not recognise the government of the other.",
  NOT_KNOWN: "No source says.",
});

@ObjectType({ simpleResolvers: true, description: "The relation of two states on a day." })
export class RelationAsOf {
  @Field(() => GraphQLLocalDate, { description: "The day." })
  date!: string;
  @Field(() => RelationStatus, { description: "The status of the relation." })
  status!: string;
  @Field(() => Certainty, { description: "How certain the answer is." })
  certainty!: string;
  @Field(() => String, { description: "The reason, in one sentence." })
  basis!: string;
  @Field(() => CoverageStatus, { description: "Whether a source on their relation covers the day." })
  coverage!: string;
  @LeadsTo("since", () => RelationEvent, "The last change on or before the day. Null when no source reports one.", {
    nullable: true,
  })
  readonly eventId!: string | null;
}

interface EventFacts {
  id: string;
  kind: string;
  date: string;
}

const statusAfter: Record<string, string> = {
  RECOGNITION: "RECOGNISED",
  RELATIONS_OPENED: "OPEN",
  RELATIONS_RESUMED: "OPEN",
  RELATIONS_SEVERED: "SEVERED",
  RELATIONS_INTERRUPTED: "INTERRUPTED",
};

@Resolver(() => BilateralRelation)
export class BilateralRelationAsOf {
  @FieldResolver(() => RelationAsOf, { description: "The relation of the two states on a day." })
  async asOf(
    @Root() { id }: { id: string },
    @Arg("date", () => GraphQLLocalDate, dayArgument) date: string,
    @Ctx() { graph }: Context,
  ): Promise<RelationAsOf> {
    const { countries } = (await subjectOf(graph, id))!;
    return relationAsOf(graph, id, countries.map((country) => country.id) as [string, string], date);
  }
}

/** The relation of two states on a day. @param id of their relation; null when the graph has none. */
export async function relationAsOf(
  graph: Graph,
  id: string | null,
  [one, other]: [string, string],
  date: string,
): Promise<RelationAsOf> {
  const pair = pairSubject({ id: one, name: one }, { id: other, name: other });
  const [events, covering] = await Promise.all([
    id === null ? [] : eventsOf(graph, id),
    partsOn(graph, pair, "RELATIONS", date),
  ]);
  return relationOn(events, date, covering.length > 0);
}

function eventsOf(graph: Graph, id: string): Promise<EventFacts[]> {
  return graph.batched("eventsOfRelations", id, async (ids) => {
    const rows = await graph.read(query("asOf/eventsOfRelations"), { ids, kinds: Object.keys(statusAfter) });
    const found = new Map<string, EventFacts[]>(ids.map((each) => [each, []]));
    for (const [relation, event, kind, date] of rows as string[][])
      found.get(relation!)!.push({ id: event!, kind: kind!, date: date! });
    return ids.map((each) => found.get(each)!);
  });
}

function relationOn(events: EventFacts[], day: string, covered: boolean): RelationAsOf {
  const spans = events.map((event) => ({ event, ...readEdtf(event.date) }));
  const before = spans.filter(({ firstDay }) => firstDay !== null && firstDay <= day);
  // The last change; on the same day, a break or opening outranks a recognition.
  const last = before.at(-1);
  const after = spans.find(({ firstDay }) => firstDay !== null && firstDay > day);
  const common = { date: day, coverage: covered ? "COVERED" : "NOT_COVERED", eventId: last?.event.id ?? null };
  if (!last)
    return { ...common, status: "NOT_KNOWN", certainty: "UNKNOWN", basis: "No change is recorded before that day." };
  const opened = before.some(({ event }) => statusAfter[event.kind] === "OPEN");
  const status = last.event.kind === "RECOGNITION" && opened ? "OPEN" : statusAfter[last.event.kind]!;
  const { date } = last.event;
  if (last.lastDay !== null && day < last.lastDay) {
    const basis = `The last change is dated ${date}: it may be later than the day.`;
    return { ...common, status, certainty: "UNKNOWN", basis };
  }
  if (after) {
    const basis = `Between the change of ${date} and that of ${after.event.date}.`;
    return { ...common, status, certainty: "CERTAIN", basis };
  }
  if (!covered) {
    const basis = `The last change known is of ${date}; no source covers the day.`;
    return { ...common, status: "NOT_KNOWN", certainty: "UNKNOWN", basis };
  }
  const basis = `Since the change of ${date}; a source that covers the day reports no other.`;
  return { ...common, status, certainty: "ASSUMED", basis };
}
