/** Reads the cells of a table according to a mapping. */
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { readCountry, readGecCountry } from "../countries/countryText.ts";
import type { WordMeaning, MappedValue } from "./mapping.ts";
import { slugOf } from "../slug.ts";
import { readMonth, readWrittenDate } from "./writtenDate.ts";

/** In `words`: the meaning of every other word. */
const others = "*";

/** How to read a text; `words` goes before `as`. */
export interface CellFormat extends Pick<MappedValue, "as" | "order" | "split" | "part" | "group"> {
  words?: Record<string, WordMeaning>;
}

/** The result of reading a text; `given` is the text, if different. Null when its word states nothing. */
export type CellValue = { answer: Exclude<WordMeaning, null>; given?: string };

/**
 * Reads the text of a non-empty cell.
 * @returns each value in it.
 * @throws an error that says what was expected.
 */
export function readCell(text: string, format: CellFormat): CellValue[] {
  const parts = format.split === undefined ? [text] : text.split(format.split).map((part) => part.trim());
  return parts.flatMap((part) => {
    const text = partOf(part, format);
    return text === "" ? [] : readPart(text, part, format);
  });
}

const expressions = new Map<string, RegExp>();

/** The part of a text that the mapping takes; all of it by default. */
function partOf(text: string, { part, group }: CellFormat): string {
  if (part === undefined || text === "") return text;
  let expression = expressions.get(part);
  if (!expression) expressions.set(part, (expression = new RegExp(part, "u")));
  const match = expression.exec(text);
  if (!match) throw new Error(`"${text}" has no part /${part}/, which the mapping takes of it.`);
  const found = typeof group === "string" ? match.groups![group] : match[group ?? (match.length > 1 ? 1 : 0)];
  return (found ?? "").trim();
}

/** @param given the text that it is a part of. */
function readPart(text: string, given: string, { as, order, words }: CellFormat): CellValue[] {
  const word = words && [text, others].find((each) => Object.hasOwn(words, each));
  if (words && word !== undefined) {
    const answer = words[word]!;
    return answer === null ? [] : [wordOf(answer) === given ? { answer } : { answer, given }];
  }
  if (words && as === undefined) {
    const known = Object.keys(words);
    const near =
      didYouMean(nearest(text, known)) || `: expected one of ${known.map((each) => `"${each}"`).join(", ")}.`;
    throw new Error(`"${text}" is not among the words of the mapping${near}`);
  }
  const answer = read(text, as ?? "text", order);
  return [answer === given ? { answer } : { answer, given }];
}

/** A result as text; null for an unnamed value or no value. */
export function wordOf(answer: CellValue["answer"]): string | null {
  return typeof answer === "object" ? null : String(answer);
}

function read(text: string, as: NonNullable<CellFormat["as"]>, order: CellFormat["order"]): string {
  switch (as) {
    case "text":
      return text;
    case "slug":
      return slugOfCell(text);
    case "number":
      return readNumber(text);
    case "country":
      return readCountry(text);
    case "gec":
      return readGecCountry(text);
    case "date":
      return readWrittenDate(text, order);
    case "month":
      return readMonth(text);
  }
}

/**
 * A cell as part of an id: for another id, such as a country's, its part after the colon. Negative numbers keep their
 * sign as a word, so that 5 and -5 are two.
 * @throws an error when nothing in it is allowed in an id.
 */
export function slugOfCell(text: string): string {
  const own = /^[a-z][a-z-]*:[a-z0-9]/.test(text) ? text.slice(text.indexOf(":") + 1) : text;
  const slug = slugOf(own.replace(/(?<=^|[,;/(]\s*)[-\u2212](?=\s?[.]?\d)/gu, "minus "));
  if (slug === "") throw new Error(`"${text}" has no letter a-z and no digit, so it can't be part of an id.`);
  return slug;
}

// Groups of three by a comma or a space. A comma before any other number of digits may mark decimals.
function readNumber(text: string): string {
  const plain = /^[+-]?\d{1,3}(?:([,\u0020\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/u.test(text)
    ? text.replace(/[,\s]/gu, "")
    : text;
  if (!/^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/.test(plain))
    throw new Error(
      `"${text}" is not a number: expected digits, with a point before decimals, such as 1234 or 1,234.5.`,
    );
  return plain.replace(/^\+/, "");
}

/**
 * Whether a spreadsheet would compute the cell, so that its meaning is lost: only the result is a value. It begins with
 * `=` or `@`, or with a sign before something that isn't a number. Numbers may follow each other (`-13.59, -70.97`,
 * `+1 (202) 555`), but not be computed with (`+1+2`); a dash may stand for nothing.
 */
export function isFormula(text: string): boolean {
  if (/^[=@]/.test(text)) return text.length > 1;
  return /^[+-]/.test(text) && !/^-+$/.test(text) && !/^[+-]\s?[.]?\d(?!.*[a-z]\()[^+*^&|=!]*$/iu.test(text);
}
