/** Who held an office on a day, from its tenures alone. */
import { describe, expect, test } from "@jest/globals";
import { holdersOn, vacanciesOn, type TenureFacts } from "../../../src/questions/asOf/holding.ts";

interface Given {
  begun?: string;
  ended?: string;
  attested?: string[];
  /** Named, but never held the office. */
  declined?: boolean;
  acting?: boolean;
  /** The source shows it at times, such as each year, rather than giving beginning and end. */
  shown?: boolean;
  /** The days by which such a source may be late. */
  lag?: number;
}

/** The end of the source's coverage of the office. */
const covered = "2020-12-31";

function tenure(id: string, { begun, ended, attested = [], declined, acting, shown, lag = 0 }: Given): TenureFacts {
  return {
    id,
    officialId: `official:${id}`,
    held: declined !== true,
    acting: acting === true,
    begun: begun ?? null,
    ended: ended ?? null,
    attested,
    sourceIds: ["source:list"],
    showing: shown ? [{ sourceId: "source:list", lag }] : [],
  };
}

/** Those who held it, each with the certainty, in order. */
function on(
  day: string,
  given: Record<string, Given>,
  { seats = null, vacant = [] }: { seats?: number | null; vacant?: string[] } = {},
): [string, string][] {
  const tenures = Object.entries(given).map(([id, each]) => tenure(id, each));
  const covering = day <= covered ? [{ sourceId: "source:list", until: covered }] : [];
  const vacancies = vacant.map((period) => ({ period, sourceId: "source:list" }));
  return holdersOn({ seats, vacancies, tenures }, day, covering).map(({ tenure: { id }, certainty }) => [
    id,
    certainty,
  ]);
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

describe("an office for one", () => {
  const late = { begun: "2001-01-01", ended: "2005-05-05" };
  const next = { begun: "2004-04-04", ended: "2009-01-01" };

  test("has one certain holder: who began last", () => {
    expect(on("2005-01-01", { late, next }, { seats: 1 })).toEqual([
      ["next", "CERTAIN"],
      ["late", "UNKNOWN"],
    ]);
    expect(on("2005-01-01", { late, next }, { seats: 2 }).map(([, certainty]) => certainty)).toEqual([
      "CERTAIN",
      "CERTAIN",
    ]);
    expect(on("2005-01-01", { late, next })).toHaveLength(2);
  });

  test("has no certain one when two began on one day, or nobody knows when", () => {
    const same = { a: { begun: "2004-04-04", ended: "2005-05-05" }, b: next };
    expect(on("2005-01-01", same, { seats: 1 }).map(([, certainty]) => certainty)).toEqual(["UNKNOWN", "UNKNOWN"]);
    const shown = { attested: ["2004-01-01/2006-01-01"], shown: true };
    expect(on("2005-01-01", { a: shown, b: shown }, { seats: 1 })).toEqual([
      ["a", "UNKNOWN"],
      ["b", "UNKNOWN"],
    ]);
  });

  test("may have somebody acting beside", () => {
    expect(on("2005-01-01", { next, acting: { ...late, acting: true } }, { seats: 1 })).toEqual([
      ["acting", "CERTAIN"],
      ["next", "CERTAIN"],
    ]);
  });
});

describe("a source that may be late", () => {
  const shown = { begun: "2001-01-01", attested: ["2001-02-01/2004-12-31"], shown: true, lag: 100 };

  test.each([
    ["well before it was shown for the last time", "2004-09-01", "CERTAIN"],
    ["within these days", "2004-12-01", "ASSUMED"],
    ["on the last day", "2004-12-31", "ASSUMED"],
  ])("%s", (_, day, certainty) => expect(on(day, { a: shown })).toEqual([["a", certainty]]));

  test("an edition that shows somebody for the first time is news", () => {
    expect(on("2004-12-30", { a: { ...shown, attested: ["2004-12-30/2004-12-31"] } })).toEqual([["a", "CERTAIN"]]);
  });
});

describe("an office that a source calls vacant", () => {
  const before = { begun: "2001-01-01", attested: ["2001-02-01/2004-12-31"], shown: true };
  const vacant = ["2004-06-01/2005-03-01"];

  test("is not held for certain by whoever held it before, and may be by who acts", () => {
    const given = { before, acting: { begun: "2004-06-02", ended: "2005-01-01", acting: true } };
    expect(on("2004-07-01", given, { seats: 1, vacant })).toEqual([
      ["acting", "CERTAIN"],
      ["before", "UNKNOWN"],
    ]);
  });

  test("is held by who took it up since", () => {
    const given = { before, next: { begun: "2004-09-01", ended: "2009-01-01" } };
    expect(on("2004-10-01", given, { seats: 1, vacant })[0]).toEqual(["next", "CERTAIN"]);
    const office = {
      seats: 1,
      vacancies: [{ period: vacant[0]!, sourceId: "source:list" }],
      tenures: Object.entries(given).map(([id, each]) => tenure(id, each)),
    };
    expect(vacanciesOn(office, "2004-07-01")).toHaveLength(1);
    expect(vacanciesOn(office, "2004-10-01")).toEqual([]);
    expect(vacanciesOn(office, "2005-03-02")).toEqual([]);
  });
});
