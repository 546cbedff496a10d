/** Pairs of ids that may name one person: found by what they share, without comparing each with each. */
import { isNumeral, lettersOf, wordsOf } from "./compareNames.ts";
import { likenessOf, mustDiffer, type Match, type OfficialProfile } from "./officialLikeness.ts";
import { doubtful } from "./scores.ts";
import { soundOf } from "./spelling.ts";

/** All pairs that may be one person, each with its score and reason, the surest first. @param series of `seriesOf`. */
export function matchesOf(people: OfficialProfile[], series: Series): Match[] {
  const blocks = new Map<string, OfficialProfile[]>();
  for (const person of people) {
    for (const key of keysOf(person)) {
      const block = blocks.get(key);
      if (block) block.push(person);
      else blocks.set(key, [person]);
    }
  }
  const matches = new Map<string, Match>();
  for (const block of blocks.values()) {
    for (let i = 0; i < block.length; i += 1)
      for (let j = i + 1; j < block.length; j += 1) {
        const [a, b] = block[i]!.id < block[j]!.id ? [block[i]!, block[j]!] : [block[j]!, block[i]!];
        if (a === b || mustDiffer(a, b)) continue;
        const key = `${a.id} ${b.id}`;
        if (matches.has(key)) continue;
        const likeness = series.meansAnother(a, b)
          ? { score: 0, reason: "another of the same name" }
          : likenessOf(a, b);
        matches.set(key, { a: a.id, b: b.id, ...likeness });
      }
  }
  return [...matches.values()]
    .filter(({ score }) => score >= doubtful)
    .sort((x, y) => y.score - x.score || (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1));
}

// Compare only pairs that share one of these: a key, or a state or post and the sound of a word of their names.
function keysOf(person: OfficialProfile): Set<string> {
  const keys = new Set(person.keys);
  const within = [...(person.countries.length > 0 ? person.countries : ["?"]), ...person.posts];
  for (const name of person.names) {
    const words = wordsOf(name);
    if (words.length > 1) for (const each of within) keys.add(`${each} ${lettersOf(name)}`);
    // A common given name would give too many pairs: use the last words of a longer name.
    const counting =
      person.countries.includes("country:us") && words.length > 1
        ? [words.findLast((word) => !isNumeral(word)) ?? words[0]!]
        : words;
    // A name may gain another family name behind it.
    if (counting.length < words.length)
      for (const word of words.slice(1)) for (const each of within) keys.add(`${each} ${words[0]!} ${soundOf(word)}`);
    for (const word of counting)
      if (word.length > 2 || words.length === 1) for (const each of within) keys.add(`${each} ${soundOf(word)}`);
  }
  return keys;
}

/** An id made for one of several holders of an office with the same name; the year is when the next one starts. */
const numbered = /^(.+)-(\d{4})$/;

/** Tells apart the holders of one name. */
export interface Series {
  meansAnother: (a: OfficialProfile, b: OfficialProfile) => boolean;
}

// `president-assad` and `president-assad-2000` were separated by the reader. A person with a full name
// is the one whose time contains the middle of their own.
export function seriesOf(people: OfficialProfile[]): Series {
  const ids = new Set(people.map(({ id }) => id));
  const years = new Map<string, number[]>();
  for (const { id } of people) {
    const [, base, year] = numbered.exec(id) ?? [];
    if (base !== undefined && ids.has(base))
      years.set(
        base,
        [...(years.get(base) ?? []), Number(year)].sort((a, b) => a - b),
      );
  }
  const spanIn = ({ id }: OfficialProfile): [string, number, number] | undefined => {
    const [, base = id, year] = years.has(id) ? [] : (numbered.exec(id) ?? []);
    const turns = years.get(base);
    if (!turns) return undefined;
    const from = year === undefined ? 0 : Number(year);
    return [base, from, turns.find((each) => each > from) ?? 9999];
  };
  const within = (short: OfficialProfile, full: OfficialProfile): boolean => {
    const span = spanIn(short);
    if (!span || full.first === null || full.last === null) return true;
    const middle = new Date((Date.parse(full.first) + Date.parse(full.last)) / 2).getUTCFullYear();
    return span[1] <= middle && middle <= span[2] && !(middle === span[2] && full.first >= `${span[2]}`);
  };
  return {
    meansAnother: (a, b) =>
      (spanIn(a)?.[0] !== undefined && spanIn(a)?.[0] === spanIn(b)?.[0]) || !within(a, b) || !within(b, a),
  };
}
