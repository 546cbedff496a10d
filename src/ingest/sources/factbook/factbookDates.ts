/** Dates as the Factbook writes them: `since 2 December 2009`, `since June 2013`, `for the period 1 April 2015 - 1 October 2015`. */
import { isEdtf } from "../../../graph/edtf.ts";
import { monthNumber } from "../../../graph/english.ts";

/** A date as read and as written. */
export interface FactbookDate {
  edtf: string;
  given: string;
}

const form =
  /(?:(?<!\d)(\d{1,2})\s*|\b)(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s*(\d{4})\b|\b((?:19|20)\d\d)\b/gi;

/**
 * The dates in a text, in order: days, months and years.
 * A non-existent day is read as its month.
 */
export function datesIn(text: string): FactbookDate[] {
  return [...text.matchAll(form)].map(([given, day, month, year, alone]) => {
    if (alone !== undefined) return { edtf: alone, given };
    const number = monthNumber(month!)!;
    const ofMonth = `${year}-${String(number).padStart(2, "0")}`;
    const ofDay = `${ofMonth}-${(day ?? "").padStart(2, "0")}`;
    return { edtf: day !== undefined && isEdtf(ofDay) ? ofDay : ofMonth, given: given.trim() };
  });
}

/**
 * The beginning and end of someone's time in office, from the parentheses after the name.
 * @param office the preferred words before `since`: `head of government since 9 May 2018`.
 */
export function termIn(addition: string, office: RegExp): { since: FactbookDate | null; until: FactbookDate | null } {
  const none = { since: null, until: null };
  if (/\bborn\b|\bvacant\b/i.test(addition)) return none;
  const [from, to] = datesIn(addition);
  const range = /^(?:for the period )?\d[^;,]*\d{4}\s*-\s*\d[^;,]*\d{4}$/.test(addition.trim());
  if (range && from && to) return { since: from, until: to };
  const parts = addition.split(/[;,]/);
  const ofOffice = parts.find((part) => office.test(part) && datesIn(part).length > 0);
  const sinceDate = parts.find((part) => /\bsince/i.test(part) && datesIn(part).length > 0);
  const bare = /^(?:in )?(?:\d{1,2} )?\p{L}*\.? ?\d{4}$/u.test(addition.trim()) ? addition : undefined;
  const words =
    ofOffice ??
    sinceDate ??
    bare ??
    parts.find((part) => /\b(?:inaugurated|installed|sworn in|elected|appointed|selected|from)\b/.test(part));
  return { since: words === undefined ? null : (datesIn(words)[0] ?? from ?? null), until: null };
}
