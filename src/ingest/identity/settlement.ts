/** What deciding on the ids of one kind starts from, and what it comes to. */
import type { Profile } from "./profile.ts";
import type { Clusters, Decision } from "./clusters.ts";

/** What is stated under one id. */
export interface IdProfile {
  id: string;
  profile: Profile;
  /** The sources that know it by this id. */
  registers: Set<string>;
}

/** Which ids are one, which pairs are left for review, and which id of several goes on. */
export type Settlement = [clusters: Clusters, undecided: Decision[], prefer: (ids: string[]) => string];

/** What editors decided of ids of one kind: the first joins, then whoever is to be told apart. */
export function editing(kind: string, edited: Decision[], clusters: Clusters): (a: string, b: string) => boolean {
  const mine = edited.filter(({ a }) => a.startsWith(`${kind}:`));
  const apart = new Set(
    mine.flatMap(({ a, b, outcome }) => (outcome === "DIFFERENT" ? [`${a} ${b}`, `${b} ${a}`] : [])),
  );
  for (const { a, b, outcome, score, reason } of mine)
    if (outcome === "SAME") clusters.join({ a, b, score, reason }, "EDITOR", () => false);
  return (a, b) => apart.has(`${a} ${b}`);
}

/** The id that goes on: a source's own before one that was made of a name; then what most records use; then the first. */
export function preferred(
  ids: string[],
  made: (id: string) => boolean,
  weight: (id: string) => number = () => 0,
): string {
  return [...ids].sort(
    (a, b) => Number(made(a)) - Number(made(b)) || (made(a) ? weight(b) - weight(a) : 0) || (a < b ? -1 : 1),
  )[0]!;
}

/** A meeting of a record; others have ids that somebody chose. */
export const ofRecord = /^[a-z-]+:(?:trip|visit)-\d/;
