/** Reads dates as written in tables to EDTF. */
import { isEdtf } from "../../graph/edtf.ts";
import { monthNumber } from "../../graph/english.ts";

/** The order of a date in digits only. */
export type DateOrder = "DMY" | "MDY" | "YMD";

/**
 * The month of a name, of its first three or more letters, or of a number: `March`, `Sept.` and `3` are `03`, `09`, `03`.
 * @throws an error that says what was expected.
 */
export function readMonth(text: string): string {
  const month = monthOf(text);
  if (month === undefined) throw new Error(`"${text}" is not a month: expected its name in English, or 1 to 12.`);
  return String(month).padStart(2, "0");
}

/**
 * A date in EDTF stays as it is; others are read: `27 December 2023`, `Dec. 27, 2023`, `March 2021`, `03/2021`, and
 * dates in digits only if their order is given. Drops a time of day.
 * The checker knows whether the day exists.
 * @throws an error that says what was expected.
 */
export function readWrittenDate(text: string, order?: DateOrder): string {
  const day = text.replace(/(?:,|T|\s)\s*\d{1,2}:\d{2}\b.*$/, "").trim();
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(day) || isEdtf(day)) return day;
  const parts = day
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, "")
    .split(/[\s,./-]+/)
    .filter((part) => part !== "");
  const named = parts.findIndex((part) => !/^\d/.test(part) && monthOf(part) !== undefined);
  const numbers = parts.filter((_, index) => index !== named);
  if (!numbers.every((part) => /^\d+$/.test(part))) throw notADate(text);
  if (named >= 0) {
    const month = monthOf(parts[named]!)!;
    const year = numbers.find((part) => part.length === 4);
    const rest = numbers.filter((part) => part !== year);
    if (year === undefined || rest.length > 1 || numbers.length > 2) throw notADate(text);
    return joined(year, month, rest[0]);
  }
  if (numbers.length === 2 && numbers[1]!.length === 4) return joined(numbers[1]!, Number(numbers[0]));
  if (numbers.length !== 3) throw notADate(text);
  const given = numbers[0]!.length === 4 ? "YMD" : order;
  if (given === undefined)
    throw new Error(`"${text}" may begin with the day or with the month: say "order: DMY" or "order: MDY".`);
  const at = (letter: string): string => numbers[given.indexOf(letter)]!;
  if (at("Y").length !== 4) throw new Error(`"${text}" has no year of four digits${asOrder(order)}.`);
  return joined(at("Y"), Number(at("M")), at("D"));
}

function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  return monthNumber(text.replace(/\.$/, ""));
}

function joined(year: string, month: number, day?: string): string {
  const two = (part: string | number): string => String(part).padStart(2, "0");
  return [year, two(month), ...(day === undefined ? [] : [two(Number(day))])].join("-");
}

function asOrder(order: DateOrder | undefined): string {
  return order === undefined ? "" : ` where "order: ${order}" puts it`;
}

function notADate(text: string): Error {
  return new Error(
    `"${text}" is not a date: expected EDTF such as 2023-12-27, or a day, month and year in English such as 27 December 2023.`,
  );
}
