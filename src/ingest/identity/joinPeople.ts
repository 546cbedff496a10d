/** Merges people: a full name identifies a person; a partial name joins the only person it can mean. */
import type { Clusters, Decision } from "./clusters.ts";
import { withoutFirst, wordsOf } from "./compareNames.ts";
import { matchesOf, seriesOf } from "./matches.ts";
import {
  compatible,
  gapOf,
  likenessOf,
  mustDiffer,
  together,
  type Match,
  type OfficialProfile,
} from "./officialLikeness.ts";
import { certain, nextOffice, partScores, rivalry } from "./scores.ts";
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
  const undecided: (Decision & { rival?: string | undefined })[] = [];
  const series = seriesOf([...people.values()]);
  const apart = (a: string, b: string, all: string[]): boolean => {
    if (toldApart(a, b)) return true;
    const [x, y] = [people.get(a), people.get(b)];
    if (x === undefined || y === undefined) return false;
    return (
      mustDiffer(x, y) ||
      series.meansAnother(x, y) ||
      !compatible(
        x,
        y,
        all.flatMap((id) => people.get(id) ?? []),
      )
    );
  };
  const doubt = ({ a, b, score, reason }: Match, because: string, rival?: string): void => {
    if (!toldApart(a, b))
      undecided.push({ a, b, outcome: "UNDECIDED", score, reason: `${reason}${because}`, decidedBy: "RULE", rival });
  };
  const matches = matchesOf([...people.values()], series);
  // A full name identifies a person; a partial name joins the only person it can mean.
  const [whole, partial] = parted(matches, ({ a, b }) => Math.min(people.get(a)!.words, people.get(b)!.words) > 1);
  const others = candidatesOf(whole, () => true);
  for (const match of whole) {
    const rival = match.score < rivalry.whole ? rivalOf(match, others, people) : undefined;
    if (match.score < certain || rival) doubt(match, rival ? `; ${rival} may be meant as well` : "", rival);
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
    if (best.score < certain || rival)
      doubt(best, rival ? `; ${other(rival)} may be meant as well` : "", rival && other(rival));
    else if (clusters.join(best, "RULE", apart)) doubt(best, "; but others of the same name stand between");
  }
  for (const match of ofParts)
    if (match.score < rivalry.sure) doubt(match, "");
    else if (clusters.join(match, "RULE", apart)) doubt(match, "; but others of the same name stand between");
  const personOf = (id: string): OfficialProfile => together(clusters.membersOf(id).map((each) => people.get(each)!));
  // What one id leaves open, all ids of a person may decide: their time is longer, and a rival may be one of them.
  for (const { a, b, rival } of undecided) {
    const [x, y] = [personOf(a), personOf(b)];
    if (rival !== undefined && ![a, b].some((id) => clusters.rootOf(id) === clusters.rootOf(rival))) continue;
    const likeness = likenessOf(x, y);
    // One name without the first of the other may be the father's.
    if (likeness.score >= certain && !likeness.reason.startsWith(withoutFirst))
      clusters.join({ a, b, ...likeness }, "RULE", apart);
  }
  joinNextOffices(people, clusters, personOf, apart);
  return (
    undecided
      .filter(({ a, b }) => clusters.rootOf(a) !== clusters.rootOf(b))
      // Whoever told one id of a person from one of another told these two apart.
      .filter(({ a, b }) => !clusters.membersOf(a).some((x) => clusters.membersOf(b).some((y) => toldApart(x, y))))
      .map(({ rival: _rival, ...decision }) => decision)
  );
}

/**
 * Joins a surname told with one office and the only other person of that name in the state, who had another office
 * some years before or after: Prime Minister Nkrumah, and President Nkrumah.
 */
function joinNextOffices(
  people: Map<string, OfficialProfile>,
  clusters: Clusters,
  personOf: (id: string) => OfficialProfile,
  apart: (a: string, b: string, all: string[]) => boolean,
): void {
  const named = new Map<string, Set<string>>();
  const keysOf = (person: OfficialProfile): string[] =>
    person.names.flatMap((name) =>
      wordsOf(name).flatMap((word) => person.countries.map((state) => `${state} ${word}`)),
    );
  for (const person of people.values())
    for (const key of keysOf(person)) named.set(key, (named.get(key) ?? new Set()).add(person.id));
  for (const person of [...people.values()].sort((x, y) => (x.id < y.id ? -1 : 1))) {
    if (!person.made || person.words !== 1 || person.countries.some((state) => fewNames.has(state))) continue;
    const [key] = keysOf(person);
    const roots = new Set([...(key === undefined ? [] : named.get(key)!)].map((id) => clusters.rootOf(id)));
    const [other, ...more] = [...roots].filter((root) => root !== clusters.rootOf(person.id));
    if (other === undefined || more.length > 0) continue;
    const [x, y] = [personOf(person.id), personOf(other)];
    const years = gapOf(x, y);
    if (!y.made || years === null || years > nextOffice || [x, y].some(({ offices }) => offices.size === 0)) continue;
    // Two offices at the same time are two people's, unless both lead the state, by turns.
    if (years === 0 && ![x, y].every(({ offices }) => [...offices].every((office) => leading.test(office)))) continue;
    if ([x, y].some(({ offices }) => [...offices].some((office) => mission.test(office)))) continue;
    const reason = `the only two of that name in the state, in one office and another, ${years < 1 ? "within a year" : `${Math.round(years)} years apart`}`;
    clusters.join({ a: person.id, b: other, score: partScores.sharedOffice[2][1], reason }, "RULE", apart);
  }
}

/** Offices of who leads a state, which one person may hold by turns. */
const leading = /^(?:president|head of government|monarch|crown prince|chairman|general secretary|first secretary)$/;

const mission = /^mission /;

/** States in which many people share few family names, or have none. */
const fewNames = new Set(["country:cn", "country:kp", "country:kr", "country:mm", "country:tw", "country:vn"]);

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
