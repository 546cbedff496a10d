/** Merges people: a full name identifies a person; a partial name joins the only person it can mean. */
import type { Clusters, Decision } from "./clusters.ts";
import { matchesOf } from "./matches.ts";
import { compatible, mustDiffer, type Match, type OfficialProfile } from "./officialLikeness.ts";
import { certain, rivalry } from "./scores.ts";
import { push } from "../../graph/arrays.ts";

/**
 * Merges the ids of the same person.
 * @param people by their ids.
 * @param clusters receives the merges.
 * @param told whether an editor said that two ids differ.
 * @returns the pairs left for review.
 */
export function joinPeople(
  people: Map<string, OfficialProfile>,
  clusters: Clusters,
  toldApart: (a: string, b: string) => boolean,
): Decision[] {
  const undecided: Decision[] = [];
  const apart = (a: string, b: string, all: string[]): boolean => {
    if (toldApart(a, b)) return true;
    const [x, y] = [people.get(a), people.get(b)];
    if (x === undefined || y === undefined) return false;
    return (
      mustDiffer(x, y) ||
      !compatible(
        x,
        y,
        all.flatMap((id) => people.get(id) ?? []),
      )
    );
  };
  const doubt = ({ a, b, score, reason }: Match, because: string): void => {
    if (!toldApart(a, b))
      undecided.push({ a, b, outcome: "UNDECIDED", score, reason: `${reason}${because}`, decidedBy: "RULE" });
  };
  const matches = matchesOf([...people.values()]);
  // A full name identifies a person; a partial name joins the only person it can mean.
  const [whole, partial] = parted(matches, ({ a, b }) => Math.min(people.get(a)!.words, people.get(b)!.words) > 1);
  const others = candidatesOf(whole, () => true);
  for (const match of whole) {
    const rival = match.score < rivalry.whole ? rivalOf(match, others, people) : undefined;
    if (match.score < certain || rival) doubt(match, rival ? `; ${rival} may be meant as well` : "");
    else if (clusters.join(match, "RULE", apart)) doubt(match, "; but others of the same name stand between");
  }
  const inFull = (match: Match): boolean => Math.max(people.get(match.a)!.words, people.get(match.b)!.words) > 1;
  const [ofWhole, ofParts] = parted(partial, inFull);
  const shorter = (id: string, other: string): boolean => people.get(id)!.words <= people.get(other)!.words;
  for (const [short, list] of candidatesOf(
    ofWhole,
    (id, other) => shorter(id, other) && (id < other || !shorter(other, id)),
  )) {
    const best = list[0]!;
    const other = (match: Match): string => clusters.rootOf(match.a === short ? match.b : match.a);
    const rival = list.find(
      (match) => other(match) !== other(best) && (best.score < rivalry.sure || best.score - match.score < rivalry.near),
    );
    if (best.score < certain || rival) doubt(best, rival ? `; ${other(rival)} may be meant as well` : "");
    else if (clusters.join(best, "RULE", apart)) doubt(best, "; but others of the same name stand between");
  }
  for (const match of ofParts)
    if (match.score < rivalry.sure) doubt(match, "");
    else if (clusters.join(match, "RULE", apart)) doubt(match, "; but others of the same name stand between");
  return undecided;
}

/** The matches of each id, most certain first. @param asks whether an id of a match is looking for another. */
function candidatesOf(matches: Match[], asks: (id: string, other: string) => boolean): Map<string, Match[]> {
  const candidates = new Map<string, Match[]>();
  for (const match of matches)
    for (const [id, other] of [[match.a, match.b] as const, [match.b, match.a] as const])
      if (asks(id, other)) push(candidates, id, match);
  return new Map([...candidates].sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** Another candidate for one of the two, who isn't the other. */
function rivalOf(
  { a, b }: Match,
  candidates: Map<string, Match[]>,
  people: Map<string, OfficialProfile>,
): string | undefined {
  for (const [id, partner] of [[a, b] as const, [b, a] as const])
    for (const match of candidates.get(id) ?? []) {
      const third = match.a === id ? match.b : match.a;
      if (third !== partner && !compatible(people.get(third)!, people.get(partner)!)) return third;
    }
  return undefined;
}

function parted<T>(list: T[], test: (each: T) => boolean): [T[], T[]] {
  const [yes, no]: [T[], T[]] = [[], []];
  for (const each of list) (test(each) ? yes : no).push(each);
  return [yes, no];
}
