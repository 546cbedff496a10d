/** The derived times of entities: open, unknown, or never in effect. */
import "../../src/entities/entities.ts";
import { expect, test } from "@jest/globals";
import { typeNamed } from "../../src/graph/model/model.ts";
import { heldOf } from "../../src/ingest/settling/heldDays.ts";

const cases: [what: string, type: string, properties: Record<string, unknown>, held: Record<string, unknown>][] = [
  ["an event", "Meeting", { date: "2023-12" }, { datedBy: "date", heldFirst: "2023-12-01", heldLast: "2023-12-31" }],
  ["an event of an unknown day", "Meeting", {}, { heldFirst: "unknown", heldLast: "unknown" }],
  ["one that goes on", "Flow", { period: "2021/.." }, { datedBy: "period", heldFirst: "2021-01-01", heldLast: "open" }],
  [
    "one of an unknown beginning",
    "Meeting",
    { date: "../2021" },
    { datedBy: "date", heldFirst: "0000", heldLast: "2021-12-31" },
  ],
  ["one that was cancelled", "Meeting", { date: "2023-12", status: "CANCELLED" }, { datedBy: "date" }],
  ["what has no time", "Topic", { name: "Poverty" }, {}],
  ["what has the time of another", "Participation", { meetingId: "meeting:a" }, {}],
  ["a state of which no date is known", "Country", {}, { heldFirst: "0000", heldLast: "unknown" }],
  [
    "a state that was dissolved",
    "Country",
    { dissolved: "1991-12-26" },
    { heldFirst: "0000", heldLast: "1991-12-26", shownLast: "1991-12-26" },
  ],
  [
    "a state that a source says goes on",
    "Country",
    { founded: "1776", noValue: ["dissolved"] },
    { datedBy: "founded", heldFirst: "1776-01-01", heldLast: "open", shownLast: "1776-12-31" },
  ],
  ["a source", "Source", { date: "2020-01-02" }, { datedBy: "date", heldFirst: "2020-01-02", heldLast: "2020-01-02" }],
  [
    "a tenure: the most exact beginning, its end",
    "Tenure",
    { appointed: "2019-07", entered: "2019-08-26", ended: "2021-01-20", status: "SERVED" },
    { datedBy: "entered", heldFirst: "2019-08-26", heldLast: "2021-01-20", shownLast: "2021-01-20" },
  ],
  [
    "one without an end: the last day that anything shows it",
    "Tenure",
    { appointed: "2019-07", attested: ["2020-05", "2020-01-03/2020-02-04"] },
    { datedBy: "appointed", heldFirst: "2019-07-01", heldLast: "unknown", shownLast: "2020-05-31" },
  ],
  [
    "one that is only shown",
    "Tenure",
    { attested: ["2020-05", "2020-01-03/2020-02-04"] },
    { heldFirst: "2020-01-03", heldLast: "unknown", shownLast: "2020-05-31" },
  ],
  [
    "one of which the end alone is known",
    "Tenure",
    { ended: "1990" },
    { heldFirst: "1990-01-01", heldLast: "1990-12-31", shownLast: "1990-12-31" },
  ],
  ["a nomination that was rejected", "Tenure", { appointed: "2019-07", status: "REJECTED" }, { datedBy: "appointed" }],
];

test.each(cases)("%s", (_, type, properties, held) => {
  expect(heldOf(typeNamed(type)!, properties)).toEqual(held);
});
