/** Dates an entry of the guide: from its heading, and from a day in its text. */
import { isEdtf } from "../../../graph/edtf.ts";
import type { Saying } from "../../facts.ts";
import type { Problems } from "../../problems.ts";
import type { Entry, MarkedDate } from "./relationEntries.ts";
import type { RelationKind } from "./relationKinds.ts";
import { namesMission } from "./missionWords.ts";
import { evidenceOf } from "./relationEvidence.ts";
import { daysIn, sentencesOf, type Day } from "./writtenDays.ts";

/** One date, and how it was found. */
export interface Dated {
  date: string;
  /** The claim's attributes besides its place. */
  how: Pick<Saying, "given" | "basis" | "confidence" | "note" | "rank" | "rankReason">;
}

/** A change on a single day, for which an interval in the heading gives the period that followed. */
const breaks: RelationKind[] = ["RELATIONS_SEVERED", "RELATIONS_INTERRUPTED"];
const beginnings: RelationKind[] = ["CONSULATE_OPENED", "MISSION_OPENED", "RELATIONS_OPENED", ...breaks];

/** Kinds with too many keywords for the closest day to be certain. */
const vague: RelationKind[] = ["STATE_CHANGED", "OTHER"];
/** Kinds of which a text may list several. */
const posted: RelationKind[] = ["CONSULATE_OPENED", "MISSION_OPENED"];
/** Kinds whose text often begins with the antecedents. */
const byAndBy: RelationKind[] = [...vague, "RECOGNITION", ...breaks, "RELATIONS_RESUMED"];

/**
 * The dates of an entry, the heading's first; empty if neither heading nor text has one.
 * @param problems receives invalid marked dates.
 */
export function datesOf(entry: Entry, kind: RelationKind, file: string, problems: Problems): Dated[] {
  const ofHead = datesOfHead(entry, kind, file, problems);
  const lead = ofHead.find(({ how }) => how.rank !== "DEPRECATED");
  if (lead && !/^\d{4}(?:-\d{2})?(?:\/\d{4})?$/.test(lead.date)) return ofHead;
  if (lead && !isShort(lead.date, kind)) return ofHead;
  const day = dayOfText(entry, kind, lead?.date);
  return day ? [...ofHead, day] : ofHead.length > 0 ? ofHead : yearOfText(entry, kind);
}

/**
 * The dates of a mission in an entry whose heading tells something else first: `Diplomatic Relations and the American
 * Legation Established, 1825`. The day counts where a sentence names the mission.
 * @param ofEntry the dates of the entry.
 */
export function datesOfMission(entry: Entry, kind: RelationKind, ofEntry: Dated[]): Dated[] {
  const ofHead = ofEntry.filter(({ how }) => how.basis === undefined);
  const lead = ofHead.find(({ how }) => how.rank !== "DEPRECATED");
  if (!lead || !/^\d{4}$/.test(lead.date)) return ofHead.length > 0 ? ofHead : ofEntry;
  const day = dayOfText(entry, kind, lead.date, namesMission);
  return day ? [...ofHead, day] : ofHead;
}

/** The day of a sentence that names a mission, within a span; undefined if none has one. */
export function dayWithin(entry: Entry, kind: RelationKind, span: string): string | undefined {
  return dayOfText(entry, kind, span, namesMission)?.date;
}

/** The date that an event shows: the most exact of those that aren't known to be wrong. */
export function shownDate(dates: Dated[]): string | undefined {
  return dates.findLast(({ how }) => how.rank !== "DEPRECATED")?.date;
}

// If it took years, a day in the text belongs to one of its steps.
function isShort(date: string, kind: RelationKind): boolean {
  const [from, to = from] = date.split("/").map((each) => Number(each.slice(0, 4)));
  return from === to || (to! - from! <= 2 && !vague.includes(kind));
}

/** The year of the lead date, for names. */
export function yearOf(dates: Dated[]): string | undefined {
  const [from, to] =
    shownDate(dates)
      ?.split("/")
      .map((each) => each.slice(0, 4)) ?? [];
  return to === undefined || to === from ? from : `${from} to ${to}`;
}

function datesOfHead(entry: Entry, kind: RelationKind, file: string, problems: Problems): Dated[] {
  const words = entry.wholeHead;
  for (const marked of entry.dates)
    for (const date of [marked.when, marked.from, marked.to])
      if (date !== undefined && !isDate(date)) {
        problems.add(
          { file, line: marked.line },
          `the heading's date is "${date}": expected a day, a month or a year, such as 1822-12-12.`,
        );
        return [];
      }
  // "Christiania (Oslo since 1925)" is about a name.
  const first = entry.dates.find(
    (each) => (each.when ?? each.from) !== undefined && !words.includes(`since ${each.words}`),
  );
  if (!first) return wordedDate(entry, kind);
  if (earlierTreaty.test(words.slice(0, words.lastIndexOf(first.words)))) return [];
  const marked = dateOfMark(first, kind);
  const exact = daysIn(words).findLast(({ date }) => date.length > marked.date.length && date.startsWith(marked.date));
  if (exact) return [{ date: exact.date, how: { given: exact.words, ...unmarked } }];
  const years = yearsIn(words);
  if (years.length === 0 || marked.date.split("/").every((each) => years.includes(each.slice(0, 4)))) return [marked];
  return inDoubt(marked, wordedDate(entry, kind), entry);
}

function isDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isEdtf(text);
}

function dateOfMark({ when, from, to, words }: MarkedDate, kind: RelationKind): Dated {
  const how = { given: words };
  if (when !== undefined) return { date: when, how };
  if (to === undefined || from === to) return { date: from!, how };
  if (beginnings.includes(kind)) return { date: from!, how: { ...how, ...begun } };
  return { date: `${from!}/${to}`, how };
}

/** Text before the date of a treaty that this heading only refers to. */
const earlierTreaty = /^(?:Arrangement|Declaration)\b.*\b(?:Convention|Treaty(?: with \w+)?) of $/;

const unmarked = { note: "read in the words of the heading" };
const begun = { basis: "INFERRED", confidence: 0.9, note: "the heading gives the span that began with it" } as const;

// If a heading's words and its marked date differ, the text decides.
function inDoubt(marked: Dated, worded: Dated[], { text }: Entry): Dated[] {
  const [word] = worded;
  if (!word) return [marked];
  const inText = (dated: Dated): boolean => text.includes(dated.date.slice(0, 4));
  const markIsRight = inText(marked) && !inText(word);
  const [right, wrong] = markIsRight ? [marked, word] : [word, marked];
  const rankReason = "the heading's words and the mark on them give two years; the text has the other";
  return [right, { date: wrong.date, how: { ...wrong.how, rank: "DEPRECATED", rankReason } }];
}

// A heading with an unmarked date: `American Ambassador Recalled, 2008.`
function wordedDate(entry: Entry, kind: RelationKind): Dated[] {
  const wholeHead = /^(?:Arrangement|Declaration)\b/.test(entry.wholeHead)
    ? entry.wholeHead.replace(/ of [A-Z]\w+ \d+, \d{4}/, "")
    : entry.wholeHead;
  const day = daysIn(wholeHead).findLast((each) => each.date.length > 7);
  if (day) return [{ date: day.date, how: { given: day.words, ...unmarked } }];
  const [words, from, end] = /\b(\d{4})(?:\s*[-–]\s*(\d{2,4}))?\b(?!.*\b\d{4}\b)/.exec(wholeHead) ?? [];
  if (words === undefined || from === undefined) return [];
  const month = daysIn(wholeHead).at(-1);
  if (month) return [{ date: month.date, how: { given: month.words, ...unmarked } }];
  if (end === undefined) return [{ date: from, how: { given: words, ...unmarked } }];
  if (beginnings.includes(kind)) return [{ date: from, how: { given: words, ...begun } }];
  return [{ date: `${from}/${from.slice(0, 4 - end.length)}${end}`, how: { given: words, ...unmarked } }];
}

function yearsIn(text: string): string[] {
  return [...text.matchAll(/\b(\d{4})(?:\s*[-–]\s*(\d{2,4})\b)?/g)].flatMap(([, from, end]) =>
    end === undefined ? [from!] : [from!, from!.slice(0, 4 - end.length) + end],
  );
}

/**
 * The day in the text, within the year or interval of the heading.
 * @param counts which sentences count; all by default.
 */
function dayOfText(
  { text, section }: Entry,
  kind: RelationKind,
  within: string | undefined,
  counts?: (sentence: string) => boolean,
): Dated | undefined {
  const fits = ({ date }: Day): boolean => {
    if (within === undefined) return true;
    const [from, to = from] = within.split("/");
    return date.length > from!.length && date.slice(0, from!.length) >= from! && date.slice(0, to!.length) <= to!;
  };
  const all = sentencesOf(text.replace(/Latest Date:.*$/, ""));
  // Without a year for orientation, a date in a later sentence may belong to another post.
  const sentences = within === undefined && posted.includes(kind) ? all.slice(0, 1) : all;
  const { toldBy, doubted } = evidenceOf(kind);
  for (const [rank, words] of toldBy.entries()) {
    for (const length of ["day", "month"] as const) {
      for (const sentence of sentences) {
        const told = [...sentence.matchAll(words)].map((match) => match.index + match[0].length);
        if (told.length === 0 || doubted.test(sentence) || counts?.(sentence) === false) continue;
        const days = daysIn(sentence).filter((day) => fits(day) && day.date.length > 7 === (length === "day"));
        const nearest = nearestTo(told, days);
        if (nearest) return { date: nearest.date, how: found(nearest, certainty(kind, rank, length)) };
      }
    }
  }
  if (counts) return undefined;
  // A text that begins with a day gives the date, whatever its words; but not for gradual changes.
  const days = daysIn(sentences[0] ?? "").filter(fits);
  const only = days.length === 1 && section !== "issues" && !(within && byAndBy.includes(kind)) ? days[0] : undefined;
  return only && { date: only.date, how: found(only, 0.75) };
}

function certainty(kind: RelationKind, rank: number, length: "day" | "month"): number {
  if (vague.includes(kind)) return length === "day" ? 0.7 : 0.65;
  return rank === 0 ? (length === "day" ? 0.9 : 0.85) : 0.8;
}

function found({ words }: Day, confidence: number): Dated["how"] {
  return { given: words, basis: "INFERRED", confidence, note: "the day stands in the paragraph" };
}

function nearestTo(positions: number[], days: Day[]): Day | undefined {
  const distance = ({ at }: Day): number => Math.min(...positions.map((position) => Math.abs(position - at)));
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}

/** The earliest year of a list of posts, or the year in which an undated text begins. */
function yearOfText({ text }: Entry, kind: RelationKind): Dated[] {
  if (!beginnings.includes(kind)) return [];
  const posts = [...text.matchAll(/\((\d{4})(?=[-–)])/g)].map(([, year]) => year!);
  const [first = ""] = sentencesOf(text);
  const [, worded] = /\b(?:in|from|since) (1[6-9]\d\d|20\d\d)\b/i.exec(first) ?? [];
  const earliest = posts.toSorted()[0] ?? worded ?? daysIn(first)[0]?.date.slice(0, 4);
  if (earliest === undefined) return [];
  const note = posts.length > 0 ? "the earliest year in the list of posts" : "the first year that the paragraph names";
  return [{ date: earliest, how: { basis: "INFERRED", confidence: 0.7, note } }];
}
