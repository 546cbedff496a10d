/** A client that hangs up leaves nothing behind in the database. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { setTimeout as pause } from "node:timers/promises";
import type { Door } from "../../src/graph/database/driver.ts";
import { ownDatabase, type OwnDatabase } from "../support/database.ts";
import { startService, type Service } from "../support/service.ts";

/** Long enough for any test; its own time limit ends it at last. */
const endless = "UNWIND range(1, 2000000000) AS number WITH number WHERE number = -1 RETURN count(*) AS endless";
let database: OwnDatabase;
let service: Service;

beforeAll(async () => {
  database = await ownDatabase();
  const { door } = database;
  const slow: Door = {
    ...door,
    run: (text, parameters, timeout, planned, signal) =>
      signal ? door.run(endless, {}, timeout, planned, signal) : door.run(text, parameters, timeout),
    close: async () => undefined,
  };
  service = await startService({ door: slow, limits: { milliseconds: 60_000 } });
}, 300_000);
afterAll(async () => {
  await service.close();
  await database.close();
});

async function running(): Promise<number> {
  const [row] = await database.door.run(
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'endless' AND NOT currentQuery CONTAINS 'SHOW' RETURN count(*)",
    {},
    60_000,
  );
  return row![0] as number;
}

async function until(holds: (number: number) => boolean): Promise<void> {
  while (!holds(await running())) await pause(50);
}

test.each([1, 6])("%i that hang up at once leave no query after a second", async (clients) => {
  const hangUp = new AbortController();
  const asked = Array.from({ length: clients }, () =>
    fetch(`${service.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "{ topics { totalCount } }" }),
      signal: hangUp.signal,
    }).catch((error: Error) => error.name),
  );
  await until((number) => number > clients / 2);
  hangUp.abort();
  const begun = performance.now();
  await until((number) => number === 0);
  expect(performance.now() - begun).toBeLessThan(20_000);
  expect(await Promise.all(asked)).toEqual(asked.map(() => "AbortError"));
});
