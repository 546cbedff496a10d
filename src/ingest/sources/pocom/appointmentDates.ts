/** Dates of an appointment, each with a note that may change its meaning. */
import { readEdtf } from "../../../graph/edtf.ts";
import { monthNumber } from "../../../graph/english.ts";

/** A date and its note, as written; both may be empty. */
export interface NotedDate {
  date: string;
  note: string;
}

/** A date as read. */
export interface ReadDate {
  edtf: string;
  /** The source's words, if they are more than the date. */
  given?: string;
  /** How it was read, if not literally. */
  note?: string;
}

/** The maximum length of a source's words kept beside a value. */
const longestGiven = 60;

const near = /\b(?:about|approximately|(?:(?:on or )?(?:shortly|soon)|on or) (?:before|after))\W*$/i;
const unsure = /^probably\b|\bprobably presented\b/i;
const sides = /\b([A-Z][a-z]+) (\d{1,2})(?:, (\d{4}))?,? ?(and|or|-)$/;
const monthAlone = /^([A-Z][a-z]{2,8})(?:-([A-Z][a-z]{2,8}))? (\d{4})$/;

/**
 * Reads a date with its note: `1844-06-12` after `About` is `1844-06-12~`.
 * @returns undefined when there is no date.
 * @throws when the date isn't a year, a month or a day.
 */
export function readNotedDate({ date, note }: NotedDate): ReadDate | undefined {
  if (date === "") return ofWords(note);
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) throw new Error(`expected 1825, 1825-06 or 1825-06-01; got "${date}".`);
  readEdtf(date);
  const given = givenOf(`${note} ${date}`);
  const other = otherSide(date, note);
  if (other !== undefined)
    return { edtf: readEdtf(other).edtf, ...given, note: "the record gives two days, one on each side" };
  const mark = `${near.test(note) ? "~" : ""}${unsure.test(note) ? "?" : ""}`;
  if (mark === "") return { edtf: date };
  return {
    edtf: `${date}${mark === "~?" ? "%" : mark}`,
    ...given,
    note: "the record's note says that the day is not certain",
  };
}

/** A source's words to keep beside a value, unless too long. */
export function givenOf(words: string): { given?: string } {
  return words !== "" && words.length <= longestGiven ? { given: words } : {};
}

function otherSide(date: string, note: string): string | undefined {
  const [, month, day, year = date.slice(0, 4), joint] = sides.exec(note) ?? [];
  const number = twoDigits(month);
  if (number === undefined || date.length < 10) return undefined;
  const first = `${year}-${number}-${day!.padStart(2, "0")}`;
  return joint === "or" ? `[${first},${date}]` : `${first}/${date}`;
}

function ofWords(note: string): ReadDate | undefined {
  const [, first, last, year] = monthAlone.exec(note) ?? [];
  const [from, until] = [twoDigits(first), twoDigits(last)];
  if (from === undefined) return undefined;
  const edtf = until === undefined ? `${year}-${from}` : `${year}-${from}/${year}-${until}`;
  return { edtf: readEdtf(edtf).edtf, given: note, note: "read out of the note beside the date" };
}

function twoDigits(name: string | undefined): string | undefined {
  return monthNumber(name?.slice(0, 3) ?? "")
    ?.toString()
    .padStart(2, "0");
}
