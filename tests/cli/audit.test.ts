/** What an audit finds in a graph that says what can't be true, and that it finds nothing in the seed. */
import { describe, expect, test } from "@jest/globals";
import { audit, readNodes, type Nodes } from "../../src/cli/audit/audit.ts";
import { entente } from "../support/commandLine.ts";
import { sharedDatabase, useService } from "../support/service.ts";

const { service } = useService();

/** The findings of a kind among some nodes. */
function found(kind: string, given: Record<string, Record<string, Record<string, unknown>>>): [string, string][] {
  const nodes: Nodes = (type) => new Map(Object.entries(given[type] ?? {}));
  const { unlisted } = audit(nodes).find(({ fault }) => fault.name === kind)!;
  return unlisted.map(({ id, words }) => [id, words]);
}

const day = (name: string, from: string, until = from): Record<string, string> => ({
  [name]: from === until ? from : `${from}/${until}`,
  [`${name}First`]: from,
  [`${name}Last`]: until,
});

describe("outside-life", () => {
  const Country = { "country:a": { ...day("founded", "1922-12-30"), ...day("dissolved", "1991-12-26") } };
  const meeting = (first: string): Parameters<typeof found>[1] => ({
    Country,
    Meeting: { "meeting:m": { hostId: "country:a", ...day("date", first) } },
    Participation: { "participation:p": { meetingId: "meeting:m", countryId: "country:a" } },
  });

  test.each([
    ["before it was founded", "1900-01-01", 2],
    ["after its end", "2000-01-01", 2],
    ["while it was there", "1950-01-01", 0],
    ["in the weeks around", "1992-01-20", 0],
  ])("a meeting with a state %s", (_, first, count) =>
    expect(found("outside-life", meeting(first))).toHaveLength(count),
  );

  test("a tenure that begins before it, and one that goes on after it", () => {
    const given = (tenure: Record<string, string>): Parameters<typeof found>[1] => ({
      Country,
      Post: { "post:p": { accreditedToId: "country:a" } },
      Tenure: { "tenure:t": { postId: "post:p", ...tenure } },
    });
    expect(found("outside-life", given(day("entered", "1900-01-01")))).toEqual([
      ["tenure:t", "1900-01-01 is before country:a was founded, 1922-12-30"],
    ]);
    expect(found("outside-life", given({ ...day("entered", "1990-01-01"), ...day("ended", "1993-01-01") }))).toEqual([
      ["tenure:t", "1993-01-01 is after the end of country:a, 1991-12-26"],
    ]);
  });
});

test("equal-tenures", () => {
  const tenure = { officialId: "official:a", postId: "post:p", status: "SERVED" };
  const given = (second: Record<string, unknown>): Parameters<typeof found>[1] => ({
    Tenure: {
      "tenure:1": { ...tenure, ...day("entered", "2000-01-01"), ...day("ended", "2004-01-01") },
      "tenure:2": second,
    },
  });
  const overlapping = { ...tenure, ...day("entered", "2003-01-01") };
  expect(found("equal-tenures", given(overlapping))).toEqual([["tenure:2", "is tenure:1 again"]]);
  expect(found("equal-tenures", given({ ...overlapping, status: "ACTING" }))).toEqual([]);
  expect(found("equal-tenures", given({ ...overlapping, officialId: "official:b" }))).toEqual([]);
  expect(found("equal-tenures", given({ ...tenure, ...day("entered", "2004-01-01") }))).toEqual([]);
});

test("counted-twice, and members-without-head", () => {
  const meeting = { status: "HELD", hostId: "country:a" };
  const part = (to: string, official: string, role: string): Record<string, string> => ({
    meetingId: `meeting:${to}`,
    officialId: `official:${official}`,
    onBehalfOfId: "country:us",
    role,
  });
  const given = (dates: Record<string, string>, more: Record<string, string> = {}): Parameters<typeof found>[1] => ({
    Meeting: {
      "meeting:1": { ...meeting, ...day("date", "2000-01-01", "2000-01-03") },
      "meeting:2": { ...meeting, ...dates, ...more },
    },
    Participation: {
      "participation:1": part("1", "head", "HEAD_OF_DELEGATION"),
      "participation:2": part("1", "met", "COUNTERPART"),
      "participation:3": part("2", "member", "MEMBER"),
      "participation:4": part("2", "met", "COUNTERPART"),
      "participation:5": part("2", "head", "COUNTERPART"),
    },
  });
  const during = day("date", "2000-01-02");
  expect(found("counted-twice", given(during)).map(([id]) => id)).toEqual(["meeting:1 meeting:2"]);
  expect(found("counted-twice", given(during, { partOfId: "meeting:1" }))).toEqual([]);
  expect(found("counted-twice", given(day("date", "2000-01-03")))).toEqual([]);
  expect(found("members-without-head", given(during))).toEqual([["participation:3", "the head is in meeting:1"]]);
  expect(found("members-without-head", given(day("date", "2000-02-02")))).toEqual([]);
});

test("the seed has none, and the command says so", async () => {
  const { door } = service();
  const nodes = await readNodes((text, parameters = {}) => door.run(text, parameters, 60_000));
  expect(nodes("Meeting").size).toBeGreaterThan(0);
  expect(audit(nodes).flatMap(({ unlisted }) => unlisted)).toEqual([]);
  const { code, out } = await entente(["audit"], await sharedDatabase());
  expect([code, out]).toEqual([0, expect.stringMatching(/^outside-life: 0, and \d+ that are explained/)]);
});

test("dead: who took part in a meeting that was held, or entered an office, after their death", () => {
  const given = (day1: string, status: string, death: Record<string, string>): Parameters<typeof found>[1] => ({
    Official: { "official:a": { name: "Ann Able", ...death } },
    Meeting: { "meeting:m": { status, ...day("date", day1) } },
    Participation: { "participation:p": { meetingId: "meeting:m", officialId: "official:a" } },
    Tenure: { "tenure:t": { officialId: "official:a", ...day("entered", day1) } },
  });
  const death = day("death", "1950-01-01", "1950-12-31");
  expect(found("dead", given("1951-01-01", "HELD", death)).map(([id]) => id)).toEqual(["participation:p", "tenure:t"]);
  expect(found("dead", given("1951-01-01", "CANCELLED", death)).map(([id]) => id)).toEqual(["tenure:t"]);
  expect(found("dead", given("1950-06-01", "HELD", death))).toEqual([]);
  expect(found("dead", given("1951-01-01", "HELD", {}))).toEqual([]);
});

test.each([
  ["Ministerial Meeting", true],
  ["Kurdish Regional Government", true],
  ["Elect Adama Barrow", true],
  ["???", true],
  ["Adama Barrow", false],
  ["김대중", false],
])("no-person: %s", (name, isFound) =>
  expect(found("no-person", { Official: { "official:a": { name } } })).toHaveLength(isFound ? 1 : 0),
);
