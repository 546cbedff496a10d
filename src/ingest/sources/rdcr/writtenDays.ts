/** Days and months in English prose. */
import { months } from "../../../graph/english.ts";

/** A day or a month in a text. */
export interface Day {
  /** In EDTF: `1822-12-12`, `2001-05`. */
  date: string;
  words: string;
  /** Its position. */
  at: number;
}

const name = `(?<month>${months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)}|t?\\.?(?= ))`).join("|")})`;
const written = new RegExp(
  `\\b(?:(?<before>\\d{1,2}) )?${name}(?:\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?)?(?:,\\s*|\\s+(?:of\\s+)?)(?<year>1[6-9]\\d\\d|20\\d\\d)\\b`,
  "g",
);

/** The days and months in a text that have a year, in order. */
export function daysIn(text: string): Day[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const { before, month, day = before, year } = match.groups as Record<string, string | undefined>;
    const inYear = months.findIndex((each) => each.startsWith(month!.slice(0, 3))) + 1;
    const lastDay = new Date(Date.UTC(Number(year), inYear, 0)).getUTCDate();
    if (Number(day ?? 1) < 1 || Number(day ?? 1) > lastDay) return [];
    const numbers = [year!, String(inYear).padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])];
    return [{ date: numbers.join("-"), words: match[0], at: match.index }];
  });
}

/** The sentences of a text. Initials and short abbreviations don't end one. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?:[a-z]{3}|[0-9)])[.!?]["”]?|[a-z]["”][.!?]|[.!?]["”])\s+(?=[A-Z“"])/);
}
