/** The server over HTTP: limits, errors, readiness, access from pages of other origins. */
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { AnswerError } from "../../src/graph/errors.ts";
import { startService, type Service } from "../support/service.ts";

let service: Service;
beforeAll(async () => {
  service = await startService({ limits: { aliases: 5, depth: 9, tokens: 200, bodyBytes: 5000, cost: 1000 } });
});
afterAll(() => service.close());

describe("limits are published and held", () => {
  test("serviceLimits tells those in force", async () => {
    const { data } = await service.ask(
      "{ serviceLimits { aliases depth tokens bodyBytes cost milliseconds maximumPageSize standardPageSize conditions } }",
    );
    expect(data.serviceLimits).toMatchObject({
      aliases: 5,
      depth: 9,
      tokens: 200,
      bodyBytes: 5000,
      cost: 1000,
      maximumPageSize: 100,
      standardPageSize: 20,
    });
  });

  const many = (each: (index: number) => string): string =>
    `{ ${Array.from({ length: 6 }, (_, index) => each(index)).join(" ")} }`;
  test.each([
    ["aliases", many((index) => `a${index}: serviceLimits { depth }`), /more than 5 aliases/],
    ["aliases of __typename", many((index) => `a${index}: __typename`), /more than 5 aliases/],
    [
      "depth",
      "{ countries { nodes { places { nodes { countries { nodes { places { nodes { countries { nodes { id } } } } } } } } } } }",
      /more than 9 levels/,
    ],
    ["tokens", `{ ${"__typename ".repeat(250)} }`, /more tokens/],
    [
      "cost",
      "{ meetings(first: 100) { nodes { participations(first: 100) { nodes { id } } } } }",
      /could hold 10\d\d\d objects; the limit is 1000/,
    ],
  ])("%s", async (_, query, message) => {
    const { errors, status, statements } = await service.ask(query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: "LIMIT_EXCEEDED" },
    });
    expect(status).toBe(400);
    expect(statements ?? 0).toBe(0);
  });

  test("the cost of a request is told, and is the most objects that its answer can hold", async () => {
    const costOf = async (query: string): Promise<unknown> => (await service.ask(query)).extensions?.cost;
    const claims = "claims { id }";
    for (const [query, requested] of [
      ["{ serviceLimits { depth } }", 0],
      ["{ countries { totalCount } }", 1],
      ["{ countries { nodes { id } } }", 20],
      ["{ countries(last: 7) { nodes { id } pageInfo { hasNextPage } } }", 7],
      [`{ countries(first: 7) { edges { node { id } ${claims} } } }`, 7 * (1 + 10)],
      ["{ countries(first: 7) { nodes { places(first: 3) { nodes { id } } } } }", 7 * (1 + 3)],
      [
        '{ nodes(ids: ["country:mx", "country:us"]) { id ... on Country { places(first: 3) { nodes { id } } } } }',
        2 * 4,
      ],
      [
        '{ a: country(by: { slug: "mx" }) { ...F } b: country(by: { slug: "us" }) { ...F } } fragment F on Country { id }',
        2,
      ],
    ] as [string, number][])
      expect([query, await costOf(query)]).toEqual([query, { requested, limit: 1000 }]);
    // Also reported if refused.
    expect(await costOf("{ meetings(first: 100) { nodes { countries(first: 20) { nodes { id } } } } }")).toEqual({
      requested: 2100,
      limit: 1000,
    });
  });

  test("a body", async () => {
    const { errors, status } = await service.ask(`{ __typename } # ${"x".repeat(5000)}`);
    expect(status).toBe(413);
    expect(errors).toEqual([
      { message: expect.stringMatching(/more than 5000 bytes/), extensions: { code: "LIMIT_EXCEEDED" } },
    ]);
  });

  test("time: the request ends, and says so", async () => {
    const slow = await startService({
      limits: { milliseconds: 1000 },
      door: doorThat(async () => (await pause(1200), [])),
    });
    try {
      const { errors } = await slow.ask('{ meeting(by: { slug: "a" }) { id } }');
      expect(errors).toBeUndefined();
      const two = await slow.ask('{ search(text: "mexico") { nodes { id name } totalCount } }');
      expect(two.errors?.[0]).toMatchObject({ extensions: { code: "TIMEOUT" } });
    } finally {
      await slow.close();
    }
  });
});

describe("errors", () => {
  test("all codes are told, with what they mean", async () => {
    const { data } = await service.ask("{ errorCodes { code meaning } }");
    const codes = data.errorCodes.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(["BAD_USER_INPUT", "LIMIT_EXCEEDED", "GRAPHQL_PARSE_FAILED"]));
    for (const { meaning } of data.errorCodes) expect(meaning).toMatch(/[.]$/);
  });

  test("an inner one carries an id that the log has too, and nothing of the inside", async () => {
    const broken = await startService({ door: doorThat(() => Promise.reject(new Error("MATCH (secret) RETURN 1"))) });
    try {
      const { errors, body } = await broken.ask('{ country(by: { slug: "mx" }) { id } }');
      expect(errors?.[0]?.extensions.code).toBe("INTERNAL");
      expect(body).not.toMatch(/MATCH|secret|stack|\.ts/);
      expect(broken.log.find((line) => line.id === errors?.[0]?.extensions.id)).toMatchObject({
        err: { message: "MATCH (secret) RETURN 1", stack: expect.stringContaining("secret") },
      });
    } finally {
      await broken.close();
    }
  });

  test("/readyz isn't 200 while what users ask isn't planned; answers come all the same", async () => {
    let ready = false;
    const cold = await startService({ isReady: () => ready });
    try {
      const early = await fetch(`${cold.url}/readyz`);
      expect([early.status, await early.json()]).toEqual([
        503,
        { status: "not ready", reason: "The graph is there, and plans what users ask." },
      ]);
      expect((await cold.ask('{ country(by: { slug: "mx" }) { id } }')).errors).toBeUndefined();
      ready = true;
      expect((await fetch(`${cold.url}/readyz`)).status).toBe(200);
    } finally {
      await cold.close();
    }
  });

  test("a graph that can't be reached is told, and /readyz with it", async () => {
    const down = await startService({
      door: doorThat(() =>
        Promise.reject(new AnswerError("GRAPH_UNAVAILABLE", "The database cannot be reached at the moment.")),
      ),
    });
    try {
      const { errors, data } = await down.ask('{ country(by: { slug: "mx" }) { id } }');
      expect([data.country, errors?.[0]?.extensions.code]).toEqual([null, "GRAPH_UNAVAILABLE"]);
      expect((await fetch(`${down.url}/readyz`)).status).toBe(503);
      expect((await fetch(`${down.url}/healthz`)).status).toBe(200);
    } finally {
      await down.close();
    }
  });

  test("a query that can't be read, and one that asks what isn't there", async () => {
    expect((await service.ask("{ meetings {")).errors?.[0]?.extensions.code).toBe("GRAPHQL_PARSE_FAILED");
    expect((await service.ask("{ meatings { nodes { id } } }")).errors?.[0]).toMatchObject({
      message: expect.stringContaining('Did you mean "meetings"'),
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    });
  });

  test.each([
    ["two operations and no name", "query A { __typename } query B { __typename }", {}, "OPERATION_RESOLUTION_FAILURE"],
    ["a mutation", "mutation { a }", {}, "BAD_USER_INPUT"],
    [
      "a variable that is null where a value is due",
      'query ($id: ID = "meeting:x") { meetings(filter: { id: { in: [$id] } }) { totalCount } }',
      { id: null },
      "BAD_USER_INPUT",
    ],
    [
      "a key whose variable is null",
      "query ($iso: String!) { country(by: { isoAlpha2: $iso }) { name } }",
      { iso: null },
      "BAD_USER_INPUT",
    ],
    ["the word tokens", "query tokens tokens { a }", {}, "GRAPHQL_PARSE_FAILED"],
    [
      "a date before the year 0000",
      '{ meetings(filter: { date: { overlaps: "-0044-03-15" } }) { totalCount } }',
      {},
      "BAD_USER_INPUT",
    ],
  ] as [string, string, Record<string, unknown>, string][])(
    "%s is the fault of who asked",
    async (_, query, variables, code) => {
      const { errors, status } = await service.ask(query, variables);
      expect([errors?.[0]?.extensions.code, status]).toEqual([code, 400]);
    },
  );

  test("an operation beside another with other variables is answered", async () => {
    const query =
      "query A { countries(first: 1) { ...F } } fragment F on CountryConnection { totalCount } query B($n: Int!) { meetings(first: $n) { ...G } } fragment G on MeetingConnection { nodes { participations(first: $n) { totalCount } } }";
    const response = await fetch(`${service.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName: "A" }),
    });
    expect(await response.json()).toMatchObject({ data: { countries: { totalCount: expect.any(Number) } } });
  });

  test("what isn't there is told in the form of GraphQL", async () => {
    const response = await fetch(`${service.url}/nowhere`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { errors: [{ message: expect.stringContaining("/nowhere"), extensions: { code: "NOT_FOUND" } }] },
    ]);
  });

  test("a client that hangs up sends no more statements", async () => {
    let sent = 0;
    const slow = await startService({ door: doorThat(async () => ((sent += 1), await pause(200), [["topic:a", 1]])) });
    try {
      const controller = new AbortController();
      const asked = fetch(`${slow.url}/graphql`, {
        method: "POST",
        signal: controller.signal,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: '{ search(text: "mexico") { nodes { name } } }' }),
      });
      await pause(60);
      controller.abort();
      await expect(asked).rejects.toThrow();
      await pause(400);
      expect(sent).toBe(1);
    } finally {
      await slow.close();
    }
  });
});

describe("pages of other origins", () => {
  const preflight = (url: string): Promise<Response> =>
    fetch(`${url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://atlas.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });

  test("may not read, unless the setting names them", async () => {
    expect((await preflight(service.url)).headers.get("access-control-allow-origin")).toBeNull();
    const open = await startService({ corsOrigins: ["https://atlas.example"] });
    try {
      expect((await preflight(open.url)).headers.get("access-control-allow-origin")).toBe("https://atlas.example");
    } finally {
      await open.close();
    }
  });

  test("can't ask by a form: a request needs a header that a form can't send", async () => {
    const response = await fetch(`${service.url}/graphql?query={__typename}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("CSRF");
  });
});

test("/ says what this is and where to ask, with nothing from another host", async () => {
  const response = await fetch(`${service.url}/`);
  const page = await response.text();
  expect(response.headers.get("content-type")).toContain("text/html");
  expect(page).toContain("/graphql");
  expect(page).toContain('href="/graphiql"');
  expect(page.match(/src="(?!\/)/g)).toBeNull();
});

test("the command of the README is answered as it stands", async () => {
  const query = /--data-urlencode 'query=([^']+)'/.exec(readFileSync("README.md", "utf8"))![1]!;
  const response = await fetch(`${service.url}/graphql?${new URLSearchParams({ query }).toString()}`, {
    headers: { "apollo-require-preflight": "true" },
  });
  const { data, errors } = (await response.json()) as { data: { meeting: object }; errors?: unknown };
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data.meeting)).toContain("Alejandro Mayorkas");
});

test("the log has request id, operation, milliseconds, queries and rows", async () => {
  await service.ask("query Named { countries { nodes { id } } }");
  expect(service.log.findLast((line) => line.operation === "Named")).toMatchObject({
    requestId: expect.any(String),
    milliseconds: expect.any(Number),
    queries: 1,
    rows: expect.any(Number),
  });
});

function doorThat(run: () => Promise<unknown[][]>): Service["door"] {
  const refuse = (): Promise<never> => Promise.reject(new Error("tests don't write here"));
  return {
    run,
    state: () => null,
    losses: 0,
    write: refuse,
    lock: refuse,
    define: refuse,
    close: async () => undefined,
  };
}

describe("what browsers and caches expect", () => {
  const query = "{ errorCodes { code meaning } }";
  const get = (headers: Record<string, string>, text = query): Promise<Response> =>
    fetch(`${service.url}/graphql?query=${encodeURIComponent(text)}`, {
      headers: { "apollo-require-preflight": "1", ...headers },
    });

  test.each(["gzip", "br"])("a long answer is sent as %s, and read back it is the same", async (encoding) => {
    const [plain, packed] = await Promise.all([
      get({ "accept-encoding": "identity" }),
      get({ "accept-encoding": encoding }),
    ]);
    expect([plain.headers.get("content-encoding"), packed.headers.get("content-encoding")]).toEqual([null, encoding]);
    expect(packed.headers.get("vary")).toContain("accept-encoding");
    expect(await packed.json()).toEqual(await plain.json());
  });

  test("a short one isn't", async () => {
    const { headers } = await get({ "accept-encoding": "gzip, br" }, "{ serviceLimits { depth } }");
    expect(headers.get("content-encoding")).toBeNull();
  });

  test("the same answer is not sent twice to who has it, and a cache asks each time", async () => {
    const first = await get({});
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const tag = first.headers.get("etag")!;
    expect(tag).toMatch(/^W\/"/);
    const again = await get({ "if-none-match": tag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const other = await get({ "if-none-match": tag }, "{ errorCodes { code } }");
    expect(other.status).toBe(200);
  });

  test("a query is sent once, and then by its hash", async () => {
    const { createHash } = await import("node:crypto");
    const text = "{ errorCodes { code } __typename }";
    const extensions = { persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(text).digest("hex") } };
    const send = async (body: object): Promise<any> => {
      const response = await fetch(`${service.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return response.json();
    };
    expect((await send({ extensions })).errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    const answer = await send({ query: text, extensions });
    expect(answer.data.__typename).toBe("Query");
    expect(await send({ extensions })).toEqual(answer);
    const wrong = await send({ query: "{ __typename }", extensions });
    expect(wrong.errors[0]).toMatchObject({
      message: expect.stringContaining("SHA-256"),
      extensions: { code: "BAD_REQUEST" },
    });
  });
});
