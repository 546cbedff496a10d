/** What was typed, as the full-text index is asked for it. */
import { inputError } from "../../graph/errors.ts";
import { fold, marks } from "../../graph/fold.ts";

/** How long a text to search for may be, in characters. */
export const longestSearch = 200;

/** The parameters that the statements of search and suggestions share. */
export interface SearchWords {
  /** The words that tell something, folded. */
  words: string[];
  /** In the language of Lucene: in a name or an alias, each word as a beginning. */
  beginnings: string;
  parameters: {
    /** In the language of Lucene: each word as it is, or as a beginning. */
    typed: string;
    /** The same, or with one letter more, less or otherwise. */
    alike: string;
    /** All of it, in its order. */
    whole: string;
    folded: string;
    length: number;
    marks: readonly string[];
  };
}

/** How much a word in each field of the index counts. */
const fields = { name: 8, aliases: 6, summary: 1, content: 1 } as const;
const allFields = Object.keys(fields) as (keyof typeof fields)[];
/** Words of fewer letters are spelled like too many others. */
const shortestAlike = 4;

/**
 * Reads what was typed. Every word must be found, in whatever field.
 * @throws BAD_USER_INPUT when no word is in it, or it is too long.
 */
export function readWords(where: string, text: string): SearchWords {
  if (text.length > longestSearch)
    throw inputError(`${where} is at most ${longestSearch} characters; came ${text.length}.`);
  const all = wordsIn(text).map(({ word }) => word);
  if (all.length === 0) throw inputError(`${where} has no word in it: ${JSON.stringify(text.slice(0, 40))}.`);
  const telling = all.filter((word) => !stopWords.has(word));
  const words = telling.length > 0 ? telling : all;
  const phrase = words.map(escaped).join(" ");
  // The index holds no small words, and yet how far they part the others.
  const wholePhrase = all.map(escaped).join(" ");
  const whole = words.length > 1 ? ` name:"${phrase}"^${fields.name} aliases:"${phrase}"^${fields.aliases}` : "";
  const folded = fold(text.normalize("NFC").trim());
  return {
    words,
    beginnings: words.map((word, index) => `+(${beginning(word, index === words.length - 1)})`).join(" "),
    parameters: {
      typed: words.map((word) => `+(${asTyped(word)})`).join(" ") + whole,
      alike: words.map((word) => `+(${asTyped(word)}${alike(word)})`).join(" ") + whole,
      whole: `name:"${wholePhrase}" aliases:"${wholePhrase}"`,
      folded,
      length: text.normalize("NFC").trim().length,
      marks,
    },
  };
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/** The words of a text, folded, with their places. They end where those of the index do: both follow Unicode's annex 29. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return [...segmenter.segment(text.normalize("NFC"))].flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ word: fold(segment), start: index, end: index + segment.length }] : [],
  );
}

function asTyped(word: string): string {
  const own = escaped(word);
  return allFields.map((field) => `${field}:${own}^${fields[field]} ${field}:${own}*^${fields[field] / 4}`).join(" ");
}

// What is in both a name and an alias counts once. That the last word is one already means little: it is being typed.
function beginning(word: string, last: boolean): string {
  const own = escaped(word);
  return `name:${own}*^2 (+aliases:${own}* -name:${own}*)${last ? "" : ` name:${own}^2`}`;
}

function alike(word: string): string {
  if (word.length < shortestAlike) return "";
  return allFields.map((field) => ` ${field}:${escaped(word)}~1^${fields[field] / 8}`).join("");
}

// Letters and digits are words; whatever else is within one, such as an apostrophe, isn't to be of Lucene's language.
function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
}

// The words that the index leaves out: the English set of Lucene's StandardAnalyzer. To ask for one would find nothing.
const stopWords = new Set(
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(
    " ",
  ),
);
