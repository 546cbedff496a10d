/** Which ids of officials mean the same person: stable ids first, then name, state, office and date together. */
import { readEdtf } from "../../graph/edtf.ts";
import { namesakesOf } from "../countries/crosswalk.ts";
import { meaningOf, meanings, worldFile } from "../worldFile.ts";
import type { Profile } from "./profile.ts";
import { compareNames, nearlyAlike, wordsOf, type Likeness } from "./compareNames.ts";
import { certain, nameScores, partScores, reign, sameSeat, signs } from "./scores.ts";
import { alike } from "./spelling.ts";

/** An official as sources show them under one id. */
export interface OfficialProfile {
  id: string;
  names: string[];
  /** The states served, and those under whose name sources mention them: Russia for the Soviet Union. */
  countries: string[];
  /** The offices, normalised for comparison. */
  offices: Set<string>;
  /** The ids of this person's posts, from tenures. */
  posts: Set<string>;
  /** The first and the last day on which sources show the person, if any. */
  first: string | null;
  last: string | null;
  born: string | null;
  keys: string[];
  /** The id was made from a state and a name, and isn't a source's own. */
  made: boolean;
  /** The sources that use this id for the person. */
  registers: Set<string>;
  /** The number of records that do. */
  weight: number;
  /** The number of words in the longest name. */
  words: number;
}

/** A pair that may be the same person. */
export interface Match extends Likeness {
  a: string;
  b: string;
}

/** An office that somebody held, from a tenure. */
export interface HeldOffice {
  post: string;
  /** The days and intervals of the tenure, in EDTF. */
  active: string[];
}

/**
 * Builds a person from what bundles state under one id.
 * @param held the offices of this id from tenures; their days count if nothing else is dated.
 */
export function personOf(
  id: string,
  profile: Profile,
  registers: Set<string>,
  held: HeldOffice[] = [],
): OfficialProfile {
  const active = profile.active ?? held.flatMap((each) => each.active);
  const spans = active.map((each) => readEdtf(each));
  const firsts = spans.flatMap(({ firstDay }) => (firstDay === null ? [] : [firstDay])).sort();
  const lasts = spans.flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay])).sort();
  const countries = [...new Set((profile.country ?? []).flatMap((id) => [id, ...namesakesOf(id)]))];
  return {
    id,
    names: [...(profile.name ?? []), ...(profile.aliases ?? [])],
    countries,
    offices: new Set((profile.offices ?? []).map(officeOf)),
    posts: new Set(held.map(({ post }) => post)),
    first: firsts[0] ?? lasts[0] ?? null,
    last: lasts.at(-1) ?? firsts.at(-1) ?? null,
    born: profile.birth?.[0]?.match(/\d{4}/)?.[0] ?? null,
    keys: [...(profile.wikidata ?? []), ...(profile.bioguide ?? [])],
    made: countries.some((country) => id.startsWith(`official:${country.slice("country:".length)}-`)),
    registers,
    weight: active.length,
    words: Math.max(0, ...(profile.name ?? []).map((name) => wordsOf(name).length)),
  };
}

const officesByWord = worldFile("offices.yaml", import.meta.url, meanings("i"));

function officeOf(words: string): string {
  const mission = /^chief of mission to (\S+)$/i.exec(words);
  if (mission) return `mission ${mission[1]}`;
  return meaningOf(words, officesByWord()) ?? words.toLowerCase();
}

/** Offices with a single holder at a time. */
const sole = /^(?:president|head of government|monarch|foreign minister|mission .+)$/;

/** Offices of who leads a state. */
const leading = /^(?:president|head of government)$/;

/** Two ids that one bundle keeps apart are two people; so are people born in different years. */
export function mustDiffer(a: OfficialProfile, b: OfficialProfile): boolean {
  if (a.keys.some((key) => b.keys.includes(key))) return false;
  if (!a.made && !b.made && [...a.registers].some((register) => b.registers.has(register))) return true;
  return a.born !== null && b.born !== null && Math.abs(Number(a.born) - Number(b.born)) > 1;
}

/**
 * Whether two names are compatible, as required for every pair in a cluster.
 * @param others the whole cluster: a longer name that contains both makes them compatible.
 */
export function compatible(a: OfficialProfile, b: OfficialProfile, others: OfficialProfile[] = []): boolean {
  if (a.keys.some((key) => b.keys.includes(key))) return true;
  if (nameFits(a, b) || likenessOf(a, b).score >= certain) return true;
  const seat = sharedSeat(a, b);
  if (seat !== undefined && sameEnds(a, b) && (gapOf(a, b) ?? Infinity) <= (seat === "monarch" ? reign : sameSeat))
    return true;
  return others.some((each) => {
    if (each === a || each === b) return false;
    if (each.words >= Math.max(a.words, b.words) && nameFits(each, a) && nameFits(each, b)) return true;
    return seat !== undefined && each.words > 1 && [a, b].every((one) => likenessOf(each, one).score >= certain);
  });
}

/** An office for one that both held. */
function sharedSeat(a: OfficialProfile, b: OfficialProfile): string | undefined {
  return [...a.offices].find((office) => sole.test(office) && b.offices.has(office));
}

/** Whether names of both begin and end alike. */
function sameEnds(a: OfficialProfile, b: OfficialProfile): boolean {
  return a.names.some((x) =>
    b.names.some((y) =>
      [0, -1].every((at) => {
        const [one, other] = [wordsOf(x), wordsOf(y)];
        return one.length > 1 && other.length > 1 && alike(one.at(at)!, other.at(at)!);
      }),
    ),
  );
}

function nameFits(a: OfficialProfile, b: OfficialProfile): boolean {
  const score = Math.max(bestName(a, b).score, bestName(withoutInitials(a), withoutInitials(b)).score);
  return score > 0 && score !== nameScores.othersBetween && score !== nameScores.heldInAnotherOrder;
}

/** Without single letters between two names. */
function withoutInitials(person: OfficialProfile): OfficialProfile {
  return { ...person, names: person.names.map((name) => name.replace(/(?<=\p{L}{2} )\p{L}\.? (?=\p{L}{2})/gu, "")) };
}

const yearOfDays = 365.25 * 24 * 3600 * 1000;

/** The likelihood that two are the same person. */
export function likenessOf(a: OfficialProfile, b: OfficialProfile): Likeness {
  if (a.keys.some((key) => b.keys.includes(key))) return { score: 1, reason: "the same id in another register" };
  const years = gapOf(a, b);
  const name = bestName(a, b, inOneSeat(a, b, years));
  if (name.score === 0) return name;
  if (!a.countries.some((country) => b.countries.includes(country)) && a.countries.length > 0 && b.countries.length > 0)
    return { score: 0, reason: "of other states" };
  const shared =
    [...a.offices].find((office) => b.offices.has(office)) ?? [...a.posts].find((post) => b.posts.has(post));
  const reasons = [name.reason];
  if (years !== null) reasons.push(years < 1 ? "at the same time" : `${Math.round(years)} years apart`);
  if (shared !== undefined) reasons.push(`both ${shared}`);
  const score =
    name.score <= nameScores.part ? scoreOfPart(name, a, b, years, shared) : scoreOfWhole(name, a, b, years, shared);
  if (a.born !== null && a.born === b.born) reasons.push("born in the same year");
  return { score: Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000, reason: reasons.join(", ") };
}

/** Whether both hold an office for one, at about the same time: then one is the other, if the names are alike at all. */
function inOneSeat(a: OfficialProfile, b: OfficialProfile, years: number | null): boolean {
  return years !== null && years <= sameSeat && sharedSeat(a, b) !== undefined;
}

function scoreOfWhole(
  { score: likeness }: Likeness,
  a: OfficialProfile,
  b: OfficialProfile,
  years: number | null,
  shared: string | undefined,
): number {
  let score = likeness;
  if (years !== null) {
    if (years <= 1) score += signs.sameTime;
    // Few people share a name of three parts; and a monarch reigns for life.
    else if (
      !(
        shared === "monarch" &&
        years <= reign &&
        a.names.some((x) => b.names.some((y) => wordsOf(x)[0] === wordsOf(y)[0]))
      ) &&
      !(likeness >= nameScores.givenAndFamily && Math.min(a.words, b.words) > 2 && years < 40) &&
      // Nor do two of one name lead one state, but for a son long after his father.
      !(likeness > nameScores.othersBetween && years < 25 && leading.test(shared ?? "") && sameEnds(a, b))
    )
      score += signs.apart.find(([least]) => years > least)?.[1] ?? 0;
  }
  if (shared !== undefined) {
    score += signs.sharedOffice;
    // Between consecutive editions too; but a son follows his father, whose name is a part of his.
    const most =
      likeness > nameScores.heldWithoutFirst || likeness === nameScores.othersBetween ? signs.nextEdition : 0;
    if (
      years !== null &&
      years <= most &&
      likeness !== nameScores.heldInAnotherOrder &&
      (sole.test(shared) || a.posts.has(shared))
    )
      score += signs.soleOffice;
  } else if ([a, b].every(({ offices }) => [...offices].some((office) => sole.test(office))))
    score += signs.otherOffices;
  if (a.born !== null && a.born === b.born) score += signs.bornSameYear;
  return score;
}

// A partial name says little: office and time must agree, or one office must follow the other.
function scoreOfPart(
  name: Likeness,
  a: OfficialProfile,
  b: OfficialProfile,
  years: number | null,
  shared: string | undefined,
): number {
  if (years === null) return 0;
  const [short, long] = a.words <= b.words ? [a, b] : [b, a];
  // Monarchs are called by their given names, or by their house.
  const royal = short.offices.has("monarch") && long.words > 1;
  if (royal && !callsBy(short, long, 0) && !callsBy(short, long, -1)) return 0;
  if (shared === undefined && !couldFollow(short, long, years)) return 0;
  const steps = shared === undefined ? partScores.otherOffice : partScores.sharedOffice;
  const score = steps.find(([most]) => years <= most)?.[1] ?? 0;
  if (royal && !callsBy(short, long, 0) && years > 1.5) return Math.min(score, partScores.ofHouse);
  return score === 0 ? 0 : score + (name.score < nameScores.part ? partScores.spelled : 0);
}

// Two offices at the same time mean two people; and two partial names say too little.
function couldFollow(short: OfficialProfile, long: OfficialProfile, years: number): boolean {
  if (years === 0 || long.words < 2 || short.offices.size === 0 || long.offices.size === 0) return false;
  const royal = [short, long].some(({ offices }) => offices.has("monarch"));
  return !royal || short.offices.has("crown prince") || long.offices.has("crown prince");
}

/** Whether the word a person is called by is the first or last of the other's names. */
function callsBy(short: OfficialProfile, long: OfficialProfile, at: 0 | -1): boolean {
  return short.names.some((part) => {
    const [word] = wordsOf(part);
    return word !== undefined && long.names.some((name) => alike(wordsOf(name).at(at) ?? "", word));
  });
}

function bestName(a: OfficialProfile, b: OfficialProfile, oneSeat = false): Likeness {
  let best: Likeness = { score: 0, reason: "other names" };
  for (const x of a.names)
    for (const y of b.names) {
      const likeness = compareNames(x, y);
      if (likeness.score > best.score) best = likeness;
      if (oneSeat && best.score < nameScores.spelled && nearlyAlike(x, y))
        best = { score: nameScores.spelled, reason: "nearly the same letters, in an office for one" };
    }
  return best;
}

/** One person, from several ids of one cluster. */
export function together(people: OfficialProfile[]): OfficialProfile {
  const [first] = people;
  const days = (side: "first" | "last"): string[] => people.flatMap((each) => each[side] ?? []).sort();
  return {
    ...first!,
    names: [...new Set(people.flatMap(({ names }) => names))],
    countries: [...new Set(people.flatMap(({ countries }) => countries))],
    offices: new Set(people.flatMap(({ offices }) => [...offices])),
    posts: new Set(people.flatMap(({ posts }) => [...posts])),
    first: days("first")[0] ?? null,
    last: days("last").at(-1) ?? null,
    born: people.find(({ born }) => born !== null)?.born ?? null,
    keys: people.flatMap(({ keys }) => keys),
    made: people.every(({ made }) => made),
    registers: new Set(people.flatMap(({ registers }) => [...registers])),
    weight: people.reduce((sum, { weight }) => sum + weight, 0),
    words: Math.max(...people.map(({ words }) => words)),
  };
}

/** The years between their times; 0 when these overlap, null when one isn't dated. */
export function gapOf(a: OfficialProfile, b: OfficialProfile): number | null {
  if (a.first === null || b.first === null || a.last === null || b.last === null) return null;
  const years = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / yearOfDays;
  return Math.max(0, years(a.last, b.first), years(b.last, a.first));
}
