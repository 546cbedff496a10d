/** The input and output of deciding on the ids of one kind. */
import type { Profile } from "./profile.ts";
import type { Clusters, Decision } from "./clusters.ts";

/** The profile stated under one id. */
export interface IdProfile {
  id: string;
  profile: Profile;
  /** The sources that use this id. */
  registers: Set<string>;
}

/** Which ids are the same, which pairs are left for review, and which id is kept. */
export type Settlement = [clusters: Clusters, undecided: Decision[], prefer: (ids: string[]) => string];

/** The editors' decisions on ids of one kind: merges first, then separations. */
export function editing(kind: string, edited: Decision[], clusters: Clusters): (a: string, b: string) => boolean {
  const mine = edited.filter(({ a }) => a.startsWith(`${kind}:`));
  const apart = new Set(
    mine.flatMap(({ a, b, outcome }) => (outcome === "DIFFERENT" ? [`${a} ${b}`, `${b} ${a}`] : [])),
  );
  for (const { a, b, outcome, score, reason } of mine)
    if (outcome === "SAME") clusters.join({ a, b, score, reason }, "EDITOR", () => false);
  return (a, b) => apart.has(`${a} ${b}`);
}

/** The id to keep: a source's own before one made from a name; then the one with most records; then the first. */
export function preferred(
  ids: string[],
  made: (id: string) => boolean,
  weight: (id: string) => number = () => 0,
): string {
  return [...ids].sort(
    (a, b) => Number(made(a)) - Number(made(b)) || (made(a) ? weight(b) - weight(a) : 0) || (a < b ? -1 : 1),
  )[0]!;
}

/** A meeting id from a record; other ids were chosen by people. */
export const ofRecord = /^[a-z-]+:(?:trip|visit)-\d/;
