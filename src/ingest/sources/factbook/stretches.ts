/** Lines of the Factbook that are about one tenure: editions name a holder again, and may correct the date. */
import { readEdtf } from "../../../graph/edtf.ts";
import { slugOf } from "../../slug.ts";
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
export function stretchesOf(rows: FactbookRow[]): (row: FactbookRow, holder: Holder) => Stretch {
  const current = new Map<string, Building>();
  const found = new Map<string, Building>();
  const person = (row: FactbookRow, holder: Holder): string =>
    `${row.code} ${row.role} ${holder.acting} ${slugOf(holder.name)}`;
  const place = (row: FactbookRow, holder: Holder): string => `${row.origin.line} ${person(row, holder)}`;
  for (const row of [...rows].sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)))
    for (const holder of readHolders(row.text, row.role).holders) {
      const known = current.get(person(row, holder));
      const since = holder.since?.edtf;
      const goesOn =
        known &&
        (since === undefined || known.dates.length === 0 || (readEdtf(since).firstDay ?? "") <= known.lastSeen);
      const stretch = goesOn ? known : { lastSeen: row.last, first: row.first, dates: [] };
      if (row.last > stretch.lastSeen) stretch.lastSeen = row.last;
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
  return { year, otherYears, isCorrected: (since) => last !== undefined && since !== last };
}
