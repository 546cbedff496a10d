/** The door's answers when a database plans, hangs, or is gone. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { newDatabase, type OwnDatabase } from "../../support/database.ts";
import type { EmbeddedGraph } from "../../../src/graph/database/embedded.ts";

let database: OwnDatabase & { embedded: EmbeddedGraph };
beforeAll(async () => void (database = await newDatabase({ heap: "256m", pageCache: "64m" })));
afterAll(() => database.close());

/** Takes much longer to plan than to run. */
const longToPlan = (mark: string, parts: number): string =>
  Array.from(
    { length: parts },
    (_, index) =>
      `MATCH (a:${mark}${index})-[:R]->(b)-[:S]->(c)<-[:T]-(d)-[:U]->(e) WHERE b.x = e.x OR d.y > 3 RETURN a.x AS x`,
  ).join(" UNION ");

test("a plan that takes longer than the time is TIMEOUT: the graph is there", async () => {
  await expect(database.door.run(longToPlan("Late", 300), {}, 1)).rejects.toMatchObject({ code: "TIMEOUT" });
});

test("a plan that is made first takes nothing of the time, and is made once", async () => {
  const told: number[] = [];
  const ask = () => database.door.run(longToPlan("First", 20), {}, 10_000, (milliseconds) => told.push(milliseconds));
  expect(await ask()).toEqual([]);
  expect(await ask()).toEqual([]);
  expect(told).toEqual([expect.any(Number)]);
  expect(told[0]).toBeGreaterThan(1);
});

test("one that hangs is GRAPH_UNAVAILABLE, and isn't lost", async () => {
  const { losses } = database.door;
  process.kill(database.embedded.pid!, "SIGSTOP");
  try {
    await expect(database.door.run("RETURN 2", {}, 100)).rejects.toMatchObject({ code: "GRAPH_UNAVAILABLE" });
  } finally {
    process.kill(database.embedded.pid!, "SIGCONT");
  }
  expect(database.door.losses).toBe(losses);
  expect(await database.door.run("RETURN 2", {}, 10_000)).toEqual([[2]]);
});

test("one that is gone is lost, and plans anew when it is back", async () => {
  const told: number[] = [];
  const ask = () => database.door.run("RETURN 3", {}, 10_000, (milliseconds) => told.push(milliseconds));
  await ask();
  const { losses } = database.door;
  process.kill(database.embedded.pid!, "SIGKILL");
  await expect(database.door.run("RETURN 3", {}, 10_000)).rejects.toMatchObject({ code: "GRAPH_UNAVAILABLE" });
  expect(database.door.losses).toBeGreaterThan(losses);
  while (!(await ask().then(Boolean, () => false))) await new Promise((resolve) => setTimeout(resolve, 250));
  expect(told).toHaveLength(2);
});
