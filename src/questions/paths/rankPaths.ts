/** Ranks paths of equal length by how much they say. */
import type { Graph } from "../../graph/graph.ts";
import { compare } from "../../graph/arrays.ts";
import { describeSteps, evidenceOf, claimPatternOf } from "./describe.ts";
import type { Link } from "./links.ts";

/** A path, with its ranking data. */
export interface PathCandidate {
  links: Link[];
  crowd: number;
}

/** Paths of one length: by crowd, then by number of sources, then latest first, then by id. */
export async function ranked(graph: Graph, candidates: PathCandidate[]): Promise<PathCandidate[]> {
  const described = await Promise.all(
    candidates.map(async (candidate) => {
      const evidence = await Promise.all(candidate.links.map((link) => evidenceOf(graph, claimPatternOf(link))));
      const steps = await describeSteps(graph, candidate.links);
      return {
        candidate,
        sources: Math.min(...evidence.map(({ sources }) => sources)),
        latest: steps
          .map(({ date }) => date ?? "")
          .sort()
          .at(-1)!,
        ids: candidate.links.map(({ to }) => to).join(),
      };
    }),
  );
  return described
    .sort(
      (a, b) =>
        a.candidate.crowd - b.candidate.crowd ||
        b.sources - a.sources ||
        compare(b.latest, a.latest) ||
        compare(a.ids, b.ids),
    )
    .map(({ candidate }) => candidate);
}
