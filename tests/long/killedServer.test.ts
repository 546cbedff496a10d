/** A server survives the end of its database, and its database doesn't survive it. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newDatabase, seededFolder, type OwnDatabase } from "../support/database.ts";
import { addressOf, alive, ask, databaseOf, patience, run, until, type Run } from "../support/serverProcess.ts";

const question = "{ edition { digest bundles } meetings { totalCount } }";
const ready = (url: string, server: Run): Promise<true> =>
  until(async () => ((await fetch(`${url}/readyz`)).ok ? true : undefined), patience, server.output);

test("its own database is started again, and warmed again before it is ready; one that is killed leaves no database", async () => {
  const server = run({ ENTENTE_HOME: await seededFolder(), ENTENTE_LOG_LEVEL: "debug" });
  const url = await addressOf(server);
  const before = await ask(url, question);
  // It plans common queries in advance, without an error.
  const warmed = await until(() => /warmed up|Warming up failed/.exec(server.output())?.[0], patience, server.output);
  expect(warmed).toBe("warmed up");

  const first = databaseOf(server);
  const asking = Array.from({ length: 20 }, (_, index) =>
    pause(index * 20).then(() => ask(url, "{ claims(first: 100) { nodes { value } } }")),
  );
  process.kill(first, "SIGKILL");
  for (const { data, errors } of await Promise.all(asking))
    if (errors) expect([data, errors[0]!.extensions.code]).toEqual([null, "GRAPH_UNAVAILABLE"]);
  await until(
    () => (server.output().includes("planned again when it is back") ? true : undefined),
    patience,
    server.output,
  );
  await ready(url, server);
  expect(await ask(url, question)).toEqual(before);

  const second = databaseOf(server);
  expect([first, second].map(alive)).toEqual([false, true]);
  server.child.kill("SIGKILL");
  await server.ended;
  await until(
    () => (alive(second) ? undefined : true),
    patience,
    () => "the database outlived a server that was killed",
  );
}, 900_000);

let database: OwnDatabase;
beforeAll(async () => void (database = await newDatabase({ heap: "256m", pageCache: "64m" }, "seed")), patience);
afterAll(() => database.close());

test("a database of others goes away and comes back; the server stays", async () => {
  const { uri, password } = database.address;
  const server = run({ NEO4J_URI: uri, NEO4J_PASSWORD: password, ENTENTE_WARM_UP: "false" });
  const url = await addressOf(server);
  const before = await ask(url, question);
  process.kill(database.pid, "SIGKILL");
  const start = Date.now();
  expect((await ask(url, "{ countries { nodes { name } } }")).errors?.[0]?.extensions.code).toBe("GRAPH_UNAVAILABLE");
  expect(Date.now() - start).toBeLessThan(5000);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  await ready(url, server);
  expect(await ask(url, question)).toEqual(before);
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
}, 900_000);
