/** Whether an official held an office on a day, how certain that is, and why. Doesn't read the graph. */
import { dayAfter, readEdtf } from "../../graph/edtf.ts";
import type { SourcePart } from "../coverage/coveringParts.ts";

/** A tenure in the graph; dates are EDTF. */
export interface TenureFacts {
  id: string;
  officialId: string;
  /** Whether it was or may have been in effect: false for those named who never held the office. */
  held: boolean;
  acting: boolean;
  /** When the holder took up the office, or was named to it, as exactly as known. */
  begun: string | null;
  ended: string | null;
  /** Days and intervals in which sources show the official in office. */
  attested: string[];
  sourceIds: string[];
  /**
   * The sources that show it at times, such as editions of a yearbook: if such a source stops showing it, it ended.
   * `lag` is the number of days by which one may be late.
   */
  showing: { sourceId: string; lag: number }[];
}

/** An office in the graph. */
export interface OfficeFacts {
  /** How many people hold it at a time; null if that varies or is unknown. */
  seats: number | null;
  /** The periods in which a source says that it is vacant. */
  vacancies: VacancyFact[];
  tenures: TenureFacts[];
}

/** A period, in EDTF, in which a source says that nobody holds an office. */
export interface VacancyFact {
  period: string;
  sourceId: string;
}

/** A part of a source that covers a day, and until when. */
export type CoveringSource = Pick<SourcePart, "sourceId" | "until">;

/** The answer for one tenure and one day. */
export interface HeldTenure {
  tenure: TenureFacts;
  certainty: "CERTAIN" | "ASSUMED" | "UNKNOWN";
  basis: string;
}

type Bounds = { first: string; last: string };

/**
 * Who held an office on a day, within the coverage of sources.
 * @param day `YYYY-MM-DD`.
 * @param covering the parts of sources on the office that cover the day.
 * @returns those who held it or may have; most certain first. No more are certain than the office has seats.
 */
export function holdersOn(office: OfficeFacts, day: string, covering: CoveringSource[]): HeldTenure[] {
  const { tenures, seats } = office;
  const each = tenures.flatMap((tenure) => heldOn(tenure, tenures, day, covering) ?? []);
  const held = seated(unlessVacant(each, vacanciesOn(office, day)), seats);
  const order = ["CERTAIN", "ASSUMED", "UNKNOWN"];
  return held.sort(
    (a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty) || (a.tenure.id < b.tenure.id ? -1 : 1),
  );
}

/** The periods around a day in which a source says that an office was vacant, if nobody took it up since. */
export function vacanciesOn({ vacancies, tenures }: OfficeFacts, day: string): VacancyFact[] {
  return vacancies.filter(({ period }) => {
    const { first, last } = boundsOf(period);
    const isNext = (begin: Bounds | null): boolean => begin !== null && begin.first > first && begin.first <= day;
    return first <= day && day <= last && !tenures.some((each) => each.held && !each.acting && isNext(beginOf(each)));
  });
}

// Whoever began before the office was vacant no longer holds it; whoever acts, does.
function unlessVacant(held: HeldTenure[], vacancies: VacancyFact[]): HeldTenure[] {
  const since = vacancies.map(({ period }) => boundsOf(period).first).sort()[0];
  if (since === undefined) return held;
  return held.map((each) => {
    if (each.tenure.acting) return each;
    return doubted(each, `But a source says that the office was vacant from ${since}.`);
  });
}

// Of more certain holders than an office has seats, those who began last hold it: nobody else's end was noticed in time.
function seated(held: HeldTenure[], seats: number | null): HeldTenure[] {
  if (seats === null) return held;
  const certain = held.filter(({ certainty, tenure }) => certainty === "CERTAIN" && !tenure.acting);
  const begun = new Map<string, string>();
  for (const { tenure } of certain) {
    const first = beginOf(tenure)?.first ?? ever.first;
    if (first >= (begun.get(tenure.officialId) ?? ever.first)) begun.set(tenure.officialId, first);
  }
  if (begun.size <= seats) return held;
  const latest = [...begun.values()].sort().reverse();
  const [last, next] = [latest[seats - 1]!, latest[seats]!];
  return held.map((each) => {
    const own = begun.get(each.tenure.officialId);
    if (each.certainty !== "CERTAIN" || each.tenure.acting || own === undefined || (own >= last && own > next))
      return each;
    const others = last > next ? "somebody else began later" : "sources show somebody else as well";
    return doubted(each, `But ${others}, and ${seats === 1 ? "one holds" : `${seats} hold`} the office at a time.`);
  });
}

function doubted({ tenure, basis }: HeldTenure, why: string): HeldTenure {
  return { tenure, certainty: "UNKNOWN", basis: `${basis} ${why}` };
}

/**
 * Whether one tenure was in effect on a day, by itself.
 * @param all all tenures in the office: a successor ends it, if no source gives an end.
 * @returns null when it wasn't in effect, or no source reaches that day.
 */
function heldOn(tenure: TenureFacts, all: TenureFacts[], day: string, covering: CoveringSource[]): HeldTenure | null {
  if (!tenure.held) return null;
  const answer = (certainty: HeldTenure["certainty"], basis: string): HeldTenure => ({ tenure, certainty, basis });
  const begin = beginOf(tenure);
  const end = tenure.ended === null ? null : boundsOf(tenure.ended);
  const shown = tenure.attested.map(boundsOf);
  const seen = shown.find(({ first, last }) => first <= day && day <= last);
  const lastShown = shown
    .map(({ last }) => last)
    .sort()
    .at(-1);
  const late = lastShown === undefined ? undefined : lateOn(tenure, day, lastShown);
  if (end && day > end.last) return null;
  if (begin && end && begin.last <= day && day <= end.first)
    return answer("CERTAIN", `It lasted from ${begin.last} to ${end.first}.`);
  if (late !== undefined && day <= lastShown! && (seen || (begin && begin.last <= day)) && !end)
    return answer("ASSUMED", `A source shows it until ${lastShown}, and may be ${late} days late.`);
  if (seen)
    return answer(
      "CERTAIN",
      seen.first === seen.last
        ? `A source shows it on ${seen.first}.`
        : `A source shows it from ${seen.first} to ${seen.last}.`,
    );
  if (begin && day < begin.first) return null;
  if (end) {
    if (begin && day < begin.last)
      return answer("UNKNOWN", `It began at an unknown day between ${begin.first} and ${begin.last}.`);
    if (begin) return answer("UNKNOWN", `It ended at an unknown day between ${end.first} and ${end.last}.`);
    return beganLater(tenure, all, day, end)
      ? null
      : answer("UNKNOWN", `It ended by ${end.last}; no source says when it began.`);
  }
  if (begin && day < begin.last)
    return answer("UNKNOWN", `It began at an unknown day between ${begin.first} and ${begin.last}.`);
  if (begin && lastShown !== undefined && day <= lastShown)
    return answer("CERTAIN", `It began by ${begin.last}, and a source shows it still on ${lastShown}.`);
  if (!begin) return null;
  const next = successorOf(tenure, begin, all);
  if (next && next.first <= day) return null;
  const part = covering.find(
    ({ sourceId }) => tenure.sourceIds.includes(sourceId) && !tenure.showing.some((each) => each.sourceId === sourceId),
  );
  if (part === undefined) return null;
  return answer(
    "ASSUMED",
    `It began by ${begin.last}; ${part.sourceId} gives no end${part.until === null ? "" : `, and covers the office until ${part.until}`}.`,
  );
}

// The number of days by which a source may be late, if it shows a tenure for the last time within so many days after this one.
function lateOn({ showing, attested }: TenureFacts, day: string, lastShown: string): number | undefined {
  const lag = Math.max(0, ...showing.map((each) => each.lag));
  const first = attested.map((each) => boundsOf(each).first).sort()[0]!;
  // What an edition shows for the first time is news.
  return lag > 0 && day > dayAfter(lastShown, -lag) && day > first ? lag : undefined;
}

function beginOf({ begun }: TenureFacts): Bounds | null {
  return begun === null ? null : boundsOf(begun);
}

// A holder who took office between the day and the end: then this one had not begun on the day.
function beganLater(tenure: TenureFacts, all: TenureFacts[], day: string, end: Bounds): boolean {
  return all.some((other) => {
    const begin = other.id === tenure.id ? null : beginOf(other);
    return begin !== null && begin.first > day && begin.first <= end.last;
  });
}

function successorOf(tenure: TenureFacts, begin: Bounds, all: TenureFacts[]): Bounds | null {
  const later = all.flatMap((other) => {
    const first = beginOf(other);
    const counts = other.officialId !== tenure.officialId && !other.acting && other.held;
    return counts && first && first.first > begin.first ? [first] : [];
  });
  return later.sort((a, b) => (a.first < b.first ? -1 : 1))[0] ?? null;
}

const ever: Bounds = { first: "0000-01-01", last: "9999-12-31" };

function boundsOf(date: string): Bounds {
  const { firstDay, lastDay } = readEdtf(date);
  return { first: firstDay ?? ever.first, last: lastDay ?? ever.last };
}
