/** Whether any source tells of two states as a pair, and how far those that do reach. */
import { Field, Int, ObjectType } from "type-graphql";
import { Coverage, Source } from "../../entities/Source.ts";
import { enumeration } from "../../graph/model/declare.ts";
import type { Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import type { Pair } from "./pair.ts";
import { LeadsTo } from "../leadsTo.ts";

const PairCoverageStatus = enumeration("PairCoverageStatus", "Whether any source here tells of two states as a pair.", {
  COVERED: "One does: what isn't told did not happen, as far as that source knows and reaches.",
  NOT_COVERED: "None does: an empty answer says nothing, and is not none.",
});

const PairSubject = enumeration("PairSubject", "What sources tell of two states.", {
  RELATION: "The changes in their relation.",
  MISSIONS: "The heads of their missions to each other.",
  MEETINGS: "The meetings of the two alone that one of them hosted.",
});

@ObjectType({ simpleResolvers: true, description: "One source of a pair." })
export class PairSource {
  @Field(() => PairSubject, { description: "What it tells of." })
  readonly subject!: keyof typeof PairSubject;
  @Field(() => Int, { description: "How many changes, tenures or meetings of the pair it tells of." })
  readonly count!: number;
  @Field(() => [Coverage], {
    description: "How far it reaches, as it covers its subject as a whole. Empty when that is not known.",
  })
  readonly coverage!: Coverage[];
  @LeadsTo("source", () => Source, "The source.")
  readonly sourceId!: string;
}

@ObjectType({ simpleResolvers: true, description: "What sources here tell of two states as a pair." })
export class PairCoverage {
  @Field(() => PairCoverageStatus, { description: "Whether any does." })
  readonly status!: keyof typeof PairCoverageStatus;
  @Field(() => [PairSource], { description: "Those that do, by what they tell of, the one that tells most first." })
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
