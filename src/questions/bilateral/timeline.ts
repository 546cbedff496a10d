/** Everything between two states in one chronological list: a query for each kind, merged. */
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import { Claim } from "../../entities/Claim.ts";
import { Country } from "../../entities/Country.ts";
import { Entity } from "../../entities/Entity.ts";
import { Source } from "../../entities/Source.ts";
import { enumeration } from "../../graph/model/declare.ts";
import { EDTF, EDTFDate } from "../../graph/edtf.ts";
import { inputError } from "../../graph/errors.ts";
import type { Context, Graph } from "../../graph/graph.ts";
import { SortDirection } from "../../graph/order.ts";
import { Page, checkParent, readPage, type PageRequest } from "../../graph/page.ts";
import { RangeArguments, plainConnectionOf } from "../../graph/connection.ts";
import { query } from "../../graph/queries.ts";
import { counting, reached, sortedBetween } from "../../graph/listQueries.ts";
import { selectedFields } from "../../graph/selection/selectedFields.ts";
import { pagedParameters, pairListsOf, type PairList, type PairPatterns } from "./pairLists.ts";
import { daysOf, type Pair } from "./pair.ts";
import { sentenceOf } from "./sentence.ts";
import { LeadsTo } from "../leadsTo.ts";

const kinds = {
  MEETING: "A meeting in which both took part or planned to.",
  RELATION_EVENT: "A change in their relation.",
  TENURE_BEGUN: "A head of mission of one to the other took up office, by the most exact date known.",
  TENURE_ENDED: "A head of mission of one to the other left office.",
  STATEMENT: "A statement about the pair, or by one state about the other.",
  POLICY_DISCUSSED: "A policy was discussed in a meeting of both.",
} as const;

export const MomentKind = enumeration("MomentKind", "The kinds of entry in a timeline of two states.", kinds);
export type MomentKind = keyof typeof MomentKind;

const listOf: Record<MomentKind, PairList> = {
  MEETING: "meetings",
  RELATION_EVENT: "events",
  TENURE_BEGUN: "tenures",
  TENURE_ENDED: "tenures",
  STATEMENT: "statements",
  POLICY_DISCUSSED: "meetings",
};

@ObjectType({ simpleResolvers: true, description: "An entry in the timeline of two states." })
export class Moment {
  @Field(() => MomentKind, { description: "The kind of entry." })
  readonly kind!: MomentKind;
  @Field(() => EDTFDate, { description: "The date. For a policy, that of the meeting that discussed it." })
  readonly date!: EDTFDate;
  @Field(() => String, { description: "What happened, in one sentence." })
  readonly sentence!: string;
  @LeadsTo("entity", () => Entity, "The meeting, change, tenure, statement or policy.")
  readonly entityId!: string;
  @LeadsTo(
    "actor",
    () => Country,
    "The state that acted: it visited the other, made the change, sent the head of mission, made the statement or promotes the policy. Null if both did, or neither.",
    { nullable: true },
  )
  readonly actorId!: string | null;
  @LeadsTo(
    "toward",
    () => Country,
    "The other state: it hosted the meeting, received the head of mission, or was the one that the change or the statement concerned. Null if the entry has no direction.",
    { nullable: true },
  )
  readonly towardId!: string | null;
  /** The entity and field whose claims give the date. */
  readonly saying!: string;
}

@Resolver(() => Moment)
export class MomentFields {
  @FieldResolver(() => [Claim], {
    description:
      "The evidence: at most 10 claims; for a tenure, those on its date. Excludes names given by the editors.",
  })
  async claims(@Root() { saying }: Moment, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes((await sayingOf(graph, saying)).claims, info);
  }

  @FieldResolver(() => [Source], { description: "The sources of `claims`." })
  async sources(@Root() { saying }: Moment, @Ctx() { graph }: Context, @Info() info: GraphQLResolveInfo) {
    return graph.nodes((await sayingOf(graph, saying)).sources, info);
  }
}

interface MomentClaims {
  claims: string[];
  sources: string[];
}

function sayingOf(graph: Graph, saying: string): Promise<MomentClaims> {
  return graph.batched("sayingMoments", saying, async (keys) => {
    const rows = (await graph.read(query("bilateral/claimsOfMoments"), { keys })) as [string, string[], string[]][];
    const byKey = new Map(rows.map(([key, claims, sources]) => [key, { claims, sources }]));
    return keys.map((key) => byKey.get(key) ?? { claims: [], sources: [] });
  });
}

export const PairTimelineConnection = plainConnectionOf(Moment, "PairTimeline", {
  item: "The entry.",
  page: "A page of the timeline of two states.",
  total: "The total number of entries of these kinds in this period.",
});

@ArgsType()
export class TimelineArguments extends RangeArguments {
  @Field(() => [MomentKind], { nullable: true, description: "Only these kinds." })
  declare kinds?: MomentKind[] | null;

  @Field(() => EDTF, {
    nullable: true,
    description: "Only what may have happened in this period: a year `2023`, an interval `1914/1918`.",
  })
  declare during?: string | null;

  @Field(() => SortDirection, { nullable: true, description: "Defaults to ASCENDING, oldest first." })
  declare direction?: keyof typeof SortDirection | null;
}

const name = "CountryPair.timeline";
type MomentRow = [
  MomentKind,
  day: string,
  key: string,
  id: string,
  date: string,
  actor: string | null,
  toward: string | null,
  words: (string | null)[],
  field: string,
];

/** A page of the timeline. @throws as `readPage`, and BAD_USER_INPUT on an empty list of kinds. */
export async function timelineOf(
  graph: Graph,
  pair: Pair,
  args: TimelineArguments,
  info: GraphQLResolveInfo,
): Promise<Page<Moment>> {
  const { kinds: wanted, during, direction, ...range } = args;
  const descending = direction === "DESCENDING";
  const read = readPage(name, { ...range, kinds: wanted, during, direction } as never);
  const page: PageRequest = { ...read, order: { property: null, descending } };
  const place = [pair.first, pair.second, ...pair.including].join(" ");
  checkParent(name, page, place);
  if (wanted?.length === 0) throw inputError(`${name}: "kinds" is empty. Leave it out, or give a kind.`);
  const chosen = (Object.keys(kinds) as MomentKind[]).filter((kind) => wanted == null || wanted.includes(kind));
  const parameters = { ...pagedParameters(pair.parameters), ...boundsOf(page), ...daysOf(during) };
  const lists = pairListsOf(pair.parameters);
  const total = async (): Promise<number> => {
    const bounds = { ...parameters, ...boundsOf(null) };
    const counts = await Promise.all(chosen.map((kind) => graph.read(countQuery(kind, lists), { ...bounds, kind })));
    return counts.reduce((sum, [row]) => sum + (row![0] as number), 0);
  };
  const selected = selectedFields(info);
  const onlyTotal = selected.size === 1 && selected.has("totalCount");
  const backward = page.backward !== descending;
  const limit = page.limit + 1;
  const each = onlyTotal
    ? []
    : await Promise.all(
        chosen.map((kind) => graph.read(momentsQuery(kind, backward, lists), { ...parameters, kind, limit })),
      );
  const rows = (each.flat() as MomentRow[]).sort((a, b) => (earlier(a, b) === backward ? 1 : -1)).slice(0, limit);
  return new Page(
    page,
    rows.map((row) => ({ position: [row[1], row[2], place], node: momentOf(row) })),
    total,
  );
}

// Like Cypher, which compares by code points; days and keys contain none that JavaScript compares differently.
function earlier([, day, key]: MomentRow, [, otherDay, otherKey]: MomentRow): boolean {
  return day < otherDay || (day === otherDay && key < otherKey);
}

function momentOf([kind, , , entityId, date, actorId, towardId, words, field]: MomentRow): Moment {
  return {
    kind,
    date: new EDTFDate(date),
    sentence: sentenceOf(kind, words),
    entityId,
    actorId,
    towardId,
    saying: `${entityId} ${field}`,
  };
}

/** A page of the moments of one kind. All kinds are queried at once and merged: none is read beyond the page. */
export function momentsQuery(kind: MomentKind, descending: boolean, lists: PairPatterns): string {
  return `${moments(kind, lists)}\n${query(descending ? "bilateral/momentsPageBackward" : "bilateral/momentsPage")}`;
}

/** The number of moments of one kind. */
export function countQuery(kind: MomentKind, lists: PairPatterns): string {
  return counting(moments(kind, lists));
}

function moments(kind: MomentKind, lists: PairPatterns): string {
  const found = lists[listOf[kind]];
  // Indexed kinds are read from there on.
  const text = found.flatMap((pattern) => sortedBetween(pattern, "lowDay", "highDay"));
  return [
    reached(found, { text, parameters: {} }),
    "WITH item",
    query(`bilateral/moments/${kind}`),
    query("bilateral/momentsInTime"),
  ].join("\n");
}

const lowest = ["", ""] as const;
const highest = ["9999-12-31", "\uffff"] as const;

function boundsOf(page: PageRequest | null): Record<string, unknown> {
  const descending = page?.order.descending ?? false;
  const [low, high] = descending ? [page?.before, page?.after] : [page?.after, page?.before];
  const [lowDay, lowKey] = low ?? lowest;
  const [highDay, highKey] = high ?? highest;
  return { lowDay, lowKey, highDay, highKey };
}
