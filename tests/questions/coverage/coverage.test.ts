/** Whether absence means anything: distinguishes "none" from "not covered". */
import { describe, expect, test } from "@jest/globals";
import { useService } from "../../support/service.ts";

const { ask } = useService({ limits: { milliseconds: 60_000 } });

async function coverage(of: string, during: string, about: string): Promise<any> {
  const { data, errors, statements } = await ask(
    `query Coverage($of: ID!, $during: EDTF!, $about: FactKind!) {
      coverage(of: { id: $of }, during: $during, about: $about) {
        verdict basis factCount gaps { from until what } parts { part from until extent days { from until } source { id } } of { id }
      }
    }`,
    { of, during, about },
  );
  expect(errors).toBeUndefined();
  expect(statements).toBeLessThanOrEqual(5);
  return data.coverage;
}

const sourcesOf = ({ parts }: { parts: any[] }): string[] => [
  ...new Set(parts.filter(({ days }) => days).map(({ source }) => source.id as string)),
];

describe("the ambassador to Mexico", () => {
  const post = "post:us-ambassador-to-mx";

  test("of 2022 is told of by the Factbook; the list of chiefs of mission ends before", async () => {
    const found = await coverage(post, "2022", "TENURES");
    expect(found).toMatchObject({ verdict: "FOUND", gaps: [] });
    expect(sourcesOf(found)).toEqual(["source:factbook"]);
    const list = found.parts.find(({ source }: any) => source.id === "source:pocom-country-chiefs");
    expect(list).toMatchObject({ until: "2020-10-31", days: null, extent: "WHOLE" });
  });

  test("of 2018 is told of by the list alone: no edition of the Factbook is of that year", async () => {
    const found = await coverage(post, "2018", "TENURES");
    expect(found.verdict).toBe("FOUND");
    expect(sourcesOf(found)).toEqual(["source:pocom-country-chiefs"]);
  });

  test("of November 2020 is covered by neither for some days, which are told", async () => {
    const { gaps } = await coverage(post, "2020-11", "TENURES");
    expect(gaps).toEqual([
      { from: "2020-11-01", until: "2020-11-23", what: expect.stringContaining("Chief of mission") },
    ]);
  });

  test("of 1700 or of 2030 is covered by nothing, and the sentence tells from when until when sources reach", async () => {
    for (const during of ["1700", "2030"]) {
      const found = await coverage(post, during, "TENURES");
      expect(found).toMatchObject({ verdict: "NOT_COVERED", factCount: 0 });
      expect(found.basis).toContain("source:factbook covers 2015-10-26 to 2017-03-29");
    }
  });
});

describe("Mexico's ambassador to the United States", () => {
  test("is told of by the Factbook alone, and not in the years without an edition", async () => {
    const found = await coverage("post:mx-ambassador-to-us", "2016/2021", "TENURES");
    expect(found.verdict).toBe("FOUND");
    expect(sourcesOf(found)).toEqual(["source:factbook"]);
    expect(found.gaps).toMatchObject([{ from: "2017-03-30", until: "2020-11-23" }]);
    expect(await coverage("post:mx-ambassador-to-us", "1990", "TENURES")).toMatchObject({ verdict: "NOT_COVERED" });
  });
});

describe("the pair", () => {
  const pair = "bilateral-relation:mx-us";

  test("has meetings both ways, each covered by its own list; a year without one is none", async () => {
    const found = await coverage(pair, "2023", "MEETINGS");
    expect(found).toMatchObject({ verdict: "FOUND", gaps: [], of: { id: pair } });
    expect(sourcesOf(found)).toEqual(["source:historian-travels", "source:historian-visits"]);
    const { data } = await ask(
      `{ bilateralRelation(by: { id: "${pair}" }) { meetings(filter: { date: { overlaps: "2023" }, status: { eq: HELD } }) { totalCount } } }`,
    );
    expect(found.factCount).toBe(data.bilateralRelation.meetings.totalCount);
    expect(found.factCount).toBeGreaterThan(0);
    const none = await coverage(pair, "1891", "MEETINGS");
    expect(none).toMatchObject({ verdict: "NONE", factCount: 0, gaps: [] });
    expect(none.basis).toBe("None reported, though source:historian-travels, source:historian-visits would report it.");
  });

  test("before there were lists, or after one of two ends, is not or partly covered", async () => {
    expect(await coverage(pair, "1850", "MEETINGS")).toMatchObject({ verdict: "NOT_COVERED" });
    const half = await coverage(pair, "2025-01", "MEETINGS");
    expect(half.gaps).toEqual([
      { from: "2025-01-01", until: "2025-01-31", what: "meetings of both with United States as host" },
    ]);
    expect(half.verdict).toBe(half.factCount > 0 ? "FOUND" : "PARTLY_COVERED");
  });

  test("has relations until the last change that the list has, and never after", async () => {
    expect(await coverage(pair, "1845", "RELATIONS")).toMatchObject({ verdict: "FOUND" });
    expect(await coverage(pair, "1990", "RELATIONS")).toMatchObject({ verdict: "NONE" });
    expect(await coverage(pair, "2050", "RELATIONS")).toMatchObject({ verdict: "NOT_COVERED" });
    const { gaps } = await coverage(pair, "2024/..", "RELATIONS");
    expect(gaps).toMatchObject([{ from: "2025-01-01", until: null }]);
  });

  test("has numbers of the one's nationals at the other's border, and none the other way", async () => {
    const found = await coverage(pair, "2023-12", "FLOWS");
    expect(found.verdict).toBe("FOUND");
    expect(found.gaps).toEqual([
      {
        from: "2023-12-01",
        until: "2023-12-31",
        what: expect.stringMatching(/United States at the borders of Mexico/),
      },
    ]);
    expect(await coverage(pair, "1950", "FLOWS")).toMatchObject({ verdict: "NOT_COVERED" });
  });
});

describe("a state", () => {
  test("other than the one of the record is covered in part", async () => {
    const cuba = await coverage("country:cu", "2010", "MEETINGS");
    expect(cuba).toMatchObject({ verdict: "PARTLY_COVERED", factCount: 0 });
    expect(cuba.parts.map(({ extent }: any) => extent)).toEqual(["PART", "PART"]);
    expect(await coverage("country:cu", "1840", "MEETINGS")).toMatchObject({
      verdict: "NOT_COVERED",
      parts: [{ days: null }, { days: null }],
    });
  });
});

describe("two states, of whose relation nothing is known here,", () => {
  test("are not covered, whatever is asked but who heads them", async () => {
    for (const about of ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"]) {
      const { data } = await ask(
        `{ coverage(of: { id: "country:mx" }, with: { id: "country:fr" }, during: "2010", about: ${about}) { verdict factCount parts { part } basis } }`,
      );
      expect(data.coverage).toEqual({
        verdict: "NOT_COVERED",
        factCount: 0,
        parts: [],
        basis: "No source reports such facts.",
      });
    }
  });

  test("say the same as their relation, where there is one", async () => {
    for (const about of ["MEETINGS", "TENURES", "RELATIONS", "FLOWS"]) {
      const { data } = await ask(
        `{ one: coverage(of: { id: "country:us" }, with: { id: "country:mx" }, during: "2016/2023", about: ${about}) { ...Told }
           other: coverage(of: { id: "bilateral-relation:mx-us" }, during: "2016/2023", about: ${about}) { ...Told } }
         fragment Told on CoverageAnswer { verdict factCount gaps { from until } parts { part days { from until } } }`,
      );
      expect(data.one).toEqual(data.other);
      expect(data.one.verdict).toBe(about === "RELATIONS" ? "NONE" : "FOUND");
    }
  });

  test("are two countries", async () => {
    const { errors } = await ask(
      `{ coverage(of: { id: "country:mx" }, with: { id: "country:mx" }, during: "2010", about: FLOWS) { verdict } }`,
    );
    expect(errors![0]!.message).toMatch(
      /"of" and "with" must be two different countries; got "country:mx" with "country:mx"/,
    );
  });
});

describe("an official", () => {
  test("is covered where a list follows the office, or the other side", async () => {
    const secretary = await coverage("official:blinken-antony-j", "2022-01", "MEETINGS");
    expect(sourcesOf(secretary)).toContain("source:historian-travels");
    expect(secretary.parts.find(({ source }: any) => source.id === "source:historian-travels").extent).toBe("WHOLE");
    const ambassador = await coverage("official:landau-christopher", "2020-02", "MEETINGS");
    expect(ambassador.verdict).not.toBe("NONE");
    expect(sourcesOf(ambassador)).toEqual(["source:historian-visits"]);
    expect(ambassador.gaps).toMatchObject([{ what: "meetings of Christopher Landau abroad" }]);
  });
});

describe("a place", () => {
  test("at home or abroad is covered by the list that leads there", async () => {
    const { parts } = await coverage("place:washington-dc", "2000", "MEETINGS");
    expect(parts.map(({ source, extent }: any) => [source.id, extent])).toEqual([["source:historian-visits", "WHOLE"]]);
    expect(await coverage("place:us-mexico-border", "2023-12", "FLOWS")).toMatchObject({ verdict: "FOUND", gaps: [] });
  });
});

describe("what can't be asked", () => {
  test.each([
    ["topic:poverty", "2020", "MEETINGS", /"of" is an id that begins with "bilateral-relation:".*got "topic:poverty"/],
    ["post:us-ambassador-to-mx", "2020", "FLOWS", /for the type Post, "about" is one of TENURES; got FLOWS/],
    ["country:mx", "20-20", "MEETINGS", /is not a date/],
  ])("%s %s %s is refused before a statement is sent", async (of, during, about, message) => {
    const { errors, statements } = await ask(
      `{ coverage(of: { id: "${of}" }, during: "${during}", about: ${about}) { verdict } }`,
    );
    expect(errors![0]!.message).toMatch(message);
    expect(errors![0]!.extensions.code).toBe("BAD_USER_INPUT");
    expect(statements ?? 0).toBe(0);
  });

  test("an unknown id is null", async () => {
    expect(await coverage("country:nowhere", "2020", "MEETINGS")).toBeNull();
  });
});
