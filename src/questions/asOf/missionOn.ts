/** Whether a mission was open on a day, of what kind and where, how certain that is, and why. Doesn't read the graph. */
import { isEdtf, readEdtf } from "../../graph/edtf.ts";

/** A mission in the graph; dates are EDTF. */
export interface MissionFacts {
  opened: string | null;
  closed: string | null;
  interruptions: string[];
  attested: string[];
  kind: string | null;
  seatId: string | null;
  sendingStateId: string;
  hostStateId: string | null;
  /** Its dated changes, oldest first, each with what it was after it. */
  events: { date: string; kind: string | null; seatId: string | null }[];
  postIds: string[];
}

/** The answer for one day. */
export interface MissionOnDay {
  status: "OPEN" | "NOT_OPEN" | "NOT_KNOWN";
  certainty: "CERTAIN" | "ASSUMED" | "UNKNOWN";
  basis: string;
  /** Null unless open, or if that day's isn't known. */
  kind: string | null;
  seatId: string | null;
}

type State = Pick<MissionOnDay, "status" | "certainty" | "basis">;

/**
 * A mission on a day, within the coverage of sources.
 * @param day `YYYY-MM-DD`.
 * @param covered whether a source on the relations of the two states covers the day.
 */
export function missionOn(mission: MissionFacts, day: string, covered: boolean): MissionOnDay {
  const state = stateOn(mission, day, covered);
  if (state.status !== "OPEN") return { ...state, kind: null, seatId: null };
  return { ...state, kind: latest(mission, "kind", day), seatId: latest(mission, "seatId", day) };
}

function stateOn(mission: MissionFacts, day: string, covered: boolean): State {
  const { opened, closed, interruptions, attested, events } = mission;
  const [begin, end] = [opened, closed].map((date) => (date === null ? null : boundsOf(date)));
  if (begin && day < begin.first) return certain("NOT_OPEN", `It was opened later: ${opened}.`);
  if (end && day > end.last) return certain("NOT_OPEN", `It was closed before: ${closed}.`);
  for (const interruption of interruptions) {
    const [from = "", to = ""] = interruption.split("/");
    if (!isEdtf(from)) continue;
    if (to === "") {
      const { last } = boundsOf(from);
      const isTold = events.some(({ date }) => boundsOf(date).first > last && boundsOf(date).first <= day);
      if (day > last && !isTold) return notKnown(`It was closed, ${from}; no source says when it was opened again.`);
      continue;
    }
    if (!isEdtf(to)) continue;
    const [closing, opening] = [boundsOf(from), boundsOf(to)];
    if (day > closing.last && day < opening.first) return certain("NOT_OPEN", `It was closed then: ${interruption}.`);
    const isAtEdge = (day >= closing.first && day <= closing.last) || (day >= opening.first && day <= opening.last);
    if (isAtEdge && (closing.first !== closing.last || opening.first !== opening.last))
      return notKnown(`It was closed and opened again: ${interruption}; the days aren't known exactly enough.`);
  }
  const shown = attested.find((each) => boundsOf(each).first <= day && day <= boundsOf(each).last);
  if (shown !== undefined) return certain("OPEN", `A source shows it at work then: ${shown}.`);
  if (begin && day < begin.last) return notKnown(`It was opened at some time in ${opened}.`);
  if (end && day > end.first) return notKnown(`It was closed at some time in ${closed}.`);
  if (!begin) return notKnown("No source says when it was opened.");
  if (end) return certain("OPEN", `Between its opening, ${opened}, and its closing, ${closed}.`);
  const known = [...events.map(({ date }) => date), ...attested].map((date) => boundsOf(date).first).sort();
  const later = known.findLast((each) => each >= day);
  if (later !== undefined) return certain("OPEN", `Between its opening, ${opened}, and what is told of ${later}.`);
  if (!covered) return notKnown(`It was opened in or on ${opened}, and no source covers the day.`);
  return {
    status: "OPEN",
    certainty: "ASSUMED",
    basis: `Since its opening, ${opened}; a source that covers the day reports no closing.`,
  };
}

function certain(status: State["status"], basis: string): State {
  return { status, certainty: "CERTAIN", basis };
}

function notKnown(basis: string): State {
  return { status: "NOT_KNOWN", certainty: "UNKNOWN", basis };
}

/** What the last change by the day made of it; null if that depends on a day that isn't known. */
function latest(mission: MissionFacts, field: "kind" | "seatId", day: string): string | null {
  const told = mission.events.filter((event) => event[field] !== null);
  if (told.length === 0) return mission[field];
  const begun = told.filter(({ date }) => boundsOf(date).first <= day);
  const last = begun.at(-1);
  if (!last) return null;
  const isSettled = boundsOf(last.date).last <= day || begun.at(-2)?.[field] === last[field];
  return isSettled || begun.length === 1 ? last[field] : null;
}

function boundsOf(date: string): { first: string; last: string } {
  const { firstDay, lastDay } = readEdtf(date);
  return { first: firstDay ?? "0000-01-01", last: lastDay ?? "9999-12-31" };
}
