/** When two names of a country are one: whatever the order of their words, and whether these are abbreviated. */
import { slugOf } from "../slug.ts";

const emptyWords = new Set(["the", "of", "and"]);

/** As lists of statistics abbreviate the words of states' names. */
const inFull: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "saint",
  rep: "republic",
  dem: "democratic",
  fed: "federal",
  federated: "federal",
  sts: "states",
  is: "islands",
  people: "peoples",
};

/**
 * The words of a name in the order of the alphabet, without articles: one for `Korea, Dem. People's Rep.` and
 * `Democratic People's Republic of Korea`. Nothing is left out, so that `Sudan (South)` isn't Sudan.
 * @returns an empty text for a name without letters that can be compared.
 */
export function nameKey(name: string): string {
  // `U.S.` and `U. S.` are one word.
  const joined = name.replace(/(?<!\p{L})(?:\p{L}\.\s?){2,}/gu, (letters) => `${letters.replace(/[.\s]/g, "")} `);
  return slugOf(joined.replace(/&amp;/g, "&"))
    .split("-")
    .map((word) => inFull[word] ?? word)
    .filter((word) => !emptyWords.has(word))
    .sort()
    .join(" ");
}
