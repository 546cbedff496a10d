/** Who held an office on a day, from its tenures alone. */
import { describe, expect, test } from "@jest/globals";
import { holdersOn, type TenureFacts } from "../../../src/questions/asOf/holding.ts";

interface Given {
  begun?: string;
  ended?: string;
  attested?: string[];
  /** Named, but never held the office. */
  declined?: boolean;
  acting?: boolean;
  /** The source shows it at times, such as each year, rather than giving beginning and end. */
  shown?: boolean;
}

/** The end of the source's coverage of the office. */
const covered = "2020-12-31";

function tenure(id: string, { begun, ended, attested = [], declined, acting, shown }: Given): TenureFacts {
  return {
    id,
    officialId: `official:${id}`,
    held: declined !== true,
    acting: acting === true,
    begun: begun ?? null,
    ended: ended ?? null,
    attested,
    sourceIds: ["source:list"],
    showingIds: shown ? ["source:list"] : [],
  };
}

/** Those who held it, each with the certainty, in order. */
function on(day: string, given: Record<string, Given>): [string, string][] {
  const tenures = Object.entries(given).map(([id, each]) => tenure(id, each));
  const covering = day <= covered ? [{ sourceId: "source:list", until: covered }] : [];
  return holdersOn(tenures, day, covering).map(({ tenure: { id }, certainty }) => [id, certainty]);
}

describe("a tenure with a beginning and an end", () => {
  const whole = { begun: "2001-02-03", ended: "2004-05-06" };

  test.each([
    ["the day before it began", "2001-02-02", []],
    ["its first day", "2001-02-03", [["a", "CERTAIN"]]],
    ["its last day", "2004-05-06", [["a", "CERTAIN"]]],
    ["the day after", "2004-05-07", []],
  ])("%s", (_, day, expected) => expect(on(day, { a: whole })).toEqual(expected));

  test.each([
    ["a day of the year in which it began", "2001-06-01", [["a", "UNKNOWN"]]],
    ["a day of the year in which it ended", "2004-01-01", [["a", "CERTAIN"]]],
    ["a later day of that year", "2004-06-01", [["a", "UNKNOWN"]]],
    ["the year after", "2005-01-01", []],
  ])("known by its years: %s", (_, day, expected) =>
    expect(on(day, { a: { begun: "2001", ended: "2004" } })).toEqual(expected),
  );

  test("does not count when it was declined", () => {
    expect(on("2002-01-01", { a: { ...whole, declined: true } })).toEqual([]);
  });
});

describe("a tenure without an end", () => {
  test.each([
    ["lasts while the source covers the office", covered, [["a", "ASSUMED"]]],
    ["is no answer later", "2021-01-01", []],
  ])("%s", (_, day, expected) => expect(on(day, { a: { begun: "2019-08-26" } })).toEqual(expected));

  test("ends when another one takes up the office", () => {
    const both = { a: { begun: "2010" }, b: { begun: "2015-03-01" } };
    expect(on("2015-02-28", both)).toEqual([["a", "ASSUMED"]]);
    expect(on("2015-03-01", both)).toEqual([["b", "ASSUMED"]]);
  });

  test("goes on beside one who acts, and beside one who declined", () => {
    expect(on("2016-01-01", { a: { begun: "2010" }, b: { begun: "2015", acting: true } })).toEqual([
      ["a", "ASSUMED"],
      ["b", "ASSUMED"],
    ]);
    expect(on("2016-01-01", { a: { begun: "2010" }, b: { begun: "2015", declined: true } })).toEqual([
      ["a", "ASSUMED"],
    ]);
  });

  test("is certain up to the last day on which a source shows it, and then only if a source that tells ends covers it", () => {
    const yearbook = { a: { begun: "2010", attested: ["2012/2014-06"], shown: true } };
    expect(on("2011-01-01", yearbook)).toEqual([["a", "CERTAIN"]]);
    expect(on("2014-06-30", yearbook)).toEqual([["a", "CERTAIN"]]);
    expect(on("2014-07-01", yearbook)).toEqual([]);
  });
});

describe("a tenure without a beginning", () => {
  test("may have held before its end", () => {
    expect(on("2003-01-01", { a: { ended: "2004-05-06" } })).toEqual([["a", "UNKNOWN"]]);
  });

  test("had not begun on a day after which another one took the office up", () => {
    expect(on("2001-01-01", { a: { ended: "2004-05-06" }, b: { begun: "2002-01-01", ended: "2003-01-01" } })).toEqual(
      [],
    );
  });

  test("is certain where a source shows it, and unknown elsewhere", () => {
    expect(on("2003-05-01", { a: { attested: ["2003-05"] } })).toEqual([["a", "CERTAIN"]]);
    expect(on("2003-06-01", { a: { attested: ["2003-05"] } })).toEqual([]);
  });
});

test("the surest comes first", () => {
  const all = {
    a: { ended: "2004" },
    b: { begun: "2000" },
    c: { begun: "2000-01-01", ended: "2002-01-01" },
  };
  expect(on("2001-01-01", all).map(([, certainty]) => certainty)).toEqual(["CERTAIN", "ASSUMED", "UNKNOWN"]);
});
