/** An appointment as a tenure: official, office, title, dates, and how it ended. */
import { readEdtf } from "../../../graph/edtf.ts";
import type { StateForTime } from "../../countries/crosswalk.ts";
import type { Facts, Saying, Subject } from "../../facts.ts";
import type { Appointment } from "./appointments.ts";
import { events, firstDate } from "./appointments.ts";
import { givenOf, readNotedDate, type ReadDate } from "./appointmentDates.ts";
import type { PostOf } from "./pocomOffices.ts";
import { sourceOf } from "./pocomSources.ts";
import { circumstancesOf, endReasonOf, isActing, isEntryOnDuty, outcomeOf } from "./appointmentNotes.ts";
import { pageOfPerson } from "../shared/pages.ts";

/** The context of a tenure besides its record. */
export interface TenureParts {
  id: string;
  official: { id: string; name: string };
  post: PostOf;
  /** The title held, in the source's words. */
  title: string | undefined;
  /** How the person was identified, if not by the record's id. */
  note?: string | undefined;
  /** The part of the record's time for which it is, where the state that received the holder came to an end. */
  time?: StateForTime | undefined;
}

/** The evidence of a tenure for its holder. */
export interface Shown {
  /** When the holder served, as an interval or a day; undefined if unknown. */
  span: string | undefined;
  /** The first and the last day, if known. */
  from: string | undefined;
  until: string | undefined;
}

type DatesOfService = Partial<Record<(typeof events)[number], ReadDate>>;

interface Outcome {
  status: string;
  basis: "STATED" | "INFERRED";
  confidence: number;
  note?: string;
}

/**
 * States the tenure of an appointment. Mistakes in its dates are noted.
 * @returns undefined when the appointee did not serve.
 */
export function stateTenure(facts: Facts, record: Appointment, parts: TenureParts): Shown | undefined {
  const saying: Saying = {
    source: sourceOf(record),
    locator: `appointment ${record.id}`,
    origin: record.origin,
    page: pageOfPerson(record.person),
  };
  const read = datesOf(facts, record);
  const outcome = outcomeFor(record, read);
  const dates = datesWithin(parts.time, read);
  const tenure = facts.entity("Tenure", parts.id, record.origin);
  const identity = { name: nameOf(record, parts, outcome.status), official: parts.official.id, post: parts.post.id };
  // An appointment may be recorded twice under one id; it is one claim.
  if (tenure.fact.records.length === 0)
    tenure.sayRecord(identity, parts.note === undefined ? saying : { ...saying, confidence: 0.95, note: parts.note });
  tenure.say("title", parts.title, saying);
  const { status, ...how } = outcome;
  tenure.say("status", status, { ...saying, ...how });
  stateDates(tenure, record, dates, status, saying, parts.time);
  const reason = parts.time?.until ? "the state ended" : endReasonOf(record.ended.note);
  tenure.say("endReason", reason, { ...saying, ...givenOf(record.ended.note) });
  const notes = [record.appointed.note, record.started.note, record.note];
  tenure.say("circumstances", circumstancesOf(notes), {
    ...saying,
    basis: "INFERRED",
    confidence: 0.9,
    note: "read out of the record's notes",
  });
  return isServed(status) ? shownBy(dates) : undefined;
}

function datesOf(facts: Facts, record: Appointment): DatesOfService {
  const dates: DatesOfService = {};
  for (const event of events) {
    try {
      const read = readNotedDate(record[event]);
      if (read) dates[event] = read;
    } catch (error) {
      facts.problems.add(record.origin, `${event} of ${record.id}: ${(error as Error).message}`);
    }
  }
  return dates;
}

function outcomeFor(record: Appointment, { started }: DatesOfService): Outcome {
  if (record.list === "served") {
    const acting = isActing(record.role) || record.office === "secretary-ad-interim";
    return { status: acting ? "ACTING" : "SERVED", basis: "STATED", confidence: 1 };
  }
  const told = outcomeOf(record.note);
  if (told !== undefined)
    return { status: told, basis: "INFERRED", confidence: 0.9, note: "read out of the record's note" };
  if (started)
    return { status: "SERVED", basis: "INFERRED", confidence: 0.7, note: "among the nominees, and yet with a start" };
  return { status: "DID_NOT_SERVE", basis: "INFERRED", confidence: 0.6, note: "among the nominees, without a start" };
}

/** Of a tenure that is a part of the record's time, the dates that are its own. */
function datesWithin(time: StateForTime | undefined, dates: DatesOfService): DatesOfService {
  const { from = null, until = null } = time ?? {};
  const started =
    from === null
      ? undefined
      : { edtf: from, note: "the day on which this state followed the one to which the holder was sent" };
  const ended =
    until === null ? undefined : { edtf: until, note: "when the state ended; the holder stayed with its successor" };
  return { ...(started ? { started, ended: dates.ended } : dates), ...(ended && { ended }) } as DatesOfService;
}

function nameOf(record: Appointment, { official, post, time }: TenureParts, status: string): string {
  const manner = status === "SERVED" ? "" : status === "ACTING" ? "acting " : "named ";
  const year = (time?.from ?? firstDate(record)).slice(0, 4);
  return [official.name, `${manner}${post.words}`, ...(year === "" ? [] : [year])].join(", ");
}

function stateDates(
  tenure: Subject,
  record: Appointment,
  dates: DatesOfService,
  status: string,
  saying: Saying,
  time: StateForTime | undefined,
): void {
  for (const event of events) {
    const read = dates[event];
    if (!read) continue;
    const { edtf, given, note } = read;
    const said: Saying = { ...saying, given, note, ...(note !== undefined && { basis: "INFERRED", confidence: 0.9 }) };
    if (event === "started")
      tenure.say(time?.from ? "entered" : fieldOfStart(record, status), edtf, {
        ...said,
        ...caution(record, dates, status),
      });
    else tenure.say(event, edtf, said);
  }
}

// Acting officials, and those at home, present no credentials.
function fieldOfStart(record: Appointment, status: string): "entered" | "presentedCredentials" {
  const abroad = record.part !== "principal" && status === "SERVED";
  return abroad && !isEntryOnDuty(record.started.note) ? "presentedCredentials" : "entered";
}

function caution(record: Appointment, { started, ended }: DatesOfService, status: string): Partial<Saying> {
  if (started && ended && isAfter(started, ended))
    return { rank: "DEPRECATED", rankReason: "it falls after the end that the same record gives" };
  if (!isServed(status))
    return { basis: "INFERRED", confidence: 0.5, note: "a start is given for one who, by the note, did not serve" };
  const plain = started?.note !== undefined || record.started.note === "";
  if (plain || fieldOfStart(record, status) === "entered") return {};
  return {
    ...givenOf(`${record.started.note} ${record.started.date}`),
    basis: "INFERRED",
    confidence: 0.8,
    note: "a step that the record gives in place of the presentation of credentials",
  };
}

function isAfter(one: ReadDate, other: ReadDate): boolean {
  return readEdtf(one.edtf).firstDay! > readEdtf(other.edtf).lastDay!;
}

function isServed(status: string): boolean {
  return status === "SERVED" || status === "ACTING";
}

// From the start, or the closest date, to the end; a day if only one is known.
function shownBy({ appointed, arrived, started, ended }: DatesOfService): Shown {
  const begun = [started, arrived, appointed].find((each) => each && !(ended && isAfter(each, ended)));
  const from = (begun && readEdtf(begun.edtf).firstDay) ?? undefined;
  const until = (ended && readEdtf(ended.edtf).lastDay) ?? undefined;
  const span = from !== undefined && until !== undefined && from !== until ? `${from}/${until}` : (from ?? until);
  return { span, from, until };
}
