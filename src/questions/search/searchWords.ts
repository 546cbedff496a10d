/** Converts the typed text to full-text queries. */
import { inputError } from "../../graph/errors.ts";
import { fold, folds, wordsIn } from "../../graph/fold.ts";

/** The maximum length of a search text, in characters. */
export const longestSearch = 200;

/** The parameters shared by search and suggestions. */
export interface SearchWords {
  /** The significant words, folded. */
  words: string[];
  /** As a Lucene query: in a name or an alias, each word as a beginning. */
  beginnings: string;
  parameters: {
    /** As a Lucene query: each word in full, or as a beginning. */
    typed: string;
    /** The same, or with one letter added, removed or replaced. */
    alike: string;
    /** The whole text, in order. */
    whole: string;
    folded: string;
    length: number;
    folds: typeof folds;
  };
}

/** The weight of a word in each field of the index. */
const fields = { nameWords: 8, aliasesWords: 6, summaryWords: 1, contentWords: 1 } as const;
/** Of countries: they only match as a whole. */
const codes = "codesWords";
const allFields = Object.keys(fields) as (keyof typeof fields)[];
/** Shorter words are similar to too many others. */
const shortestAlike = 4;

/**
 * Parses the typed text. Every word must match, in any field; a text without words matches nothing.
 * @throws BAD_USER_INPUT when it is too long.
 */
export function readWords(where: string, text: string): SearchWords {
  if (text.length > longestSearch)
    throw inputError(`${where} is at most ${longestSearch} characters; got ${text.length}.`);
  const all = wordsIn(text).map(({ word }) => word);
  const telling = all.filter((word) => !stopWords.has(word));
  const words = telling.length > 0 ? telling : all;
  const phrase = all.map(escaped).join(" ");
  const whole =
    all.length > 1 ? ` nameWords:"${phrase}"^${fields.nameWords} aliasesWords:"${phrase}"^${fields.aliasesWords}` : "";
  const folded = fold(text.normalize("NFC").trim());
  return {
    words,
    beginnings: words.map((word, index) => `+(${beginning(word, index === words.length - 1)})`).join(" "),
    parameters: {
      typed: words.map((word) => `+(${asTyped(word)})`).join(" ") + whole,
      alike: words.map((word) => `+(${asTyped(word)}${alike(word)})`).join(" ") + whole,
      whole: [codes, "nameWords", "aliasesWords"].map((field) => `${field}:"${phrase}"`).join(" "),
      folded,
      length: text.normalize("NFC").trim().length,
      folds,
    },
  };
}

function asTyped(word: string): string {
  const own = escaped(word);
  return [
    `${codes}:${own}^${fields.aliasesWords}`,
    ...allFields.map((field) => `${field}:${own}^${fields[field]} ${field}:${own}*^${fields[field] / 4}`),
  ].join(" ");
}

// A word in both a name and an alias counts once. An exact last word means little: it is still being typed.
function beginning(word: string, last: boolean): string {
  const own = escaped(word);
  const named = last ? "" : ` nameWords:${own}^2`;
  return `nameWords:${own}*^2 (+aliasesWords:${own}* -nameWords:${own}*) ${codes}:${own}${named}`;
}

function alike(word: string): string {
  if (word.length < shortestAlike) return "";
  return allFields.map((field) => ` ${field}:${escaped(word)}~1^${fields[field] / 8}`).join("");
}

// Letters and digits are words; escape anything else, such as an apostrophe, for Lucene.
function escaped(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, "\\$&");
}

// Small words of English, which are in too many texts. If there are no others, each counts: IT and IN are countries.
const stopWords = new Set(
  "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".split(
    " ",
  ),
);
