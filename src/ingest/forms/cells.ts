/** The cells of a table, read as a mapping says. */
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { readCountry, readGecCountry } from "../countries/countryText.ts";
import type { Answer, MappedValue } from "./mapping.ts";
import { slugOf } from "../slug.ts";
import { readMonth, readWrittenDate } from "./writtenDate.ts";

/** Among `words`: what every other word means. */
const others = "*";

/** How a text is read; `words` goes before `as`. */
export interface CellFormat extends Pick<MappedValue, "as" | "order" | "split"> {
  words?: Record<string, Answer>;
}

/** What a text was read to; `given` is the text, where that differs. Null when its word says nothing. */
export type CellValue = { answer: Exclude<Answer, null>; given?: string };

/**
 * Reads the text of a cell, which isn't empty.
 * @returns a value for each that it holds.
 * @throws an error that says what was expected.
 */
export function readCell(text: string, format: CellFormat): CellValue[] {
  const parts = format.split === undefined ? [text] : text.split(format.split).map((part) => part.trim());
  return parts.flatMap((part) => (part === "" ? [] : readPart(part, format)));
}

function readPart(text: string, { as, order, words }: CellFormat): CellValue[] {
  const word = words && [text, others].find((each) => Object.hasOwn(words, each));
  if (words && word !== undefined) {
    const answer = words[word]!;
    return answer === null ? [] : [wordOf(answer) === text ? { answer } : { answer, given: text }];
  }
  if (words && as === undefined) {
    const known = Object.keys(words);
    const near =
      didYouMean(nearest(text, known)) || `: expected one of ${known.map((each) => `"${each}"`).join(", ")}.`;
    throw new Error(`"${text}" is not among the words of the mapping${near}`);
  }
  const answer = read(text, as ?? "text", order);
  return [answer === text ? { answer } : { answer, given: text }];
}

/** An answer as a text; null when it is none: a value that isn't named, or that there is none. */
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
 * A cell as a part of an id: of another id, such as a country's, its second half.
 * @throws an error when nothing of it can stand in an id.
 */
export function slugOfCell(text: string): string {
  const slug = slugOf(/^[a-z][a-z-]*:[a-z0-9]/.test(text) ? text.slice(text.indexOf(":") + 1) : text);
  if (slug === "") throw new Error(`"${text}" has no letter a-z and no digit, so that it can't be part of an id.`);
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
 * Whether a program for tables would compute the cell. What it means is lost then: only its result is a value.
 * Numbers with a sign, and a dash that stands for nothing, are none.
 */
export function isFormula(text: string): boolean {
  return (
    /^[=+\-@]/.test(text) && !/^[+-]?(?:\d[\d,\s\u00a0\u2009\u202f]*)?(?:\.\d+)?%?$/u.test(text) && !/^-+$/.test(text)
  );
}
