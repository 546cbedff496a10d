/** Reads the data for coverage: the subjects, and what parts of sources cover. */
import type { Graph } from "../../graph/graph.ts";
import { query } from "../../graph/queries.ts";
import { coveredBy, type SourcePart } from "./coveringParts.ts";
import type { CoverageSubject } from "./subject.ts";

/** A subject by id; null for an unknown one. All subjects of a request are read in one query. */
export function subjectOf(graph: Graph, id: string): Promise<CoverageSubject | null> {
  return graph.batched("coverageSubject", id, async (ids) => {
    const found = new Map((await graph.read(query("coverage/subject"), { ids })) as [string, CoverageSubject][]);
    return ids.map((each) => found.get(each) ?? null);
  });
}

/** The parts of all sources, read once per request. */
export function sourceParts(graph: Graph): Promise<SourcePart[]> {
  return graph.batched("partsOfSources", "all", async () => {
    const rows = (await graph.read(query("coverage/sources"), {})) as [string, string, string | null][];
    return [
      rows.flatMap(([sourceId, coverage, retrieved]) =>
        (JSON.parse(coverage) as Omit<SourcePart, "sourceId" | "retrieved">[]).map((part) => ({
          ...part,
          sourceId,
          retrieved,
        })),
      ),
    ];
  });
}

/** The parts of sources that would report something on a day. */
export async function partsOn(
  graph: Graph,
  subject: CoverageSubject,
  factKind: "TENURES" | "RELATIONS",
  day: string,
): Promise<SourcePart[]> {
  const { parts } = coveredBy(subject, factKind, { from: day, until: day }, await sourceParts(graph));
  return parts.flatMap(({ part, days }) => (days === null ? [] : [part]));
}
