/**
 * What each example operation asks of the database: its statements exactly, and its database hits by PROFILE. The
 * figures are committed, so that a change that makes a question dearer is seen.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import neo4j, { type Driver, type ProfiledPlan } from "neo4j-driver";
import { connect, type Row } from "../src/graph/database/driver.ts";
import { silent } from "./support/database.ts";
import { sharedDatabase, startService, type Service } from "./support/service.ts";

const file = "tests/operationCosts.json";
const accepting = process.env.ACCEPT_COSTS === "true";
const remedy = "If that is meant: npm run fix:costs, and commit the file.";
/** Of hits: the database plans by statistics that are samples, and the same operation differs by an eighth from run to run. */
const tolerance = { times: 1.2, hits: 20 };

interface Cost {
  statements: number;
  hits: number;
}

const names = readdirSync("operations").map((name) => name.replace(/\.graphql$/, ""));
const accepted = JSON.parse(readFileSync(file, "utf8")) as Record<string, Cost>;
const found: Record<string, Cost> = {};
const texts = new Set<string>();
let sent: number[] = [];
let driver: Driver;
let service: Service;

beforeAll(async () => {
  const database = await sharedDatabase();
  driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), {
    disableLosslessIntegers: true,
  });
  const door = await connect(database, silent);
  service = await startService({
    // Plans are made within the time that is measured here.
    limits: { milliseconds: 120_000 },
    door: { ...door, run: profiled, close: () => door.close() },
  });
});

afterAll(async () => {
  await service.close();
  await driver.close();
  if (accepting && names.every((name) => found[name])) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
});

test.each(names)("%s costs what it did", async (name) => {
  sent = [];
  const { errors } = await service.ask(readFileSync(`operations/${name}.graphql`, "utf8"));
  expect(errors).toBeUndefined();
  const now = { statements: sent.length, hits: sent.reduce((sum, hits) => sum + hits, 0) };
  found[name] = now;
  if (!accepting) expect(change(name, accepted[name], now)).toBeNull();
});

test("no figures of operations that are gone", () => {
  if (!accepting) expect(Object.keys(accepted).sort()).toEqual(names.toSorted());
});

test("together they are few texts of Cypher", () => {
  expect(texts.size).toBeGreaterThan(20);
  // A fifth of Neo4j's plan cache, for any use of them.
  expect(texts.size).toBeLessThanOrEqual(200);
});

/** What changed, in words. Null if nothing did. */
function change(name: string, was: Cost | undefined, is: Cost): string | null {
  if (!was) return `${name} is new: ${is.statements} statements, ${is.hits} hits. To accept: npm run fix:costs.`;
  if (was.statements !== is.statements)
    return `${name}: statements were ${was.statements} and are ${is.statements}. ${remedy}`;
  const [least, most] = [was.hits / tolerance.times - tolerance.hits, was.hits * tolerance.times + tolerance.hits];
  if (is.hits > most) return `${name}: database hits were ${was.hits} and are ${is.hits}. ${remedy}`;
  // Otherwise what was won could be lost again unseen.
  if (is.hits < least) return `${name}: database hits were ${was.hits} and are only ${is.hits}: well done. ${remedy}`;
  return null;
}

let pending = 0;
let held: (() => void)[] = [];

/**
 * Holds answers until all that was sent is answered. What is read next then goes out together, so that the number of
 * statements follows from the operation alone, and not from which answer happens to come first.
 */
async function profiled(text: string, parameters: Record<string, unknown>): Promise<Row[]> {
  texts.add(text);
  pending += 1;
  const session = driver.session({ defaultAccessMode: "READ" });
  try {
    const { records, summary } = await session.run(`PROFILE ${text}`, parameters);
    sent.push(summary.profile ? hitsOf(summary.profile) : 0);
    return records.map((record) => record.keys.map((_, index) => record.get(index) as unknown));
  } finally {
    await session.close();
    pending -= 1;
    const together = new Promise<void>((resolve) => held.push(resolve));
    if (pending === 0) {
      for (const release of held) release();
      held = [];
    }
    await together;
  }
}

function hitsOf(plan: ProfiledPlan): number {
  return plan.dbHits + plan.children.reduce((sum, child) => sum + hitsOf(child), 0);
}
