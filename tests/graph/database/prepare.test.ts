/** Opens a graph that an earlier version of Entente loaded. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { prepare } from "../../../src/graph/database/prepare.ts";
import type { Door } from "../../../src/graph/database/driver.ts";
import { derived } from "../../../src/graph/model/derived.ts";
import { editionOfGraph } from "../../../src/ingest/editionOfGraph.ts";
import { settleAnew } from "../../../src/ingest/settling/settleAnew.ts";
import { digest } from "../../support/bundles.ts";
import { newDatabase, silent, type OwnDatabase } from "../../support/database.ts";
import { laws } from "../../support/provenance.ts";

// A separate database: later tests would miss what it deletes.
let database: OwnDatabase;
beforeAll(async () => {
  database = await newDatabase({ heap: "256m", pageCache: "64m" }, "seed");
});
afterAll(() => database.close());

test("flows that were loaded before totals had indexes get what these need, as if they were loaded now", async () => {
  const { door } = database;
  await prepare(door);
  const now = await digest(door);
  await door.write(async (run) => {
    await run("MATCH (flow:Flow) REMOVE flow.totalPlaceId, flow.totalNationalityId");
    await run("MATCH (migration:Migration {name: '0006-totals'}) DELETE migration");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  expect(await digest(door)).not.toBe(now);
  const steps: string[] = [];
  await prepare(door, { undo: async () => void steps.push(await digest(door)), settle: () => Promise.reject() });
  expect(steps).toHaveLength(1);
  expect(steps[0]).not.toBe(now);
  expect(await digest(door)).toBe(now);
  for (const [, breaches] of laws.filter(([name]) => name.includes("partial index")))
    expect(await breaches((text, parameters = {}) => door.run(text, parameters, 60_000))).toEqual([]);
});

test("a graph that was loaded before a type was searched finds it by its name", async () => {
  const { door } = database;
  await prepare(door);
  const [[id, name]] = (await door.run(
    "MATCH (topic:Topic) RETURN topic.id, topic.nameWords[0] ORDER BY topic.id LIMIT 1",
    {},
    60_000,
  )) as [[string, string]];
  const found = async (): Promise<unknown[]> => {
    await door.run("CALL db.awaitIndexes(60)", {}, 60_000);
    const text = `CALL db.index.fulltext.queryNodes('node_text', 'nameWords:"${name}"') YIELD node WHERE node:Topic RETURN node.id`;
    return door.run(text, {}, 60_000);
  };
  expect(await found()).toContainEqual([id]);
  await door.define([
    "DROP INDEX node_text",
    "CREATE FULLTEXT INDEX node_text FOR (node:Country|Policy) ON EACH [node.name, node.aliases, node.summary, node.content]",
  ]);
  await door.write(async (run) => {
    await run("MATCH (topic:Topic) REMOVE topic.nameWords");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  expect(await found()).toEqual([]);
  await prepare(door, { undo: () => Promise.resolve(), settle: () => settleAnew(door, silent) });
  expect(await found()).toContainEqual([id]);
});

/** The derived properties of each node that has any. */
function derivedIn(door: Door): Promise<unknown[]> {
  const text = `MATCH (node:Node) WITH node, [name IN $derived | node[name]] AS values
    WHERE any(value IN values WHERE value IS NOT NULL) RETURN node.id, values ORDER BY node.id`;
  return door.run(text, { derived }, 60_000);
}

const logOf = (door: Door): Promise<unknown[]> =>
  door.run("MATCH (logged) WHERE logged:Edition OR logged:Change RETURN properties(logged)", {}, 60_000);

test("what was loaded before is settled anew: as if it were loaded now, in the same edition, with the log that it has", async () => {
  const { door } = database;
  const undo = () => Promise.resolve();
  const read = (text: string, parameters = {}) => door.run(text, parameters, 60_000);
  const [now, fresh, edition, log] = [
    await digest(door),
    await derivedIn(door),
    await editionOfGraph(read),
    await logOf(door),
  ];
  expect(fresh.length).toBeGreaterThan(10_000);
  await door.write(async (run) => {
    await run("MATCH (node:Node) SET node += $nothing", {
      nothing: Object.fromEntries(derived.map((name) => [name, null])),
    });
    await run("MATCH (migration:Migration {name: '0010-words-of-texts'}) DELETE migration");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  expect(await derivedIn(door)).toEqual([]);
  // No digest includes derived properties.
  expect(await digest(door)).toBe(now);

  // Killed halfway, it starts again.
  let writes = 0;
  const dying: Door = {
    ...door,
    write: (work) => ((writes += 1) > 4 ? Promise.reject(new Error("killed")) : door.write(work)),
  };
  await expect(prepare(door, { undo, settle: () => settleAnew(dying, silent) })).rejects.toThrow("killed");
  const half = (await derivedIn(door)).length;
  expect([half > 0, half < fresh.length]).toEqual([true, true]);

  await prepare(door, { undo, settle: () => settleAnew(door, silent) });
  expect(await derivedIn(door)).toEqual(fresh);
  expect([await digest(door), await editionOfGraph(read), await logOf(door)]).toEqual([now, edition, log]);
  await prepare(door, { undo, settle: () => Promise.reject(new Error("again")) });
}, 120_000);

test("the actor of an event, loaded under its earlier name, is as if it were loaded now", async () => {
  const { door } = database;
  const now = [await digest(door), await derivedIn(door)];
  await door.write(async (run) => {
    await run(
      "MATCH (event:RelationEvent) WHERE event.actorId IS NOT NULL SET event.byId = event.actorId REMOVE event.actorId",
    );
    await run("MATCH (:RelationEvent)-[edge:CHANGED_BY]->() SET edge.predicate = 'by'");
    await run(
      "MATCH (claim:Claim {predicate: 'actor'}) SET claim.predicate = 'by', claim.sortKey = 'by' + substring(claim.sortKey, 5), claim.fields = ['by']",
    );
    await run("MATCH (migration:Migration {name: '0008-actor'}) DELETE migration");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  expect(await digest(door)).not.toBe(now[0]);
  await prepare(door, { undo: () => Promise.resolve(), settle: () => Promise.reject() });
  expect([await digest(door), await derivedIn(door)]).toEqual(now);
});

test("a graph that was loaded before is not taken for one that is settled", async () => {
  const { door } = database;
  await door.write(async (run) => {
    await run("MATCH (migration:Migration {name: '0010-words-of-texts'}) DELETE migration");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  await expect(prepare(door)).rejects.toThrow("was given nothing to settle it");
});
