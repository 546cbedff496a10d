/** Whether an official held an office on a day, how certain that is, and why. Doesn't read the graph. */
import { readEdtf } from "../../graph/edtf.ts";
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
  /** The sources that show it at times, such as editions of a yearbook: if such a source stops showing it, it ended. */
  showingIds: string[];
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
 * @param tenures all tenures in the office.
 * @param day `YYYY-MM-DD`.
 * @param covering the parts of sources on the office that cover the day.
 * @returns those who held it or may have; most certain first.
 */
export function holdersOn(tenures: TenureFacts[], day: string, covering: CoveringSource[]): HeldTenure[] {
  const held = tenures.flatMap((tenure) => {
    const answer = heldOn(tenure, tenures, day, covering);
    return answer ? [answer] : [];
  });
  const order = ["CERTAIN", "ASSUMED", "UNKNOWN"];
  return held.sort(
    (a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty) || (a.tenure.id < b.tenure.id ? -1 : 1),
  );
}

/**
 * Whether one tenure was in effect on a day.
 * @param all all tenures in the office: a successor ends it, if no source gives an end.
 * @returns null when it wasn't in effect, or no source reaches that day.
 */
export function heldOn(
  tenure: TenureFacts,
  all: TenureFacts[],
  day: string,
  covering: CoveringSource[],
): HeldTenure | null {
  if (!tenure.held) return null;
  const answer = (certainty: HeldTenure["certainty"], basis: string): HeldTenure => ({ tenure, certainty, basis });
  const begin = beginOf(tenure);
  const end = tenure.ended === null ? null : boundsOf(tenure.ended);
  const shown = tenure.attested.map(boundsOf);
  const seen = shown.find(({ first, last }) => first <= day && day <= last);
  if (end && day > end.last) return null;
  if (begin && end && begin.last <= day && day <= end.first)
    return answer("CERTAIN", `It lasted from ${begin.last} to ${end.first}.`);
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
  const lastShown = shown
    .map(({ last }) => last)
    .sort()
    .at(-1);
  if (begin && day < begin.last)
    return answer("UNKNOWN", `It began at an unknown day between ${begin.first} and ${begin.last}.`);
  if (begin && lastShown !== undefined && day <= lastShown)
    return answer("CERTAIN", `It began by ${begin.last}, and a source shows it still on ${lastShown}.`);
  if (!begin) return null;
  const next = successorOf(tenure, begin, all);
  if (next && next.first <= day) return null;
  const part = covering.find(
    ({ sourceId }) => tenure.sourceIds.includes(sourceId) && !tenure.showingIds.includes(sourceId),
  );
  if (part === undefined) return null;
  return answer(
    "ASSUMED",
    `It began by ${begin.last}; ${part.sourceId} gives no end${part.until === null ? "" : `, and covers the office until ${part.until}`}.`,
  );
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
