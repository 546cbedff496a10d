/** Lines of the Factbook that are about one tenure: editions name a holder again, and may correct the date. */
import { readEdtf } from "../../../graph/edtf.ts";
import { slugOf } from "../../slug.ts";
import { intervalsOf, type EditionGap } from "./editions.ts";
import type { FactbookRow } from "./rows.ts";
import { readHolders, type Holder } from "./text.ts";

/** One tenure of one person in the lines of an office. */
export interface Stretch {
  /** The year in the tenure's id: since when it is held by the last line that tells, or the year of the first line. */
  year: string;
  /** Other years that lines give; the tenure was known by them. */
  otherYears: string[];
  /** Whether a later line gives another day than this one. */
  isCorrected: (since: string) => boolean;
}

interface Building {
  lastSeen: string;
  first: string;
  dates: string[];
}

/**
 * Groups the holders of all lines into tenures. A line continues a tenure if its day isn't after the last line of that
 * tenure: somebody who was shown in office already didn't begin again.
 * @returns the tenure of a holder in a line.
 */
export function stretchesOf(rows: FactbookRow[], gap: EditionGap): (row: FactbookRow, holder: Holder) => Stretch {
  const current = new Map<string, Building>();
  const found = new Map<string, Building>();
  const person = (row: FactbookRow, holder: Holder): string =>
    [row.code, row.role, holder.acting, isBeside(holder), slugOf(holder.name)].join(" ");
  const place = (row: FactbookRow, holder: Holder): string => `${row.origin.line} ${person(row, holder)}`;
  // A copy left standing says nothing of the years without an edition.
  const lastOf = ({ first, last }: FactbookRow): string =>
    intervalsOf(first, last, gap).at(-1)?.edtf.split("/").at(-1) ?? first;
  for (const row of [...rows].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)))
    for (const holder of readHolders(row.text, row.role).holders) {
      const known = current.get(person(row, holder));
      const since = holder.since?.edtf;
      const goesOn = known && (since === undefined || (readEdtf(since).firstDay ?? "") <= known.lastSeen);
      const last = lastOf(row);
      const stretch = goesOn ? known : { lastSeen: last, first: row.first, dates: [] };
      if (last > stretch.lastSeen) stretch.lastSeen = last;
      if (since !== undefined && stretch.dates.at(-1) !== since) stretch.dates.push(since);
      current.set(person(row, holder), stretch);
      found.set(place(row, holder), stretch);
    }
  return (row, holder) => finished(found.get(place(row, holder))!);
}

function finished({ first, dates }: Building): Stretch {
  const last = dates.at(-1);
  const year = (last ?? first).slice(0, 4);
  const otherYears = [...new Set(dates.map((date) => date.slice(0, 4)))].filter((each) => each !== year);
  return { year, otherYears, isCorrected: (since) => last !== undefined && !agree(since, last) };
}

// 2016 and 2016-06-20 don't correct each other.
function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Whether somebody is named beside the first of an office: a deputy, who may become the first. */
function isBeside({ title, represents }: Holder): boolean {
  return represents || /\b(?:Vice|Deputy)\b/i.test(title ?? "");
}
