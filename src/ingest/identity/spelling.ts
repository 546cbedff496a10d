/** Spelling variants of names: letters of other alphabets, short forms, typos. */
import { distance } from "fastest-levenshtein";
import { belonging, worldFile } from "../worldFile.ts";

const shortForms = worldFile("shortForms.yaml", import.meta.url, belonging());

/** The full form of a given name, if the word is a short form. */
export function fullOf(word: string): string {
  return shortForms().get(word) ?? word;
}

/** The rough sound of a word: consonants only, so that variants coincide. */
export function soundOf(word: string): string {
  const sound = word
    .replace(/ph/g, "f")
    .replace(/^zh/, "j")
    .replace(/x/g, "ks")
    .replace(/kh|ch|ck|[cqg]/g, "k")
    .replace(/sh|sch|z|ts/g, "s")
    .replace(/th|dh|d/g, "t")
    .replace(/v/g, "w")
    .replace(/b/g, "p")
    .replace(/[aeiouyhj]/g, "")
    .replace(/(.)\1+/g, "$1");
  return sound === "" ? word.slice(0, 1) : sound;
}

/** The consonants of a word, and an initial vowel: `khld` for Khalid and Khaled. */
function frameOf(word: string): string {
  const [first, ...rest] = onceEach(word)
    .replace(/ph/g, "f")
    .replace(/^zh/, "j")
    .replace(/x/g, "ks")
    .replace(/ck|q/g, "k")
    .replace(/kh/g, "h");
  return `${first}${rest.join("").replace(/[aeiouyw]/g, "")}`;
}

function onceEach(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}

/** Particles that are joined to a name, or omitted. */
const articles = ["al", "el", "abdul"];

const known = new Map<string, boolean>();

/** Whether two words are variants: the same, or few letters differ and they sound alike. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  let found = known.get(key);
  if (found === undefined) {
    if (known.size > 200_000) known.clear();
    known.set(key, (found = spelledAlike(a, b)));
  }
  return found;
}

function spelledAlike(a: string, b: string): boolean {
  if (onceEach(a) === onceEach(b)) return true;
  const length = Math.min(a.length, b.length);
  if (length > 3 && articles.some((each) => a === each + b || b === each + a)) return true;
  if (length < 4 || Math.abs(a.length - b.length) > 3) return false;
  const differing = distance(a, b);
  if (differing > 3) return false;
  const frame = frameOf(a);
  if (frame.length >= (differing > 2 ? 4 : 3) && frame === frameOf(b)) return true;
  if (differing === 1) return length >= 5 || soundOf(a) === soundOf(b);
  // Letters or syllables swapped.
  if (differing === 2 && a.length === b.length && sorted(a) === sorted(b))
    return length >= 6 || neighboursSwapped(a, b);
  if (length < 6 || soundOf(a) !== soundOf(b)) return false;
  return differing === 2 || (a[0] === b[0] && soundOf(a).length >= 3);
}

function sorted(word: string): string {
  return word.split("").sort().join("");
}

function neighboursSwapped(a: string, b: string): boolean {
  const at = a.split("").findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
