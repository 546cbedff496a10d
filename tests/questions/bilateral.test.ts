/** Two states as a pair: the same in either order, in one request, and never beyond the sources. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

// The first client has to wait until the graph has planned its statements.
const { ask } = useService({ limits: { milliseconds: 60_000 } });
const dataOf = async (query: string): Promise<any> => {
  const { data, errors } = await ask(query);
  expect(errors).toBeUndefined();
  return data;
};
/** Compares texts by code points. */
const sorted = (texts: Iterable<string>): string[] => [...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const pair = async (selection: string, a = "US", b = "MX"): Promise<any> =>
  (await dataOf(`{ bilateral(a: { isoAlpha2: "${a}" }, b: { isoAlpha2: "${b}" }) { ${selection} } }`)).bilateral;

describe("which pair", () => {
  test("is the same either way round, and by any key", async () => {
    const text = readFileSync("operations/us-and-mexico.graphql", "utf8");
    const one = await ask(text);
    const other = await ask(
      text.replace('a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }', 'a: { slug: "mx" }, b: { id: "country:us" }'),
    );
    expect(one.errors).toBeUndefined();
    expect(other.data).toEqual(one.data);
    expect(one.data.bilateral.countries.map(({ id }: any) => id)).toEqual(["country:mx", "country:us"]);
  });

  test("is null only when there is no such state", async () => {
    const { data, errors } = await ask(
      `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "XX" }) { countries { id } } }`,
    );
    expect([data, errors]).toEqual([{ bilateral: null }, undefined]);
  });

  test("is of two: the same state twice is refused", async () => {
    const { errors } = await ask(`{ bilateral(a: { isoAlpha2: "US" }, b: { id: "country:us" }) { countries { id } } }`);
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors?.[0]?.message).toContain("country:us");
  });

  test("takes one key each", async () => {
    const { errors } = await ask(
      `{ bilateral(a: { isoAlpha2: "US", slug: "us" }, b: { isoAlpha2: "MX" }) { countries { id } } }`,
    );
    expect(errors).toBeDefined();
  });
});

describe("a pair of which no source tells", () => {
  test("is not covered, which is not none", async () => {
    const found = await pair(
      `relation { id } asOf(date: "2023-12-27") { status coverage } coverage { status sources { count } }
       headsOfMission { posts { id } tenures { totalCount } asOf(date: "2023-12-27") { coverage holdings { certainty } } }
       timeline(kinds: [RELATION_EVENT, TENURE_BEGUN, TENURE_ENDED]) { totalCount nodes { sentence } }`,
      "GT",
      "HN",
    );
    expect(found.relation).toBeNull();
    expect(found.asOf).toEqual({ status: "NOT_KNOWN", coverage: "NOT_COVERED" });
    expect(found.coverage).toEqual({ status: "NOT_COVERED", sources: [] });
    expect(found.timeline).toEqual({ totalCount: 0, nodes: [] });
    for (const mission of found.headsOfMission)
      expect(mission).toEqual({
        posts: [],
        tenures: { totalCount: 0 },
        asOf: { coverage: "NOT_COVERED", holdings: [] },
      });
  });

  test("the one of which sources tell names them", async () => {
    const { coverage } = await pair(`coverage { status sources { subject count source { id } coverage { part } } }`);
    expect(coverage.status).toBe("COVERED");
    const told = coverage.sources.map(({ subject, source }: any) => [subject, source.id]);
    expect(told).toEqual(
      expect.arrayContaining([
        ["RELATION", "source:historian-rdcr"],
        ["MISSIONS", "source:pocom-country-chiefs"],
        ["MEETINGS", "source:historian-travels"],
        ["MEETINGS", "source:cnn-us-mexico-migration-talks"],
      ]),
    );
  });
});

describe("meetings", () => {
  test("are those of the relation, in both directions; who was host is asked by a filter", async () => {
    const { meetings, relation, hostedByUs, hostedByMexico, elsewhere } = await pair(`
      relation { meetings(first: 100) { totalCount nodes { id } } }
      meetings(first: 100) { totalCount nodes { id } }
      hostedByUs: meetings(filter: { host: { isoAlpha2: { eq: "US" } } }) { totalCount }
      hostedByMexico: meetings(filter: { host: { isoAlpha2: { eq: "MX" } } }) { totalCount }
      elsewhere: meetings(filter: { not: { host: { isoAlpha2: { in: ["US", "MX"] } } } }) { totalCount }
    `);
    expect(meetings.totalCount).toBe(relation.meetings.totalCount);
    expect(new Set(meetings.nodes.map(({ id }: any) => id))).toEqual(
      new Set(relation.meetings.nodes.map(({ id }: any) => id)),
    );
    expect(hostedByUs.totalCount + hostedByMexico.totalCount + elsewhere.totalCount).toBe(meetings.totalCount);
    expect(hostedByUs.totalCount * hostedByMexico.totalCount).toBeGreaterThan(0);
  });

  test("page by page, forward and backward, each comes once and in order", async () => {
    const walk = async (backward: boolean): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor = ""; ;) {
        const args = backward
          ? `last: 30 ${cursor && `before: "${cursor}"`}`
          : `first: 30 ${cursor && `after: "${cursor}"`}`;
        const { meetings } = await pair(
          `meetings(${args}) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
        );
        const ids = meetings.nodes.map(({ id }: any) => id as string);
        if (backward) found.unshift(...ids);
        else found.push(...ids);
        if (!(backward ? meetings.pageInfo.hasPreviousPage : meetings.pageInfo.hasNextPage)) return found;
        cursor = backward ? meetings.pageInfo.startCursor : meetings.pageInfo.endCursor;
      }
    };
    const forward = await walk(false);
    expect(await walk(true)).toEqual(forward);
    expect(new Set(forward).size).toBe(forward.length);
    const { meetings } = await pair(`meetings { totalCount }`);
    expect(forward).toHaveLength(meetings.totalCount);
  });

  test("a cursor of another pair is refused", async () => {
    const { meetings, timeline } = await pair(
      `meetings(first: 1) { pageInfo { endCursor } } timeline(first: 1) { pageInfo { endCursor } }`,
    );
    for (const field of [
      `meetings(after: "${meetings.pageInfo.endCursor}")`,
      `timeline(after: "${timeline.pageInfo.endCursor}")`,
    ]) {
      const { errors } = await ask(
        `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "CA" }) { ${field} { pageInfo { endCursor } } } }`,
      );
      expect(errors?.[0]?.extensions.code).toBe("CURSOR_INVALID");
    }
  });

  test("each says why it is there: the part that both took in it", async () => {
    const { meetings } = await pair(`meetings(last: 3) { edges { node { id } claims { subject { id } } } }`);
    for (const { node, claims } of meetings.edges) {
      expect(claims.length).toBeGreaterThan(0);
      const { meeting } = await dataOf(
        `{ meeting(by: { id: "${node.id}" }) { participations(first: 100) { nodes { id country { id } } } } }`,
      );
      const parts = meeting.participations.nodes.filter(({ country }: any) => country !== null);
      const known = new Set(parts.map(({ id }: any) => id));
      for (const { subject } of claims) expect([...known]).toContain(subject.id);
    }
  });
});

test("heads of mission go both ways, and it is told who they were on the day of the talks", async () => {
  const { headsOfMission: missions } = await pair(
    `headsOfMission { sending { id } receiving { id } posts { id accreditedTo { id } country { id } } asOf(date: "2023-12-27") { holdings { certainty tenure { official { name } } } } tenures(first: 100) { nodes { post { id } } } }`,
  );
  expect(missions.map(({ sending, receiving }: any) => [sending.id, receiving.id])).toEqual([
    ["country:mx", "country:us"],
    ["country:us", "country:mx"],
  ]);
  for (const { sending, receiving, posts, tenures } of missions) {
    for (const post of posts) expect([post.country.id, post.accreditedTo.id]).toEqual([sending.id, receiving.id]);
    for (const { post } of tenures.nodes) expect(posts.map(({ id }: any) => id)).toContain(post.id);
  }
  const names = missions.map(({ asOf }: any) => asOf.holdings.map(({ tenure }: any) => tenure.official.name));
  expect(names[1]).toEqual(["Ken Salazar"]);
});

test("policies are those of both, or discussed in a meeting of both; statements those about the pair", async () => {
  const { policies, statements } = await pair(`policies { nodes { id } } statements { nodes { id } }`);
  const told = policies.nodes.map(({ id }: any) => id);
  expect(told).toEqual(
    expect.arrayContaining(["policy:further-work-on-migration", "policy:crackdown-on-migrant-smugglers"]),
  );
  // Only the United States relies on Mexico, and nothing says that they discussed it.
  expect(told).not.toContain("policy:mexico-as-a-buffer");
  const said = statements.nodes.map(({ id }: any) => id);
  expect(said).toEqual(
    expect.arrayContaining([
      "statement:barcena-on-the-talks",
      "statement:administration-official-on-border-management",
    ]),
  );
  expect(said).not.toContain("statement:republicans-on-the-border");
});

test("top officials are counted over the meetings that took place", async () => {
  const { topOfficials } = await pair(
    `topOfficials(first: 100) { count official { id } side { id } earliest { date { firstDay } } latest { date { firstDay } } }`,
  );
  const counts = topOfficials.map(({ count }: any) => count as number);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
  expect(counts.length).toBeGreaterThan(5);
  for (const { official, count, earliest, latest, side } of topOfficials.slice(0, 5)) {
    const own = `{ status: { eq: HELD }, officials: { some: { id: { eq: "${official.id}" } } } }`;
    const { meetings } = await pair(`meetings(filter: ${own}, first: 100) { totalCount nodes { date { firstDay } } }`);
    expect([official.id, count]).toEqual([official.id, meetings.totalCount]);
    expect(earliest.date.firstDay).toBe(meetings.nodes[0].date.firstDay);
    expect(latest.date.firstDay).toBe(meetings.nodes.at(-1).date.firstDay);
    expect(["country:mx", "country:us"]).toContain(side.id);
  }
});

describe("the timeline", () => {
  const selection = `nodes { kind sentence date { edtf firstDay } actor { id } toward { id } entity { id } claims { id subject { id } } sources { id } }`;

  test("is one list in time, whole, each thing with what says so", async () => {
    const { timeline } = await pair(`timeline(first: 100) { totalCount ${selection} }`);
    const days = timeline.nodes.map(({ date }: any) => date.firstDay);
    expect(days).toEqual(sorted(days));
    for (const { sentence, claims, sources, entity, kind } of timeline.nodes) {
      expect(sentence).toMatch(/^\p{Lu}.*[.!?]$/u);
      expect([entity.id, kind, claims.length > 0, sources.length > 0]).toEqual([entity.id, kind, true, true]);
      for (const { subject } of claims) expect(subject.id).toBe(entity.id);
    }
    const kinds = new Set(timeline.nodes.map(({ kind }: any) => kind));
    const { all } = await pair(`all: timeline(last: 100) { ${selection} }`);
    for (const { kind } of all.nodes) kinds.add(kind);
    expect(sorted(kinds as Set<string>)).toEqual([
      "MEETING",
      "POLICY_DISCUSSED",
      "RELATION_EVENT",
      "STATEMENT",
      "TENURE_BEGUN",
      "TENURE_ENDED",
    ]);
  });

  test("tells who acted toward whom", async () => {
    const { timeline } = await pair(`timeline(during: "1845", kinds: [RELATION_EVENT]) { ${selection} }`);
    expect(timeline.nodes).toHaveLength(1);
    expect(timeline.nodes[0]).toMatchObject({
      kind: "RELATION_EVENT",
      date: { edtf: "1845-03-28" },
      actor: { id: "country:mx" },
      toward: { id: "country:us" },
      sentence: "Diplomatic relations of Mexico and the United States broken off by Mexico.",
    });
    const { talks } = await pair(`talks: timeline(during: "2023-12-27", kinds: [MEETING]) { ${selection} }`);
    expect(talks.nodes[0]).toMatchObject({ actor: { id: "country:us" }, toward: { id: "country:mx" } });
  });

  test.each(["ASCENDING", "DESCENDING"])("walked page by page, %s, holds each thing once", async (order) => {
    const walk = async (backward: boolean): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor = ""; ;) {
        const args = backward
          ? `last: 40 ${cursor && `before: "${cursor}"`}`
          : `first: 40 ${cursor && `after: "${cursor}"`}`;
        const { timeline } = await pair(
          `timeline(direction: ${order} ${args}) { nodes { kind date { firstDay } entity { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
        );
        const ids = timeline.nodes.map((each: any) => `${each.date.firstDay} ${each.kind} ${each.entity.id}`);
        if (backward) found.unshift(...ids);
        else found.push(...ids);
        if (!(backward ? timeline.pageInfo.hasPreviousPage : timeline.pageInfo.hasNextPage)) return found;
        cursor = backward ? timeline.pageInfo.startCursor : timeline.pageInfo.endCursor;
      }
    };
    const forward = await walk(false);
    expect(await walk(true)).toEqual(forward);
    const { timeline } = await pair(`timeline { totalCount }`);
    expect(forward).toHaveLength(timeline.totalCount);
    expect(new Set(forward).size).toBe(forward.length);
    const days = forward.map((each) => each.slice(0, 10));
    expect(days).toEqual(order === "ASCENDING" ? sorted(days) : sorted(days).reverse());
  });

  test("has nobody in it who never served", async () => {
    const { timeline } = await pair(
      `timeline(kinds: [TENURE_BEGUN, TENURE_ENDED], first: 100) { nodes { entity { ... on Tenure { id status } } } }`,
    );
    expect(timeline.nodes.length).toBeGreaterThan(20);
    for (const { entity } of timeline.nodes)
      expect([entity.id, ["SERVED", "ACTING", null].includes(entity.status)]).toEqual([entity.id, true]);
  });

  test("of no kind is refused", async () => {
    const { errors } = await ask(
      `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) { timeline(kinds: []) { totalCount } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });
});

describe("counts in time", () => {
  test("the years are without a gap, and hold each meeting and each change once", async () => {
    const { yearly, meetings, relation } = await pair(`
      yearly { year meetings hostedByFirst hostedBySecond elsewhere relationEvents }
      meetings(filter: { status: { eq: HELD } }) { totalCount counts(groupBy: [DATE_YEAR]) { keys { value } count } }
      relation { events { totalCount } }
    `);
    const sum = (field: string): number =>
      yearly.reduce((total: number, year: Record<string, number>) => total + year[field]!, 0);
    expect(yearly.map(({ year }: any) => year)).toEqual(
      yearly.map((_: unknown, index: number) => yearly[0].year + index),
    );
    expect(sum("meetings")).toBe(meetings.totalCount);
    expect(sum("hostedByFirst") + sum("hostedBySecond") + sum("elsewhere")).toBe(meetings.totalCount);
    expect(sum("relationEvents")).toBe(relation.events.totalCount);
    const byYear = new Map(yearly.map((year: any) => [String(year.year), year.meetings]));
    for (const { keys, count } of meetings.counts) expect(byYear.get(keys[0].value)).toBe(count);
  });

  test("the months set meetings beside encounters, each month of a series once", async () => {
    const { monthly } = await pair(
      `monthly(during: "2023-11/2024-02") { month meetingCount meetings { id } encounters { series count qualifier flow { id count nationality { id } demographic period { edtf } } } }`,
    );
    expect(monthly.map(({ month }: any) => month)).toEqual(["2023-11", "2023-12", "2024-01", "2024-02"]);
    const [, december] = monthly;
    expect(december.meetings.map(({ id }: any) => id)).toEqual(["meeting:mexico-city-2023-12-27"]);
    for (const { month, encounters } of monthly) {
      const series = encounters.map((each: any) => each.series);
      expect(new Set(series).size).toBe(series.length);
      for (const { count, flow } of encounters) {
        expect([flow.count, flow.demographic, flow.period.edtf]).toEqual([count, null, month]);
      }
    }
  });

  test.each([
    ["open", "2023-06/..", "BAD_USER_INPUT"],
    ["too long", "1800/2000", "LIMIT_EXCEEDED"],
  ])("a time that is %s is refused before the graph is asked", async (_, during, code) => {
    const { errors, statements } = await ask(
      `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) { monthly(during: "${during}") { month } } }`,
    );
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(statements).toBe(0);
  });
});

test("the whole is one request, whose statements don't grow with what it finds", async () => {
  const text = readFileSync("operations/us-and-mexico.graphql", "utf8");
  const large = await ask(text);
  const small = await ask(
    text.replace('isoAlpha2: "US"', 'isoAlpha2: "GT"').replace('isoAlpha2: "MX"', 'isoAlpha2: "HN"'),
  );
  expect([large.errors, small.errors]).toEqual([undefined, undefined]);
  expect(large.statements).toBeLessThanOrEqual(45);
  expect(large.rows).toBeGreaterThan(small.rows);
});
