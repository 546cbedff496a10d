/** Answers that are sent again: only as long as the graph is the same. */
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import { connect, type Door } from "../../src/graph/database/driver.ts";
import { NewestState } from "../../src/http/reuse.ts";
import { ownDatabase, silent, type OwnDatabase } from "../support/database.ts";
import { randomNumbers } from "../support/random.ts";
import { startService, type Service } from "../support/service.ts";

const question = `query Number { node(id: "topic:number") { ... on Topic { name } } }`;
let database: OwnDatabase;
/** As another process writes: by connections of its own. */
let writer: Door;
let service: Service;

beforeAll(async () => {
  database = await ownDatabase();
  await prepare(database.door);
  writer = await connect(database.address, silent);
  await write(0);
  service = await startService({ door: { ...database.door, close: async () => undefined }, reuse: "strict" });
}, 300_000);
afterAll(async () => {
  await service.close();
  await writer.close();
  await database.close();
});

async function write(number: number): Promise<void> {
  await writer.write((run) =>
    run(`MERGE (topic:Node:Topic {id: "topic:number"}) SET topic.name = $name, topic.sortKey = "a"`, {
      name: String(number),
    }),
  );
}
const read = async (from = service): Promise<number> => Number((await from.ask(question)).data.node.name);
const reused = (from = service): number => from.log.filter((line) => line.reused).length;
/** Until an answer is kept, which happens after it was sent. */
async function untilReused(): Promise<void> {
  for (const before = reused(); reused() === before;) await read();
}

test("an answer is sent again while nothing is written, and never after", async () => {
  await untilReused();
  expect(await read()).toBe(0);
  await write(1);
  expect(await read()).toBe(1);
  await untilReused();
  expect(await read()).toBe(1);
});

test("among random writes by another connection, no reader gets an answer older than its question", async () => {
  const random = randomNumbers(20261201);
  let [written, done] = [1, false];
  const writing = (async () => {
    for (let number = 2; number < 60; number += 1) {
      await write(number);
      written = number;
      for (let pause = Math.floor(random() * 30); pause > 0; pause -= 1) await turn();
    }
    done = true;
  })();
  const stale: number[] = [];
  let reads = 0;
  const reading = async (): Promise<void> => {
    while (!done) {
      const known = written;
      const found = await read();
      if (found < known) stale.push(found);
      reads += 1;
    }
  };
  await Promise.all([writing, ...Array.from({ length: 8 }, reading)]);
  expect(stale).toEqual([]);
  expect(reads).toBeGreaterThan(60);
  await untilReused();
});

test("an answer with errors is not kept, nor one to another question, form or variables", async () => {
  const before = reused();
  const ask = (body: object, headers = {}): Promise<string> =>
    fetch(`${service.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    }).then((response) => response.text());
  for (let time = 0; time < 3; time += 1) {
    expect(await ask({ query: `{ node(id: "nonsense") { id } }` })).toContain("BAD_USER_INPUT");
    await ask({ query: `query ($id: ID!) { node(id: $id) { id } }`, variables: { id: `topic:number-${time}` } });
    await ask(
      { query: `{ topics { totalCount } }` },
      { accept: time === 1 ? "application/graphql-response+json" : "*/*", "x-entente-edition": String(time) },
    );
  }
  expect(reused()).toBe(before);
});

test("a repeated answer is the same to the byte, compressed too, and 304 for who has it", async () => {
  const get = (headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${service.url}/graphql?query=${encodeURIComponent("{ errorCodes { code meaning } }")}`, {
      headers: { "apollo-require-preflight": "1", ...headers },
    });
  for (const encoding of ["identity", "gzip", "br"]) {
    const headers = { "accept-encoding": encoding };
    const first = await get(headers);
    const text = await first.text();
    const before = reused();
    let again = first;
    while (reused() === before) {
      again = await get(headers);
      expect(await again.text()).toBe(text);
    }
    for (const name of ["etag", "content-encoding", "content-type", "cache-control", "vary"])
      expect([name, again.headers.get(name)]).toEqual([name, first.headers.get(name)]);
    expect(again.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
    const unchanged = await get({ ...headers, "if-none-match": first.headers.get("etag")! });
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ""]);
  }
});

describe("by other settings", () => {
  test("for so many seconds the graph isn't asked, and the answer says so", async () => {
    const patient = await startService({ door: { ...database.door, close: async () => undefined }, reuse: 3600 });
    try {
      const before = await read(patient);
      while (reused(patient) === 0) await read(patient);
      await write(before + 1);
      expect(await read(patient)).toBe(before);
      const response = await fetch(`${patient.url}/graphql?query={__typename}`, {
        headers: { "apollo-require-preflight": "1" },
      });
      expect(response.headers.get("cache-control")).toBe("max-age=3600");
    } finally {
      await patient.close();
    }
  });

  test("off, and on a cluster, nothing is kept", async () => {
    const door = { ...database.door, close: async () => undefined };
    for (const options of [
      { door, reuse: "off" as const },
      { door: { ...door, state: () => null }, reuse: "strict" as const },
    ]) {
      const fresh = await startService(options);
      for (let time = 0; time < 5; time += 1) await read(fresh);
      expect(reused(fresh)).toBe(0);
      await fresh.close();
    }
  });
});

test("a probe serves all who asked before it was sent, and nobody who asked later", async () => {
  const sent: ((state: string) => void)[] = [];
  const state = new NewestState(() => new Promise((resolve) => void sent.push(resolve)));
  const [first, second, third] = [state.ask(), state.ask(), state.ask()];
  expect(sent).toHaveLength(1);
  sent[0]!("one");
  expect(await first).toBe("one");
  await turn();
  expect(sent).toHaveLength(2);
  const fourth = state.ask();
  sent[1]!("two");
  expect(await Promise.all([second, third])).toEqual(["two", "two"]);
  await turn();
  sent[2]!("three");
  expect(await fourth).toBe("three");
  expect(state.within(60_000)).toBe("three");
});

test("without the graph nothing is sent again: the reader learns that it is away", async () => {
  let isAway = false;
  const away = (): never => {
    throw new Error("away");
  };
  const { door } = database;
  const service = await startService({
    reuse: "strict",
    door: {
      ...door,
      run: async (...given) => (isAway ? away() : door.run(...given)),
      state: (timeout) => (isAway ? Promise.reject(new Error("away")) : door.state(timeout)),
      close: async () => undefined,
    },
  });
  while (reused(service) === 0) await read(service);
  isAway = true;
  expect((await service.ask(question)).errors).toMatchObject([{ extensions: { code: "INTERNAL" } }]);
  await service.close();
});
