/** Finds and marks the search words in a text. */
import { distance } from "fastest-levenshtein";
import { Field, ObjectType } from "type-graphql";
import { enumeration } from "../../graph/model/declare.ts";
import { fold, wordsIn } from "../../graph/fold.ts";

export const SearchField = enumeration("SearchField", "The fields that the search uses.", {
  NAME: "The name.",
  ALIAS: "Another name or spelling.",
  CODE: "The code of a country by ISO 3166-1.",
  SUMMARY: "The summary.",
  CONTENT: "The content of a statement.",
});

export const MatchManner = enumeration("MatchManner", "How the search words match a text.", {
  EXACT: "A word equals a search word, ignoring case and accents.",
  BEGINNING: "A word begins with a search word.",
  SIMILAR: "A similar spelling: one letter added, removed or replaced, or two swapped.",
});

@ObjectType({
  simpleResolvers: true,
  description:
    "A piece of a text. Joined in order, the pieces give the text: matches can be marked without parsing it.",
})
export class TextSegment {
  @Field(() => String, { description: "The piece." })
  text!: string;
  @Field(() => Boolean, { description: "Whether it matches a search word or the beginning of one." })
  matched!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "A text that matches the search words." })
export class SearchMatch {
  @Field(() => SearchField, { description: "The field that the text is in." })
  field!: keyof typeof SearchField;
  @Field(() => String, { description: "The whole text." })
  text!: string;
  @Field(() => MatchManner, { description: "How the text matches: the manner of its weakest word." })
  manner!: keyof typeof MatchManner;
  @Field(() => [TextSegment], { description: "The text in pieces, with the matches marked." })
  segments!: TextSegment[];
}

/** The texts of an entity that search covers. */
export interface SearchedTexts {
  name: string;
  aliases: string[] | null;
  summary: string | null;
  content: string | null;
  codes: string[];
}

/** The maximum number of aliases returned: those with most of the words. */
const mostAliases = 3;

/** The texts of an entity that match, and how. */
export function matchesOf({ name, aliases, summary, content, codes }: SearchedTexts, words: string[]): SearchMatch[] {
  const named = [...(aliases ?? [])]
    .map((text) => markedIn(text, words))
    .sort((a, b) => b.found - a.found || manners.indexOf(a.manner) - manners.indexOf(b.manner))
    .slice(0, mostAliases);
  const candidates: [keyof typeof SearchField, Marked][] = [
    ["NAME", markedIn(name, words)],
    ...named.map((marked): [keyof typeof SearchField, Marked] => ["ALIAS", marked]),
    ...codes
      .filter((code) => words.includes(code.toLowerCase()))
      .map((code): [keyof typeof SearchField, Marked] => ["CODE", markedIn(code, words)]),
    ["SUMMARY", markedIn(summary ?? "", words)],
    ["CONTENT", markedIn(content ?? "", words)],
  ];
  return candidates.flatMap(([field, { text, manner, segments, found }]) =>
    found === 0 ? [] : [{ field, text, manner, segments }],
  );
}

type Manner = keyof typeof MatchManner;
const manners: Manner[] = ["EXACT", "BEGINNING", "SIMILAR"];

interface Marked {
  text: string;
  segments: TextSegment[];
  manner: Manner;
  /** The number of words it contains. */
  found: number;
}

/** A text in pieces, with matches marked. In a longer word, only the typed beginning is marked. */
export function markedIn(text: string, words: string[]): Marked {
  const best = new Map<string, Manner>();
  const segments: TextSegment[] = [];
  const whole = text.normalize("NFC");
  let last = 0;
  for (const { word, start, end } of wordsIn(text)) {
    let [manner, typed]: [Manner | undefined, string] = [undefined, ""];
    for (const each of words) {
      const how = mannerOf(word, each);
      if (how === undefined) continue;
      if (isBetter(how, best.get(each))) best.set(each, how);
      if (isBetter(how, manner) || (how === manner && each.length > typed.length)) [manner, typed] = [how, each];
    }
    if (manner === undefined) continue;
    const until = manner === "BEGINNING" ? start + lettersOf(whole.slice(start, end), typed.length) : end;
    if (start > last) segments.push({ text: whole.slice(last, start), matched: false });
    segments.push({ text: whole.slice(start, until), matched: true });
    last = until;
  }
  if (last < whole.length) segments.push({ text: whole.slice(last), matched: false });
  const loosest = Math.max(0, ...[...best.values()].map((each) => manners.indexOf(each)));
  return { text: whole, segments, manner: manners[loosest]!, found: best.size };
}

function isBetter(a: Manner, b: Manner | undefined): boolean {
  return b === undefined || manners.indexOf(a) < manners.indexOf(b);
}

function mannerOf(word: string, typed: string): Manner | undefined {
  if (word === typed) return "EXACT";
  if (word.startsWith(typed)) return "BEGINNING";
  return typed.length > 3 && isAlike(word, typed) ? "SIMILAR" : undefined;
}

// One letter added, removed or replaced, or two neighbours swapped: one edit as Lucene counts.
function isAlike(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) === 1) return true;
  if (a.length !== b.length) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  return `${a.slice(0, at)}${a.charAt(at + 1)}${a.charAt(at)}${a.slice(at + 2)}` === b;
}

// The length of the original text whose folded form has a number of characters: a combining accent counts as none, æ as two.
function lettersOf(text: string, folded: number): number {
  let index = 0;
  while (index < text.length && fold(text.slice(0, index)).length < folded)
    index += text.codePointAt(index)! > 0xffff ? 2 : 1;
  while (index < text.length && /\p{M}/u.test(text[index]!)) index += 1;
  return index;
}
