/** Fiscal years of the United States: that of 2024 runs from October 2023 to September 2024. */
import { months } from "../../../graph/english.ts";

const names = [...months.slice(9), ...months.slice(0, 9)];
const abbreviations = names.map((name) => name.slice(0, 3).toUpperCase());

/** The plausible years of counts in this format. */
const [earliest, latest] = [1925, 2100];

/**
 * Reads a fiscal year: `2024`, or `2025 (FYTD)` for an incomplete one.
 * @returns the year, or undefined.
 */
export function readFiscalYear(text: string): number | undefined {
  const year = Number(/^(\d{4})(?: \(FYTD\))?$/.exec(text.trim())?.[1]);
  return year >= earliest && year <= latest ? year : undefined;
}

/**
 * Reads a month: `DEC`, or `03 December`, where the number counts from October.
 * @returns its position in the fiscal year, 1 for October; or undefined.
 */
export function readFiscalMonth(text: string): number | undefined {
  const words = text.trim();
  const short = abbreviations.indexOf(words.toUpperCase());
  if (short >= 0) return short + 1;
  const [, number, name] = /^(\d{2}) (\w+)$/.exec(words) ?? [];
  const position = names.indexOf(name ?? "") + 1;
  return position > 0 && position === Number(number) ? position : undefined;
}

/** A month of a fiscal year in EDTF: month 3 of 2024 is `2023-12`. */
export function monthOf(fiscalYear: number, month: number): string {
  const [year, inYear] = month <= 3 ? [fiscalYear - 1, month + 9] : [fiscalYear, month - 3];
  return `${year}-${String(inYear).padStart(2, "0")}`;
}

/**
 * A fiscal year in EDTF: `2023-10/2024-09`.
 * @param count the number of months counted, from October on.
 */
export function yearOf(fiscalYear: number, count = 12): string {
  const first = monthOf(fiscalYear, 1);
  return count === 1 ? first : `${first}/${monthOf(fiscalYear, count)}`;
}

/** A month in words: `December 2023`. */
export function monthInText(fiscalYear: number, month: number): string {
  return `${names[month - 1]} ${monthOf(fiscalYear, month).slice(0, 4)}`;
}
