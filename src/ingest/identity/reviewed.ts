/** Pairs that the rules leave open, as decided by hand in `reviewed.yaml`. */
import * as z from "zod";
import { worldFile, words } from "../worldFile.ts";
import type { Clusters, Decision } from "./clusters.ts";

const entry = z.strictObject({ ids: z.array(words).min(2, "expected two ids"), because: words });
const reviewed = worldFile(
  "reviewed.yaml",
  import.meta.url,
  z.strictObject({ one: z.array(entry), two: z.array(entry) }),
);

/**
 * Joins those of one person.
 * @param known the ids of officials that sources state.
 * @param edited the decisions of the graph's editors, which win over these.
 * @returns whether two ids were found to mean two people, also by an editor.
 */
export function joinReviewed(
  known: (id: string) => boolean,
  clusters: Clusters,
  edited: Decision[],
  toldApart: (a: string, b: string) => boolean,
): (a: string, b: string) => boolean {
  const idsOf = ({ ids }: { ids: string[] }): string[] => ids.map((id) => `official:${id}`).filter(known);
  for (const each of reviewed().one) {
    const [first, ...others] = idsOf(each);
    for (const id of others) clusters.join({ a: first!, b: id, score: 1, reason: each.because }, "EDITOR", toldApart);
  }
  const merged = new Set(edited.flatMap(({ a, b, outcome }) => (outcome === "SAME" ? [keyOf(a, b)] : [])));
  const apart = new Set(
    reviewed().two.flatMap((each) => {
      const [first, ...others] = each.ids.map((id) => `official:${id}`) as [string, ...string[]];
      return others.map((id) => keyOf(first, id)).filter((key) => !merged.has(key));
    }),
  );
  return (a, b) => apart.has(keyOf(a, b)) || toldApart(a, b);
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
