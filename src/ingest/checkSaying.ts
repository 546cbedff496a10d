/** Checks how a value is said: its basis, confidence, dates, page and place. */
import { ClaimBasis, ClaimRank } from "../entities/Claim.ts";
import { readEdtf } from "../graph/edtf.ts";
import { didYouMean } from "../graph/errors.ts";
import { nearest } from "../graph/id.ts";
import type { Assertion } from "./facts.ts";
import { faultIn } from "./fields.ts";
import { problemOf } from "./problems.ts";

/**
 * What is wrong with the words around a value, each with what was expected. Words that are left out aren't checked.
 * @param said an assertion, or the saying of a record.
 */
export function mistakesIn(said: Partial<Omit<Assertion, "origin" | "source">>): string[] {
  const { basis, rank, confidence, asOf, retrieved, page, locators } = said;
  const texts = [said.given, said.note, said.rankReason, page, said.file, said.revision, ...(locators ?? [])];
  const found = texts.map((text) => (text === undefined ? undefined : faultIn(text)));
  found.push(notAmong("basis", basis, ClaimBasis), notAmong("rank", rank, ClaimRank));
  if (confidence !== undefined && !(confidence >= 0 && confidence <= 1))
    found.push(`"confidence" must be a number from 0 to 1.`);
  for (const date of [asOf, retrieved]) found.push(date === undefined ? undefined : problemOf(() => readEdtf(date)));
  if (page !== undefined && !(/^https?:/.test(page) && URL.canParse(page)))
    found.push(
      `"page" is the address of a web page, "https://…"; got "${page}". The number of a page belongs to "at".`,
    );
  if (locators?.includes("")) found.push(`"at" must be a text, or a list of texts.`);
  else if (locators?.length === 0)
    found.push(`has no locator, its place in the source: give "at", here or on the entity.`);
  return found.filter((each) => each !== undefined);
}

function notAmong(name: string, word: string | undefined, words: object): string | undefined {
  if (word === undefined || Object.hasOwn(words, word)) return undefined;
  const known = Object.keys(words);
  return `"${name}" is one of ${known.join(", ")}; got "${word}"${didYouMean(nearest(word, known)) || "."}`;
}
