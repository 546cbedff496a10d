/** Compares two names of people: how likely they are the same, and why. */
import { fold } from "../../graph/fold.ts";
import { distance } from "fastest-levenshtein";
import { nameScores } from "./scores.ts";
import { alike, fullOf } from "./spelling.ts";

/** The similarity of two names, from 0 to 1, with the reason in words. */
export interface Likeness {
  score: number;
  reason: string;
}

/** The words of a name. */
interface Name {
  /** The significant words. */
  words: string[];
  /** All letters, without spaces. */
  letters: string;
  /** Patronymics follow the given name: `Tamim bin Hamad Al Thani`. */
  patronymic: boolean;
  /** The words that a person may be called by: not patronymics. */
  calling: string[];
  numeral: string | undefined;
  /** The word behind the first `bin`, if any. */
  father: string | undefined;
}

export const withoutFirst = "one name holds the other but for its beginning";
const none: Likeness = { score: 0, reason: "other names" };

/** Words that aren't part of a name: forms of address, articles, particles. */
const particles = new Set(
  "dr sir dame lord mr mrs ms gen the al el de da dos von van bin ibn bint ould y e sheikh sheikha shaikh shaykh daw haji hadj alhaji".split(
    " ",
  ),
);
/** Precede the father's name; at the beginning they are a name. */
const fathers = new Set(["bin", "ibn", "bint"]);
const suffixes = new Set(["jr", "sr"]);
const numerals = /^(i|ii|iii|iv|v|vi|vii|viii|ix|x|xi|xii|xiii|xiv|xv)$/;
/** `Abd` and the next word are one name, written together or not. */
const servant = /\bab(?:d|du|de)[- ]?(?:(?:al|el|ul)[- ]?|l[- ]?)(?=\p{L}{3})/gu;
/** A first name that is often omitted before others. */
const leftOut = /^m[ou]hamm?[ae]d$/;

const read = new Map<string, Name>();

function nameOf(text: string): Name {
  let name = read.get(text);
  if (!name) {
    if (read.size > 50_000) read.clear();
    read.set(text, (name = readName(text)));
  }
  return name;
}

function readName(text: string): Name {
  const folded = fold(text).replace(/['’‘ʼ`]/g, "");
  const once = (word: string, index: number, list: string[]): boolean =>
    !suffixes.has(word) && word !== list[index - 1];
  const all = wordsIn(folded).filter(once);
  const joined = wordsIn(folded.replace(servant, "abdul")).filter(once);
  const counting = joined.filter((word, index) => !particles.has(word) || (index === 0 && fathers.has(word)));
  const words = counting.length > 0 ? counting : all;
  const patronymic = joined.slice(1).some((word) => fathers.has(word));
  const fatherAt = joined.findIndex((word, index) => index > 0 && fathers.has(word));
  const behind = joined.slice(0, -1).filter((word) => !["al", "el"].includes(word));
  const fatherLast = fathers.has(behind.at(-1) ?? "");
  return {
    words,
    letters: all.join(""),
    patronymic,
    calling: patronymic ? [words[0]!, ...(fatherLast ? [] : [words.at(-1)!])] : words,
    father: fatherAt < 0 ? undefined : joined.slice(fatherAt + 1).find((word) => !particles.has(word)),
    numeral: words.length > 1 ? words.find((word) => numerals.test(word)) : undefined,
  };
}

function wordsIn(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

/** The significant words of a name, folded; a repeated word counts once. */
export function wordsOf(name: string): string[] {
  return nameOf(name).words;
}

/** Whether a word is a numeral, as of a monarch or of a son with his father's name. */
export function isNumeral(word: string): boolean {
  return numerals.test(word);
}

/** All letters of a name, without spaces. */
export function lettersOf(name: string): string {
  return nameOf(name).letters;
}

/** Compares two names, symmetrically. */
export function compareNames(a: string, b: string): Likeness {
  const [short, long] = [nameOf(a), nameOf(b)].sort(
    (x, y) => x.words.length - y.words.length || (x.letters < y.letters ? -1 : 1),
  ) as [Name, Name];
  const [shorter, longer] = [short.words, long.words];
  if (shorter.length === 0) return none;
  if (shorter.join(" ") === longer.join(" "))
    return shorter.length > 1
      ? { score: nameScores.same, reason: "the same name" }
      : { score: nameScores.part, reason: "the same name, of which only one part is told" };
  if (short.numeral !== undefined && long.numeral !== undefined && short.numeral !== long.numeral) return none;
  if (longer.length > 1 && short.letters === long.letters && short.letters.length > 7)
    return { score: nameScores.dividedOtherwise, reason: "the same letters, divided otherwise" };
  if (shorter.length === 1) return onePart(shorter[0]!, long);
  if (turned(shorter, longer)) return { score: nameScores.anotherOrder, reason: "the same words in another order" };
  // The father's name follows the son's.
  if ((short.patronymic || long.patronymic) && !alike(shorter[0]!, longer[0]!)) return none;
  const likeness = inOrder(short, long);
  if (likeness && short.father !== undefined && long.father !== undefined && !alike(short.father, long.father))
    return { score: Math.min(likeness.score, nameScores.otherFather), reason: "other fathers" };
  return likeness ?? othersBetween(short, long) ?? inAnotherOrder(shorter, longer) ?? none;
}

/** Whether two names of several words have nearly the same letters, the longer perhaps more at its end. */
export function nearlyAlike(a: string, b: string): boolean {
  const [short, long] = [nameOf(a), nameOf(b)].sort((x, y) => x.letters.length - y.letters.length) as [Name, Name];
  if (short.words.length < 2 || short.letters.length < 8) return false;
  if (!short.words.some((word) => word.length > 3 && long.words.includes(word))) return false;
  const { length } = short.letters;
  const most = Math.floor(length / 8);
  if (distance(short.letters, long.letters) <= most) return true;
  return [0, 1, -1].some((more) => distance(short.letters, long.letters.slice(0, length + more)) <= most);
}

// With different spellings only a family name counts: given names are too similar.
function onePart(word: string, { words, calling, patronymic }: Name): Likeness {
  if (calling.includes(word)) return { score: nameScores.part, reason: "one part of the name alone" };
  const families = patronymic ? calling.slice(1) : words.slice(words.length > 2 ? -2 : -1);
  return families.some((each) => alike(each, word))
    ? { score: nameScores.partSpelled, reason: "one part of the name alone, spelled alike" }
    : none;
}

/** The family name first or last, or family names in another order; but not a son's name and his father's. */
function turned(a: string[], b: string[]): boolean {
  if ([...a].sort().join() !== [...b].sort().join()) return false;
  return a[0] === b[0] || a.some((_, index) => [...a.slice(index), ...a.slice(0, index)].join() === b.join());
}

/** How each word of the shorter name occurs in the longer, in order; undefined when one doesn't. */
function alignment(
  shorter: string[],
  longer: string[],
): { at: number[]; short: number; spelled: number; initials: number } | undefined {
  const found = { at: [] as number[], short: 0, spelled: 0, initials: 0 };
  let from = 0;
  for (const [index, word] of shorter.entries()) {
    const last = longer.length - (shorter.length - index);
    const where = (test: (each: string) => boolean): number =>
      longer.findIndex((each, position) => position >= from && position <= last && test(each));
    let position = where((each) => each === word);
    if (position < 0 && (position = where((each) => fullOf(each) === fullOf(word))) >= 0) found.short += 1;
    else if (
      position < 0 &&
      (position = where((each) => alike(each, word) || (index === 0 && begins(each, word)))) >= 0
    )
      found.spelled += 1;
    else if (position < 0 && (position = where((each) => isInitial(each, word))) >= 0) found.initials += 1;
    if (position < 0) return undefined;
    found.at.push(position);
    from = position + 1;
  }
  return found;
}

/** `Sigurd` for `Sigurdur`. */
function begins(a: string, b: string): boolean {
  return Math.min(a.length, b.length) > 5 && (a.startsWith(b) || b.startsWith(a));
}

function isInitial(a: string, b: string): boolean {
  return Math.min(a.length, b.length) === 1 && a[0] === b[0];
}

function inOrder(short: Name, long: Name): Likeness | undefined {
  const [shorter, longer] = [short.words, long.words];
  const found = alignment(shorter, longer);
  if (!found) return undefined;
  const { at, spelled, initials } = found;
  const sure = shorter.length - spelled - initials;
  const [first, last] = [at[0] === 0, at.at(-1) === longer.length - 1];
  const led = at[0] === 1 && leftOut.test(longer[0]!) && !long.patronymic;
  if (!first && !led)
    return sure > 0 || spelled > 1 ? { score: nameScores.heldWithoutFirst, reason: withoutFirst } : undefined;
  if (sure === 0 && spelled < 2) return undefined;
  if (first && shorter[0]![0] !== longer[0]![0] && fullOf(shorter[0]!) !== fullOf(longer[0]!))
    return { score: nameScores.beginsOtherwise, reason: "spelled alike but for the first letter" };
  if (spelled > 0 || (initials > 0 && !last))
    return sure > 0
      ? { score: initials > 0 ? nameScores.spelledThroughout : nameScores.spelled, reason: "spelled alike" }
      : { score: nameScores.spelledThroughout, reason: "spelled alike" };
  if (initials > 0 && isInitial(shorter[0]!, longer[at[0]!]!) && shorter[0] !== longer[at[0]!])
    return { score: nameScores.abbreviated, reason: "the same family name, the given name abbreviated" };
  if (!last || !first) return { score: nameScores.held, reason: "one name holds the other" };
  return {
    score: found.short > 0 ? nameScores.shortForm : nameScores.givenAndFamily,
    reason: "the same given and family name",
  };
}

function othersBetween(short: Name, long: Name): Likeness | undefined {
  const [shorter, longer] = [short.words, long.words];
  const same = (x: string, y: string): boolean => fullOf(x) === fullOf(y);
  return same(shorter[0]!, longer[0]!) && shorter.at(-1) === longer.at(-1)
    ? { score: nameScores.othersBetween, reason: "the same given and family name, other names between" }
    : undefined;
}

function inAnotherOrder(shorter: string[], longer: string[]): Likeness | undefined {
  const left = [...longer];
  for (const word of shorter) {
    const exact = left.indexOf(word);
    const slot = exact >= 0 ? exact : left.findIndex((each) => alike(each, word));
    if (slot < 0) return undefined;
    left.splice(slot, 1);
  }
  return { score: nameScores.heldInAnotherOrder, reason: "one name holds the words of the other in another order" };
}
