/** A graph that an earlier version of Entente loaded, opened by this one. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { prepare } from "../../../src/graph/database/prepare.ts";
import { loadSeed } from "../../../src/ingest/seed.ts";
import { digest } from "../../support/bundles.ts";
import { ownDatabase, silent, type OwnDatabase } from "../../support/database.ts";
import { laws } from "../../support/provenance.ts";

let database: OwnDatabase;
beforeAll(async () => {
  database = await ownDatabase();
});
afterAll(() => database.close());

test("flows that were loaded before totals had indexes get what these need, as if they were loaded now", async () => {
  const { door } = database;
  await loadSeed({ door, bundles: await prepare(door) }, silent);
  const now = await digest(door);
  await door.write(async (run) => {
    await run("MATCH (flow:Flow) REMOVE flow.totalPlaceId, flow.totalNationalityId");
    await run("MATCH (migration:Migration {name: '0006-totals'}) DELETE migration");
    await run("MATCH (marker:Entente) SET marker.prepared = 'of before'");
  });
  expect(await digest(door)).not.toBe(now);
  const steps: string[] = [];
  await prepare(door, async () => void steps.push(await digest(door)));
  expect(steps).toHaveLength(1);
  expect(steps[0]).not.toBe(now);
  expect(await digest(door)).toBe(now);
  for (const [, breaches] of laws.filter(([name]) => name.includes("partial index")))
    expect(await breaches((text, parameters = {}) => door.run(text, parameters, 60_000))).toEqual([]);
});

test("a graph that was loaded before a type was searched finds it by its name", async () => {
  const { door } = database;
  await prepare(door);
  await door.write((run) => run("MERGE (:Node:Topic {id: 'topic:quicksand', name: 'Quicksand'})"));
  const found = async (): Promise<unknown[]> => {
    await door.run("CALL db.awaitIndexes(60)", {}, 60_000);
    return door.run(
      "CALL db.index.fulltext.queryNodes('node_text', 'name:quicksand') YIELD node RETURN node.id",
      {},
      60_000,
    );
  };
  expect(await found()).toEqual([["topic:quicksand"]]);
  await door.define([
    "DROP INDEX node_text",
    "CREATE FULLTEXT INDEX node_text FOR (node:Country|Policy) ON EACH [node.name, node.aliases, node.summary, node.content]",
  ]);
  await door.write((run) => run("MATCH (marker:Entente) SET marker.prepared = 'of before'"));
  expect(await found()).toEqual([]);
  await prepare(door);
  expect(await found()).toEqual([["topic:quicksand"]]);
});
