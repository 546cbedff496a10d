/** Whether any source reports on two states as a pair, and how far those sources reach. */
import { Field, Int, ObjectType } from "type-graphql";
import { Coverage, Source } from "../../entities/Source.ts";
import { enumeration } from "../../graph/model/declare.ts";
import type { Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import { CoverageStatus } from "../asOf/day.ts";
import type { Pair } from "./pair.ts";
import { LeadsTo } from "../leadsTo.ts";

const PairSubject = enumeration("PairSubject", "What sources report about two states.", {
  RELATION: "The changes in their relation.",
  MISSIONS: "Their heads of mission to each other.",
  MEETINGS: "Meetings of these two alone that one of them hosted.",
});

@ObjectType({ simpleResolvers: true, description: "A source that reports on a pair of states." })
export class PairSource {
  @Field(() => PairSubject, { description: "What the source reports." })
  readonly subject!: keyof typeof PairSubject;
  @Field(() => Int, { description: "The number of changes, tenures or meetings of the pair that it reports." })
  readonly count!: number;
  @Field(() => [Coverage], {
    description: "What the whole source covers, part by part. Empty if unknown.",
  })
  readonly coverage!: Coverage[];
  @LeadsTo("source", () => Source, "The source.")
  readonly sourceId!: string;
}

@ObjectType({ simpleResolvers: true, description: "Whether sources report on two states as a pair." })
export class PairCoverage {
  @Field(() => CoverageStatus, { description: "Whether any source reports on the pair." })
  readonly status!: keyof typeof CoverageStatus;
  @Field(() => [PairSource], { description: "The sources on the pair, by subject, those that report most first." })
  readonly sources!: PairSource[];
}

/** The sources of a pair. */
export async function coverageOfPair(graph: Graph, { parameters }: Pair): Promise<PairCoverage> {
  const { few, many, relation, posts } = parameters;
  const rows = (await graph.read(query("bilateral/coverage"), { few, many, relation, posts })) as [
    keyof typeof PairSubject,
    string,
    number,
    string | null,
  ][];
  const sources = rows.map(([subject, sourceId, count, coverage]) => ({
    subject,
    sourceId,
    count,
    coverage: coverage === null ? [] : (JSON.parse(coverage) as Coverage[]),
  }));
  return { status: sources.length > 0 ? "COVERED" : "NOT_COVERED", sources };
}
