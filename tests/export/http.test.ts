/** `/export` from the client's side: names, refusals, disconnecting clients, and failures on the way. */
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "@jest/globals";
import { pino } from "pino";
import { connect, type Door } from "../../src/graph/database/driver.ts";
import { AnswerError } from "../../src/graph/errors.ts";
import { readCsv, readLines } from "../support/exports/exports.ts";
import { sharedDatabase, startService, useService, type Service } from "../support/service.ts";

const { ask, service } = useService();
const get = (path: string, of: Service = service()) => fetch(`${of.url}/export/${path}`);
const filtered = (what: string, filter: string) => `${what}.csv?filter=${encodeURIComponent(filter)}`;

describe("an export", () => {
  test("has the type of its format, and a name with its edition", async () => {
    const { data } = await ask("{ edition { digest date } serviceLimits { exports } }");
    const { digest, date } = data.edition;
    const response = await get("topics.gexf");
    expect(response.headers.get("content-type")).toBe("application/gexf+xml; charset=utf-8");
    expect(response.headers.get("content-disposition")).toBe(
      `attachment; filename="entente-topics-${date}-${digest.slice(0, 12)}.gexf"`,
    );
    expect(response.headers.get("x-entente-edition")).toBe(digest);
    expect(data.serviceLimits.exports).toBe(2);
  });

  test("of a former id is that of what the id leads to", async () => {
    const { data } = await ask(
      "{ officials(filter: { formerIds: { exists: true } }, first: 1) { nodes { id formerIds } } }",
    );
    const [{ id, formerIds }] = data.officials.nodes;
    const [row] = readCsv(await (await get(`${formerIds[0]}.csv`)).text());
    expect(row!.id).toBe(id);
  });

  test("sends the same bytes for the same edition", async () => {
    const [one, other] = await Promise.all(
      ["posts.graphml", "posts.graphml"].map(async (what) => (await get(what)).text()),
    );
    expect(one).toBe(other);
  });
});

describe("HEAD", () => {
  test.each([
    "meetings.csv?columns=id",
    "meeting:mexico-city-2023-12-27.jsonld",
    "graph.geojson",
    "bilateral.gexf?a=US&b=MX",
  ])("of %s has the headers of GET, no body, and reads next to nothing", async (path) => {
    const before = service().log.length;
    const head = await fetch(`${service().url}/export/${path}`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(service().log.slice(before)).toEqual([]);
    const whole = await get(path);
    const headersOf = ({ headers }: Response) =>
      Object.fromEntries(
        [...headers].filter(([name]) => !/^(date|x-request-id|connection|keep-alive|transfer-encoding)$/.test(name)),
      );
    expect(headersOf(head)).toEqual(headersOf(whole));
    await whole.body!.cancel();
  });

  test.each([
    ["meetngs.csv", 404],
    ["meeting:no-such.csv", 404],
    ["meetings.csv?columns=nme", 400],
  ])("of %s is refused like GET", async (path, status) => {
    const head = await fetch(`${service().url}/export/${path}`, { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([status, ""]);
  });

  test("is answered while as many exports run as may", async () => {
    const held = await Promise.all([get("graph.jsonl"), get("graph.jsonl")]);
    const head = await fetch(`${service().url}/export/topics.csv`, { method: "HEAD" });
    expect(head.status).toBe(200);
    for (const response of held) await response.body!.cancel();
    await pause(300);
  });
});

/** The bytes as they are sent: \`fetch\` would decompress them. */
async function sent(path: string, accepted: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  const url = `${service().url}/export/${path}`;
  const [response] = (await once(request(url, { headers: { "accept-encoding": accepted } }).end(), "response")) as [
    IncomingMessage,
  ];
  expect(response.headers.vary).toBe("accept-encoding");
  return { encoding: response.headers["content-encoding"], bytes: await buffer(response) };
}

describe("compression", () => {
  test("is by gzip where the client accepts it, of the same bytes", async () => {
    const plain = await sent("meetings.jsonl", "identity");
    expect(plain.encoding).toBeUndefined();
    const packed = await sent("meetings.jsonl", "br, gzip;q=0.5");
    expect(packed.encoding).toBe("gzip");
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(gunzipSync(packed.bytes).equals(plain.bytes)).toBe(true);
  });

  test.each(["", "br", "gzip;q=0", "identity, gzip;q=0.1"])("is not done for %j", async (accepted) => {
    expect((await sent("topics.csv", accepted)).encoding).toBeUndefined();
  });
});

describe("columns", () => {
  test("are those that were chosen, in this order", async () => {
    const all = readCsv(await (await get("meetings.csv")).text());
    const some = await (await get("meetings.csv?columns=date,id,edition,host")).text();
    expect(some.split("\r\n")[0]).toBe("date,id,edition,host");
    expect(readCsv(some)).toEqual(all.map(({ date, id, edition, host }) => ({ date, id, edition, host })));
  });

  test("in JSON Lines, with the edges of the relations among them", async () => {
    const lines = readLines(await (await get("meetings.jsonl?columns=id,host")).text());
    const items = lines.filter(({ type }) => type === "Meeting");
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) expect(["type,id", "type,id,host"]).toContain(Object.keys(item).join());
    const edges = lines.filter(({ type }) => type === "edge");
    expect(new Set(edges.map(({ relation }) => relation))).toEqual(new Set(["host"]));
    expect(lines.at(-1)).toMatchObject({ type: "end", nodes: items.length, edges: edges.length });
  });
});

describe("CSV for Excel", () => {
  test.each(["excel", "excel=true"])("by %s begins with a byte order mark", async (choice) => {
    const bytes = Buffer.from(await (await get(`topics.csv?${choice}`)).arrayBuffer());
    expect([...bytes.subarray(0, 5)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from("id")]);
    expect(bytes.subarray(3).toString()).toBe(await (await get("topics.csv?excel=false")).text());
  });
});

const refusals: [path: string, status: number, code: string, message: RegExp][] = [
  ["meetngs.csv", 404, "NOT_FOUND", /"meetngs"; did you mean "meetings"\?/],
  ["meetings.xls", 404, "NOT_FOUND", /There is no format "xls"/],
  ["meetings", 404, "NOT_FOUND", /Formats are csv, jsonl/],
  ["country:us/metings.csv", 404, "NOT_FOUND", /Country has no list "metings"; did you mean "meetings"\?/],
  ["country:us/meetings/host.csv", 404, "NOT_FOUND", /There is no export/],
  ["meeting:no-such.csv", 404, "NOT_FOUND", /Unknown id "meeting:no-such"/],
  ["meting:a.csv", 400, "BAD_USER_INPUT", /did you mean "meeting"/],
  ["meetings.csv?filtre=1", 400, "BAD_USER_INPUT", /takes no "filtre"; did you mean "filter"\?/],
  ["graph.csv?filter=1", 400, "BAD_USER_INPUT", /"graph" takes no "filter"/],
  ["meetings.csv?asOf=a&asOf=b", 400, "BAD_USER_INPUT", /"asOf" is given 2 times/],
  ["meetings.csv?asOf=yesterday", 400, "BAD_USER_INPUT", /yesterday/],
  ["meetings.csv?columns=id,nme", 400, "BAD_USER_INPUT", /There is no column "nme"; did you mean "name"\?/],
  ["meetings.csv?columns=", 400, "BAD_USER_INPUT", /"columns" has an empty name\. The columns are id, type, name, /],
  ["meetings.csv?columns=id,id", 400, "BAD_USER_INPUT", /"columns" names "id" twice/],
  ["meetings.bib?columns=id", 400, "BAD_USER_INPUT", /bib takes no "columns"; csv, jsonl, geojson do/],
  ["meetings.jsonl?excel", 400, "BAD_USER_INPUT", /jsonl takes no "excel"; csv does/],
  ["meetings.csv?excel=yes", 400, "BAD_USER_INPUT", /"excel" is true or false, or has no value; got "yes"/],
  [filtered("meetings", "{host: "), 400, "BAD_USER_INPUT", /"filter" is an object, as JSON or as GraphQL writes it/],
  [filtered("meetings", '{"hosts":{}}'), 400, "BAD_USER_INPUT", /Field "hosts" is not defined.*Did you mean "host"/],
  [filtered("meetings", '{"kind":{"eq":"TALK"}}'), 400, "BAD_USER_INPUT", /"TALK" does not exist .*"TALKS"/],
  [filtered("meetings", '{"date":{"overlaps":"2023-02-30"}}'), 400, "BAD_USER_INPUT", /"2023-02-30" is not a date/],
  [filtered("meetings", '{"id":{"eq":"Mexico!"}}'), 400, "BAD_USER_INPUT", /"Mexico!" is not an id/],
  [filtered("meetings", '{"name":{"eq":null}}'), 400, "BAD_USER_INPUT", /got null/],
  [
    filtered("meetings", "{host: {meetings: {some: {host: {meetings: {some: {}}}}}}}"),
    400,
    "LIMIT_EXCEEDED",
    /at most 3 relations/,
  ],
];

describe("refused before a byte is sent, in the form of GraphQL:", () => {
  test.each(refusals)("%s", async (path, status, code, message) => {
    const response = await get(path);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect({ status: response.status, code: errors[0]!.extensions.code }).toEqual({ status, code });
    expect(errors[0]!.message).toMatch(message);
    expect(response.headers.get("content-disposition")).toBeNull();
  });
});

describe("a graph that misbehaves", () => {
  const started: Service[] = [];
  let shared: Door;
  afterAll(async () => {
    for (const each of started) await each.close();
  });

  /** A server over the shared database, with some statements redirected. */
  async function over(run: (door: Door, text: string, count: number) => ReturnType<Door["run"]> | undefined) {
    shared = await connect(await sharedDatabase(), pino({ level: "silent" }));
    const seen = { statements: 0 };
    const door: Door = {
      ...shared,
      run: (text, parameters, timeout) => {
        seen.statements += 1;
        return run(shared, text, seen.statements) ?? shared.run(text, parameters, timeout);
      },
    };
    const found = await startService({ door });
    started.push(found);
    return { found, seen };
  }

  test("is an error, when nothing was sent yet", async () => {
    const { found } = await over(() => Promise.reject(new AnswerError("GRAPH_UNAVAILABLE", "It is not there.")));
    const response = await get("meetings.csv", found);
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      errors: [{ message: "It is not there.", extensions: { code: "GRAPH_UNAVAILABLE" } }],
    });
  });

  test("breaks the answer off, when it began: what came is no whole file", async () => {
    const { found } = await over((_, __, count) =>
      count > 20 ? Promise.reject(new Error("the graph is on fire")) : undefined,
    );
    const response = await get("graph.jsonl", found);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/terminated/);
    const line = found.log.find(({ msg }) => msg === "an export broke off")!;
    expect(line).toMatchObject({ export: "graph", format: "jsonl", whole: false });
    expect(line.bytes).toBeGreaterThan(0);
  });

  test("that changes meanwhile breaks it off, too", async () => {
    let states = 0;
    const { found } = await over((_, text) =>
      text.includes("Undo") ? Promise.resolve([[`${(states += 1)}`.padEnd(64, "0"), "2026-01-01", false]]) : undefined,
    );
    await expect((await get("flows.jsonl", found)).text()).rejects.toThrow(/terminated/);
    // A small file was not yet sent, so the error can be answered.
    const response = await get("topics.csv", found);
    expect(response.status).toBe(409);
    expect(await response.text()).toMatch(/The graph changed during the export/);
  });

  test("in which an ingestion is being written is not exported", async () => {
    const { found } = await over((_, text) =>
      text.includes("Undo") ? Promise.resolve([["0".repeat(64), "2026-01-01", true]]) : undefined,
    );
    const response = await get("topics.csv", found);
    expect([response.status, await response.text()]).toEqual([409, expect.stringMatching(/An ingestion is running/)]);
  });

  test("is asked no more by a client that hung up", async () => {
    const { found, seen } = await over(() => undefined);
    const controller = new AbortController();
    const response = await fetch(`${found.url}/export/graph.jsonl`, { signal: controller.signal });
    await response.body!.getReader().read();
    controller.abort();
    for (let waited = 0; waited < 100 && !found.log.some(({ whole }) => whole === false); waited += 1) await pause(50);
    expect(found.log.find(({ whole }) => whole === false)).toMatchObject({ msg: "the client broke off an export" });
    const { statements } = seen;
    await pause(300);
    expect(seen.statements).toBe(statements);
  });

  test.each([
    ["graph.jsonl", 1],
    ["bilateral.csv?a=US&b=MX", 1],
    ["country:us/meetings.csv", 2],
  ])("is asked for HEAD of %s only for the edition, and the entity of an id", async (path, statements) => {
    const { found, seen } = await over(() => undefined);
    expect((await fetch(`${found.url}/export/${path}`, { method: "HEAD" })).status).toBe(200);
    await pause(100);
    expect(seen.statements).toBe(statements);
  });

  test("is read no faster than the client reads", async () => {
    const { found, seen } = await over(() => undefined);
    const controller = new AbortController();
    // Compressed, the graph of tests would fit into the buffers on the way.
    const headers = { "accept-encoding": "identity" };
    const response = await fetch(`${found.url}/export/graph.jsonl`, { signal: controller.signal, headers });
    expect(response.status).toBe(200);
    let before = -1;
    for (let waited = 0; waited < 100 && seen.statements !== before; waited += 1) {
      before = seen.statements;
      await pause(500);
    }
    const { statements } = seen;
    const whole = await (await get("graph.jsonl", found)).text();
    expect(statements).toBeLessThan(seen.statements - statements);
    expect(whole).toMatch(/"type":"end"/);
    controller.abort();
  });

  test("is exported to so many at once and no more; to the next when one has ended", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const { found } = await over((door, text) =>
      text.includes("Undo") ? held.then(() => door.run(text, {}, 10_000)) : undefined,
    );
    const first = [get("topics.csv", found), get("topics.csv", found)];
    await pause(300);
    const third = await get("topics.csv", found);
    expect([third.status, third.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(await third.json()).toMatchObject({ errors: [{ extensions: { code: "LIMIT_EXCEEDED", limit: 2 } }] });
    release();
    for (const response of await Promise.all(first)) expect((await response.text()).length).toBeGreaterThan(100);
    await pause(100);
    expect((await get("topics.csv", found)).status).toBe(200);
  });
});
