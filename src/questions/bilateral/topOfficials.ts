/** The officials who took part in most meetings of two states. */
import { Field, Int, ObjectType } from "type-graphql";
import { Country } from "../../entities/Country.ts";
import { Meeting } from "../../entities/Meeting.ts";
import { Official } from "../../entities/Official.ts";
import type { Graph } from "../../graph/graph.ts";
import { weakerThan, type Basis } from "../../graph/model/derived.ts";
import { query } from "../../graph/queries.ts";
import type { Pair } from "./pair.ts";
import { LeadsTo } from "../leadsTo.ts";

@ObjectType({
  simpleResolvers: true,
  description: "An official, and the meetings of two states in which this person took part.",
})
export class TopOfficial {
  @Field(() => Int, { description: "The number of these meetings that were held." })
  readonly count!: number;
  @LeadsTo("official", () => Official, "The official.")
  readonly officialId!: string;
  @LeadsTo("side", () => Country, "The state for which this person took part in the first meeting.")
  readonly sideId!: string;
  @LeadsTo("earliest", () => Meeting, "The first meeting.")
  readonly earliestId!: string;
  @LeadsTo("latest", () => Meeting, "The last meeting.")
  readonly latestId!: string;
}

/** @param basis the weakest one of a participation; null for any. */
export async function topOfficialsOf(
  graph: Graph,
  { parameters }: Pair,
  limit: number,
  basis: Basis | null,
): Promise<TopOfficial[]> {
  const { allOfFew, allOfMany, parts } = parameters;
  const weaker = weakerThan(basis);
  const rows = (await graph.read(query("bilateral/officials"), { allOfFew, allOfMany, parts, limit, weaker })) as [
    string,
    string,
    number,
    string,
    string,
  ][];
  return rows.map(([officialId, sideId, count, earliestId, latestId]) => ({
    officialId,
    sideId,
    count,
    earliestId,
    latestId,
  }));
}
