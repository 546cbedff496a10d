/** Missions, from the changes that the guide tells of them: opened, raised, moved, closed, opened again. */
import { readEdtf } from "../../../graph/edtf.ts";
import { nameInText } from "../../countries/countryNames.ts";
import type { CountryEntry } from "../../countries/crosswalk.ts";
import type { Facts, Saying, Subject } from "../../facts.ts";
import { hasMovedSince } from "../shared/missions/missionPlaces.ts";
import { diplomaticMission, nameMission, stateSeat, type KindOfMission } from "../shared/missions/missions.ts";
import { cityAfter, kindAfter, kindNamed, type NamedCity } from "./missionWords.ts";
import { dayWithin, shownDate, type Dated } from "./relationDates.ts";
import type { Entry } from "./relationEntries.ts";
import type { RelationKind } from "./relationKinds.ts";

/** One change of a mission. */
interface Step {
  kind: RelationKind;
  dates: Dated[];
  day: string;
  said: Saying;
  event: Subject;
  /** For a closing, the end of the time that the heading gives, if it gives one. */
  until: string | undefined;
  /** The kind that the heading names, and the one after the change. */
  named: KindOfMission | undefined;
  after: KindOfMission | undefined;
  city: NamedCity | undefined;
}

interface History {
  sending: CountryEntry;
  host: CountryEntry;
  steps: Step[];
}

/** A change as an entry tells it. */
export interface Change {
  entry: Entry;
  kind: RelationKind;
  dates: Dated[];
  said: Saying;
  event: Subject;
  /** In whose article it is: a state of today, or one of the past. */
  article: CountryEntry;
}

const ofHead = { basis: "INFERRED", confidence: 0.95, note: "read out of the words of the heading" } as const;
const ofText = { basis: "INFERRED", confidence: 0.85, note: "read out of the words of the paragraph" } as const;
const closings: RelationKind[] = ["MISSION_CLOSED", "RELATIONS_SEVERED"];
const openings: RelationKind[] = ["MISSION_OPENED", "RELATIONS_RESUMED"];
/** Kinds that became embassies; the guide doesn't tell of all. */
const wasRaisedSince: KindOfMission[] = ["LEGATION", "LIAISON_OFFICE", "INTERESTS_SECTION"];
/** By then, all legations of and to the United States had been raised. */
const lastLegations = "1967";

/** The histories of all diplomatic missions, which several articles tell. */
export class MissionHistories {
  readonly #histories = new Map<string, History>();

  /** Whether changes of a kind are about missions: a break of relations closes them. */
  static concerns(kind: RelationKind): boolean {
    return /^MISSION_|^RELATIONS_(?:SEVERED|RESUMED)$/.test(kind);
  }

  /** Adds a change of the mission of one state in another. */
  add(sending: CountryEntry, host: CountryEntry, { entry, kind, dates, said, event, article }: Change): void {
    const key = `${sending.id} ${host.id}`;
    const history = this.#histories.get(key) ?? { sending, host, steps: [] };
    this.#histories.set(key, history);
    if (history.steps.some((step) => step.event.id === event.id)) return;
    const isOfMission = kind.startsWith("MISSION_");
    // A part of a mission is no mission of its own.
    if (/Subordinate/.test(entry.head)) return;
    const shown = shownDate(dates) ?? "";
    const isSpan = kind === "MISSION_CLOSED" && shown.includes("/");
    const isHome = host.id === "country:us";
    history.steps.push({
      kind,
      dates,
      said,
      event,
      day: isSpan ? (dayWithin(entry, kind, shown) ?? beginOf(shown)) : shown,
      until: isSpan ? shown.split("/")[1] : undefined,
      named: isOfMission ? kindNamed(entry) : undefined,
      after: isOfMission ? kindAfter(entry, kind) : undefined,
      city: isOfMission ? cityAfter(entry, kind, isHome ? host : article) : undefined,
    });
  }

  /** States the missions that any change is about. */
  state(facts: Facts): void {
    for (const history of this.#histories.values())
      if (history.steps.some(({ kind }) => kind.startsWith("MISSION_"))) stateMission(facts, history);
  }
}

function stateMission(facts: Facts, { sending, host, steps: unsorted }: History): void {
  const steps = unsorted.filter(({ day }) => day !== "").sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
  const own = unsorted.filter(({ kind }) => kind.startsWith("MISSION_"));
  const first = own[0]!;
  const mission = diplomaticMission(facts, sending, host, first.said, "");
  for (const step of own) stateChange(facts, mission, step);
  const kinds = steps.flatMap(({ after }) => after ?? []);
  const last = steps.findLast(({ after }) => after !== undefined);
  const { isOpen, pauses, closing } = openTimes(steps);
  const told = last?.after ?? first.after ?? first.named;
  const states = [sending, host];
  const mayHaveChanged =
    told !== undefined &&
    wasRaisedSince.includes(told) &&
    states.every(({ dissolved }) => dissolved === null) &&
    (isOpen || (closing?.day ?? "") > lastLegations);
  const kind = mayHaveChanged ? undefined : told;
  mission.say("kind", kind, { ...(last ?? first).said, ...ofHead });
  const begin = steps.find((step) => step.kind.startsWith("MISSION_"));
  const opening = begin?.kind === "MISSION_OPENED" ? begin : undefined;
  for (const { date, how: dated } of opening?.dates ?? []) mission.say("opened", date, { ...opening!.said, ...dated });
  const raised = steps.find((step) => step.kind === "MISSION_RAISED" && step.after === "EMBASSY");
  for (const { date, how: dated } of raised?.dates ?? []) mission.say("raised", date, { ...raised!.said, ...dated });
  for (const { from, to, pause } of pauses)
    mission.say("interruptions", pause, {
      ...to.said,
      basis: "INFERRED",
      confidence: [from, to].some((each) => each.kind.startsWith("RELATIONS_")) ? 0.6 : 0.9,
      note: `from the change told in ${from.said.locator} to that in ${to.said.locator}`,
    });
  stateEnd(mission, closing, isOpen ? steps.at(-1) : undefined, host);
  const seat = steps.findLast(({ city }) => city !== undefined);
  const city = seat && !hasMovedSince(host) ? seat.city!.city : undefined;
  if (city) stateSeat(facts, mission, city, cited(seat!));
  nameMission(facts, mission, { sending, host, city, kinds: [...kinds, kind] }, (last ?? first).said);
}

/** The change itself: which mission, and what it was after it. */
function stateChange(facts: Facts, mission: Subject, step: Step): void {
  step.event.sayOnce("missions", mission.id, { ...step.said, ...ofHead });
  step.event.sayOnce("missionKind", step.after, { ...step.said, ...ofHead });
  if (step.city) stateSeat(facts, step.event, step.city.city, cited(step), "missionSeat");
}

function cited({ city, said }: Step): Saying {
  return { ...said, ...(city!.inHead ? ofHead : ofText), given: city!.given };
}

interface OpenTimes {
  isOpen: boolean;
  pauses: { from: Step; to: Step; pause: string }[];
  /** The last closing, if it wasn't opened again. */
  closing: Step | undefined;
}

/** The times in which it was open, by its changes in order. */
function openTimes(steps: Step[]): OpenTimes {
  const pauses: OpenTimes["pauses"] = [];
  // What isn't told to have been opened was open before.
  let isOpen = steps.find(({ kind }) => kind.startsWith("MISSION_"))?.kind !== "MISSION_OPENED";
  let closing: Step | undefined;
  const reopen = (to: Step, day: string): void => {
    const isTold = to === closing || openings.includes(to.kind);
    // A mission that moves or is raised was opened before, on a day that isn't told.
    if (closing && beginOf(closing.day) < beginOf(day))
      pauses.push({ from: closing, to, pause: `${beginOf(closing.day)}/${isTold ? beginOf(day) : ""}` });
    [closing, isOpen] = [undefined, true];
  };
  for (const [index, step] of steps.entries()) {
    if (closing?.until !== undefined && closing.until < step.day) reopen(closing, closing.until);
    if (closings.includes(step.kind)) {
      // A break of relations is less exact than the closing told beside it.
      if (isOpen && !(step.kind === "RELATIONS_SEVERED" && isClosedSoonAfter(steps.slice(index + 1), step)))
        [closing, isOpen] = [step, false];
    } else if (!isOpen && (step.kind.startsWith("MISSION_") || closing)) {
      // Relations may be resumed before the mission is opened.
      if (step.kind === "RELATIONS_RESUMED" && isOpenedSoonAfter(steps.slice(index + 1), step)) continue;
      reopen(step, step.day);
    }
  }
  if (closing?.until !== undefined) reopen(closing, closing.until);
  return { isOpen, pauses, closing };
}

function isOpenedSoonAfter([next]: Step[], { day }: Step): boolean {
  return next?.kind === "MISSION_OPENED" && next.day.length === 10 && isWithinTwoYears(day, next.day);
}

function isWithinTwoYears(day: string, later: string): boolean {
  return Number(later.slice(0, 4)) - Number(day.slice(0, 4)) <= 2;
}

function isClosedSoonAfter(later: Step[], { day }: Step): boolean {
  const next = later.find(({ kind }) => kind === "MISSION_CLOSED" || openings.includes(kind));
  return next?.kind === "MISSION_CLOSED" && isWithinTwoYears(day, next.day);
}

function stateEnd(mission: Subject, closing: Step | undefined, last: Step | undefined, host: CountryEntry): void {
  if (closing?.kind === "MISSION_CLOSED")
    for (const { date, how } of closing.dates) mission.say("closed", date, { ...closing.said, ...how });
  else if (closing)
    mission.say("closed", closing.day, {
      ...closing.said,
      basis: "INFERRED",
      confidence: 0.6,
      note: "relations were broken off, and nothing is told of an opening since",
    });
  else if (last && host.dissolved !== null && lastOf(last) <= host.dissolved)
    mission.say("closed", host.dissolved, {
      ...last.said,
      basis: "INFERRED",
      confidence: 0.6,
      note: `${nameInText(host)}, its host state, came to an end`,
    });
}

function beginOf(date: string): string {
  return date.split("/")[0]!;
}

function firstOf({ day }: Step): string {
  return readEdtf(day).firstDay ?? "";
}

function lastOf({ day }: Step): string {
  return readEdtf(day).lastDay ?? "";
}
