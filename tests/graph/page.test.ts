/** Pages: their content, and each kind of invalid request. */
import { describe, expect, test } from "@jest/globals";
import { readEdtf } from "../../src/graph/edtf.ts";
import { useService } from "../support/service.ts";

const { ask } = useService();

const misuse: [string, string, string, RegExp][] = [
  ["a negative number", "{ meetings(first: -2) { nodes { id } } }", "BAD_USER_INPUT", /0 to 100; got -2/],
  [
    "more than a page may have",
    "{ meetings(first: 100000) { nodes { id } } }",
    "LIMIT_EXCEEDED",
    /at most 100; got 100000/,
  ],
  ["no cursor at all", '{ meetings(after: "zzz") { nodes { id } } }', "CURSOR_INVALID", /not a cursor: "zzz"/],
  ["both ends at once", "{ meetings(first: 1, last: 1) { nodes { id } } }", "BAD_USER_INPUT", /not both/],
  ["a malformed id", '{ meeting(by: { id: "Mexico!" }) { name } }', "BAD_USER_INPUT", /"Mexico!" is not an id/],
  ["an id of no kind", '{ node(id: "meting:a") { id } }', "BAD_USER_INPUT", /did you mean "meeting"/],
  [
    "an id of another kind",
    '{ meeting(by: { id: "country:mx" }) { name } }',
    "BAD_USER_INPUT",
    /begins with "meeting:"/,
  ],
  [
    "an unknown word of an enumeration",
    "{ meetings(filter: { kind: { eq: TALK } }) { nodes { id } } }",
    "GRAPHQL_VALIDATION_FAILED",
    /"TALK" does not exist .*Did you mean the enum value "TALKS"/,
  ],
  [
    "a malformed date",
    '{ meetings(filter: { date: { overlaps: "2023-02-30" } }) { nodes { id } } }',
    "BAD_USER_INPUT",
    /"2023-02-30" is not a date/,
  ],
  [
    "two keys",
    '{ country(by: { isoAlpha2: "MX", slug: "mx" }) { id } }',
    "GRAPHQL_VALIDATION_FAILED",
    /exactly one key/i,
  ],
  ["no key", "{ country(by: {}) { id } }", "GRAPHQL_VALIDATION_FAILED", /exactly one key/i],
  [
    "misuse below a list",
    "{ meetings { nodes { participations(first: -1) { nodes { id } } } } }",
    "BAD_USER_INPUT",
    /Meeting.participations.*got -1/,
  ],
  ["a null condition", "{ meetings(filter: { name: { eq: null } }) { nodes { id } } }", "BAD_USER_INPUT", /got null/],
];

describe("misuse is told before a statement is sent", () => {
  test.each(misuse)("%s", async (_, query, code, message) => {
    const { errors, statements, body } = await ask(query);
    expect(errors?.map((each) => each.extensions.code)).toEqual([code]);
    expect(errors![0]!.message).toMatch(message);
    expect(statements ?? 0).toBe(0);
    expect(body).not.toContain("stacktrace");
  });

  test("a malformed date and a malformed id in variables", async () => {
    const date = await ask(
      "query ($date: EDTF!) { meetings(filter: { date: { overlaps: $date } }) { nodes { id } } }",
      { date: "soon" },
    );
    expect(date.errors?.[0]).toMatchObject({
      message: expect.stringContaining('"soon" is not a date'),
      extensions: { code: "BAD_USER_INPUT" },
    });
    const id = await ask("query ($id: ID!) { node(id: $id) { id } }", { id: "x" });
    expect(id.errors?.[0]).toMatchObject({
      message: expect.stringContaining('"x" is not an id'),
      extensions: { code: "BAD_USER_INPUT" },
    });
    expect([date.statements ?? 0, id.statements ?? 0]).toEqual([0, 0]);
  });

  test("a cursor of another list, or of another filter", async () => {
    const { data } = await ask(
      "{ countries(first: 1) { pageInfo { endCursor } } meetings(first: 1, filter: { status: { eq: HELD } }) { pageInfo { endCursor } } }",
    );
    for (const cursor of [data.countries.pageInfo.endCursor, data.meetings.pageInfo.endCursor]) {
      const { errors, statements } = await ask("query ($after: String) { meetings(after: $after) { nodes { id } } }", {
        after: cursor,
      });
      expect(errors?.[0]).toMatchObject({
        extensions: { code: "CURSOR_INVALID" },
        message: expect.stringMatching(/another list or filter/),
      });
      expect(statements ?? 0).toBe(0);
    }
  });
});

test("a cursor of another parent's list", async () => {
  const { data } = await ask(
    '{ meeting(by: { slug: "mexico-city-2023-12-27" }) { participations(first: 1) { pageInfo { endCursor } } } }',
  );
  const { errors } = await ask(
    'query ($after: String) { meeting(by: { slug: "washington-2024-01" }) { participations(after: $after) { nodes { id } } } }',
    { after: data.meeting.participations.pageInfo.endCursor },
  );
  expect(errors?.[0]?.extensions.code).toBe("CURSOR_INVALID");
});

test("a page between two cursors tells of what is before and after it", async () => {
  const { data } = await ask("{ claims(first: 5) { edges { cursor } } }");
  const [first, , third] = data.claims.edges.map((edge: { cursor: string }) => edge.cursor);
  const between = "nodes { id } pageInfo { hasNextPage hasPreviousPage }";
  const { data: pages } = await ask(
    `query ($first: String, $third: String) { a: claims(last: 2, after: $first, before: $third) { ${between} } b: claims(first: 2, after: $first, before: $third) { ${between} } }`,
    { first, third },
  );
  for (const page of [pages.a, pages.b]) {
    expect(page.nodes).toHaveLength(1);
    expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true });
  }
});

test.each([
  ["XXXX", null, null],
  ["199X", "1990-01-01", "1999-12-31"],
  ["2021/..", "2021-01-01", null],
])("%s can mean any day from %s to %s", async (edtf, firstDay, lastDay) => {
  expect(readEdtf(edtf)).toEqual({ edtf, firstDay, lastDay });
});

test.each(["-0050", "2023-02-3X", "2023-02-30", "[1985..1999}"])("%s is not a date here", (edtf) => {
  expect(() => readEdtf(edtf)).toThrow(/is not a date/);
});

test("what isn't there is null", async () => {
  const { data, errors } = await ask(
    '{ node(id: "country:zz") { id } country(by: { isoAlpha2: "ZZ" }) { id } nodes(ids: ["country:mx", "country:zz"]) { id } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: null, country: null, nodes: [{ id: "country:mx" }, null] });
});

describe("walking a list page by page", () => {
  const lists = ["claims", "participations", "statements", "countries", "flows"];

  test.each(lists)("%s, forward and backward, gives each item once and in order", async (list) => {
    // Of thousands, larger pages.
    const size = list === "claims" ? 97 : 7;
    const all: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await ask(
        `query ($after: String) { ${list}(first: ${size}, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
        { after },
      );
      all.push(...data[list].nodes.map((node: { id: string }) => node.id));
      ({ hasNextPage: more, endCursor: after } = data[list].pageInfo);
      if (!more) expect(all).toHaveLength(data[list].totalCount);
    }
    expect(new Set(all).size).toBe(all.length);

    const backward: string[] = [];
    for (let before: string | null = null, more = true; more;) {
      const { data } = await ask(
        `query ($before: String) { ${list}(last: ${size}, before: $before) { nodes { id } pageInfo { hasPreviousPage startCursor } } }`,
        { before },
      );
      backward.unshift(...data[list].nodes.map((node: { id: string }) => node.id));
      ({ hasPreviousPage: more, startCursor: before } = data[list].pageInfo);
    }
    expect(backward).toEqual(all);
  });
});

test("an empty page has no cursors, and a count needs no page", async () => {
  const { data, statements } = await ask(
    "{ meetings(first: 0) { nodes { id } pageInfo { hasNextPage startCursor } } countries { totalCount } }",
  );
  expect(data.meetings).toEqual({ nodes: [], pageInfo: { hasNextPage: true, startCursor: null } });
  expect(data.countries.totalCount).toBeGreaterThan(3);
  expect(statements).toBe(2);
});

test("an empty cursor is the beginning, and an empty `and` no condition", async () => {
  const { data, errors } = await ask(`{
    meetings(first: 3) { nodes { id } }
    after: meetings(first: 3, after: "") { nodes { id } }
    before: meetings(first: 3, before: "") { nodes { id } }
    and: meetings(first: 3, filter: { and: [] }) { nodes { id } }
    nested: meetings(first: 3, filter: { not: { not: { and: [] } } }) { nodes { id } }
  }`);
  expect(errors).toBeUndefined();
  for (const list of ["after", "before", "and", "nested"]) expect([list, data[list]]).toEqual([list, data.meetings]);
  const none = await ask("{ meetings(filter: { or: [] }) { nodes { id } } }");
  expect(none.errors?.[0]).toMatchObject({
    message: expect.stringMatching(/MeetingFilter.or: got an empty list/),
    extensions: { code: "BAD_USER_INPUT" },
  });
});

describe("filters", () => {
  const questions: [string, string, string[]][] = [
    ["a word of an enumeration", "meetings(filter: { status: { eq: PLANNED } })", ["2024-01"]],
    ["a date that overlaps", 'meetings(filter: { date: { overlaps: "2023-12-01/2023-12-31" } })', ["2023-12-27"]],
    ["a month around", 'meetings(filter: { date: { overlaps: "2024-01-15" } })', ["2024-01"]],
    ["an open interval", 'meetings(filter: { date: { overlaps: "2023-12-28/.." } })', ["2024-01"]],
    ["nothing", 'meetings(filter: { date: { overlaps: "1700" } })', []],
  ];
  test.each(questions)("%s", async (_, list, dates) => {
    const { data, errors } = await ask(`{ ${list} { nodes { date { edtf } } totalCount } }`);
    expect(errors).toBeUndefined();
    expect(data.meetings.nodes.map((node: { date: { edtf: string } }) => node.date.edtf)).toEqual(dates);
    expect(data.meetings.totalCount).toBe(dates.length);
  });

  test("on a relation, beside a number and a text", async () => {
    const { data } = await ask(`{
      meeting(by: { slug: "mexico-city-2023-12-27" }) { participations(filter: { role: { eq: COUNTERPART } }) { nodes { official { name } country { name } } totalCount } }
      flows(filter: { count: { gte: 7000, lte: 7000 } }) { nodes { count } }
      countries(filter: { name: { startsWith: "mex" } }) { nodes { id } }
    }`);
    expect(data.meeting.participations.totalCount).toBe(data.meeting.participations.nodes.length);
    expect(
      data.meeting.participations.nodes.map((node: { official: { name: string } | null }) => node.official?.name),
    ).toContain("Andrés Manuel López Obrador");
    expect(data.flows.nodes).toContainEqual({ count: 7000 });
    expect(new Set(data.flows.nodes.map(({ count }: { count: number }) => count))).toEqual(new Set([7000]));
    expect(data.countries.nodes).toEqual([{ id: "country:mx" }]);
  });
});

test("a list that a type declares anew, of what a source says, has its own pages, counts and filters", async () => {
  const { data } = await ask(
    `{ source(by: { slug: "cnn-us-mexico-migration-talks" }) { claims(first: 2) { totalCount pageInfo { endCursor } } }
       many: sources(filter: { claims: { count: { gt: 100 } } }) { nodes { id } } }`,
  );
  const { totalCount, pageInfo } = data.source.claims;
  expect(totalCount).toBeGreaterThan(100);
  expect(data.many.nodes).toContainEqual({ id: "source:cnn-us-mexico-migration-talks" });
  const next = await ask(
    `query Next($after: String) { source(by: { slug: "cnn-us-mexico-migration-talks" }) { claims(first: 2, after: $after) { nodes { source { id } } } } }`,
    { after: pageInfo.endCursor },
  );
  expect(next.errors).toBeUndefined();
  for (const { source } of next.data.source.claims.nodes)
    expect(source.id).toBe("source:cnn-us-mexico-migration-talks");
});
