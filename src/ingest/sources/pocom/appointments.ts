/** Records of appointments as in the files, and the ids of their tenures. */
import { slugOf } from "../../slug.ts";
import { child, children, textOf, type Element } from "../shared/readXml.ts";
import type { Origin } from "../../problems.ts";
import type { NotedDate } from "./appointmentDates.ts";
import { push } from "../../../graph/arrays.ts";

/** The sets of offices. */
export type PocomPart = "country" | "organization" | "principal";

/** A record of an appointment. */
export interface Appointment {
  id: string;
  part: PocomPart;
  /** The mission or position, by its id in the set: `mexico`, `secretary`. */
  office: string;
  /** Whether it is among those who served, or among nominees and other appointees. */
  list: "served" | "named";
  person: string;
  role: string;
  /** The territory of the time, for a mission to a country; empty otherwise. */
  territory: string;
  appointed: NotedDate;
  arrived: NotedDate;
  started: NotedDate;
  ended: NotedDate;
  note: string;
  origin: Origin;
}

/** The four dates of a record, in the order of events. */
export const events = ["appointed", "arrived", "started", "ended"] as const;

const lists: Record<string, Appointment["list"]> = {
  chiefs: "served",
  principals: "served",
  "other-nominees": "named",
  "other-appointees": "named",
};

/** The appointments in the file of a mission or position. */
export function appointmentsIn(root: Element, file: string, part: PocomPart, office: string): Appointment[] {
  return Object.entries(lists).flatMap(([name, list]) =>
    children(root, name)
      .flatMap((each) => [...children(each, "chief"), ...children(each, "principal")])
      .map((record) => appointmentOf(record, { part, office, list, origin: { file, line: record.line } })),
  );
}

function appointmentOf(record: Element, where: Pick<Appointment, "part" | "office" | "list" | "origin">): Appointment {
  const text = (name: string): string => textOf(child(record, name));
  const dated = (name: string): NotedDate => {
    const event = child(record, name);
    return { date: textOf(event && child(event, "date")), note: textOf(event && child(event, "note")) };
  };
  return {
    ...where,
    id: text("id"),
    person: text("person-id"),
    role: text("role-title-id"),
    territory: text("contemporary-territory-id"),
    appointed: dated("appointed"),
    arrived: dated("arrived"),
    started: dated("started"),
    ended: dated("ended"),
    note: text("note"),
  };
}

/**
 * Gives each appointment a tenure id. Some ids are on several records: records that
 * differ only in a missing date share a tenure; others get an id from their differences.
 */
export function tenureIds(appointments: Appointment[]): Map<Appointment, string> {
  const ids = new Map<Appointment, string>();
  for (const [slug, records] of grouped(appointments)) {
    const tenures = sameOnes(records);
    const added = tenures.length > 1 ? differences(tenures.map(([first]) => first!)) : [""];
    for (const [index, tenure] of tenures.entries())
      for (const record of tenure) ids.set(record, `tenure:${slug}${added[index]}`);
  }
  return ids;
}

function grouped(appointments: Appointment[]): Map<string, Appointment[]> {
  const groups = new Map<string, Appointment[]>();
  for (const each of appointments) push(groups, slugOf(each.id), each);
  return groups;
}

function sameOnes(records: Appointment[]): Appointment[][] {
  const tenures: Appointment[][] = [];
  for (const record of records) {
    const tenure = tenures.find((each) => each.every((other) => isSame(other, record)));
    if (tenure) tenure.push(record);
    else tenures.push([record]);
  }
  return tenures;
}

function isSame(a: Appointment, b: Appointment): boolean {
  const sameOffice = (["part", "office", "list", "person", "role", "territory"] as const).every(
    (key) => a[key] === b[key],
  );
  return sameOffice && events.every((event) => a[event].date === b[event].date || !a[event].date || !b[event].date);
}

const traits: ((record: Appointment) => string)[] = [
  ({ person }) => person,
  ({ office }) => office,
  ({ territory }) => territory,
  ({ role }) => role,
  ({ list }) => list,
  (record) => firstDate(record),
];

// As many traits as needed, in a fixed order, without shared ones, so that reading order doesn't matter.
function differences(records: Appointment[]): string[] {
  let endings = records.map(() => "");
  for (const trait of traits) {
    if (new Set(endings).size === records.length) break;
    const values = records.map(trait);
    if (new Set(values).size > 1) endings = endings.map((ending, index) => `${ending}-${slugOf(values[index]!)}`);
  }
  return endings;
}

/** The first date of a record, as written: of the start, or of an earlier step; empty for none. */
export function firstDate({ appointed, arrived, started, ended }: Appointment): string {
  return started.date || arrived.date || appointed.date || ended.date;
}
