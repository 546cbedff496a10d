/** Ingestions in separate processes, which can be killed, into a database of their own. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect } from "@jest/globals";
import type { Door } from "../../src/graph/database/driver.ts";
import { prepare } from "../../src/graph/database/prepare.ts";
import { query } from "../../src/graph/queries.ts";
import { load, putBundle } from "./bundles.ts";
import { ownDatabase, type OwnDatabase } from "./database.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const child = path.resolve("tests/support/ingestChild.js");
/** For a test on a busy machine, in milliseconds. */
export const patience = 300_000;

let database: OwnDatabase;
let folder: string;
const door = (): Door => database.door;

const running = new Set<ChildProcess>();
const ends: Promise<unknown>[] = [];

/** A database with one small bundle, and a folder for others. Ends the processes afterwards. */
export function useIngestions(): { door: () => Door; folder: () => string; address: () => OwnDatabase["address"] } {
  beforeAll(async () => {
    folder = temporaryFolder();
    database = await ownDatabase();
    await prepare(door());
    await load(door(), ground());
  }, patience);
  afterAll(async () => {
    // Late writes of one of them would be in another file's database.
    running.forEach((each) => each.kill("SIGKILL"));
    await Promise.all(ends);
    await database.close();
    rmSync(folder, { recursive: true });
  });
  return { door, folder: () => folder, address: () => database.address };
}

/** A large bundle: its first edition, or one that changes much of it. */
export function* lines(edition: 1 | 2, flows: number, people: number): Generator<Record<string, unknown>> {
  yield { source: "source:large", at: "row" };
  yield { type: "Source", id: "source:large", at: "title", name: "Large", kind: "DATA_SET" };
  yield { type: "Country", id: "country:a", name: "A" };
  yield { type: "Place", id: "place:a", name: "A", kind: "CITY", countries: "country:a" };
  for (let i = 0; i < people; i += 1) {
    const name = `Person${edition === 2 && i % 3 === 0 ? " X" : ""} ${wordOf(i)}`;
    if (edition === 1 || i % 10 !== 0)
      yield { type: "Official", id: `official:person-${i}`, name, country: "country:a" };
  }
  for (let i = 0; i < flows; i += 1) {
    const count = edition === 2 && i % 2 === 0 ? i + 1 : i;
    const at = edition === 2 && i % 5 === 0 ? {} : { place: "place:a" };
    yield {
      type: "Flow",
      id: `flow:large-${i}`,
      name: `Flow ${i}`,
      measure: "ENCOUNTERS",
      qualifier: "EXACTLY",
      count,
      ...at,
    };
  }
}

/** A name that doesn't sound like any other. */
function wordOf(number: number): string {
  return Array.from(number.toString(6).padStart(5, "0"))
    .map((digit) => ["ba", "do", "fi", "gu", "ke", "la"][Number(digit)])
    .join("");
}

/** A bundle that is in the graph before. */
export function ground(): string {
  const stated = {
    Topic: [{ id: "topic:ground", name: "Ground" }],
    Source: [{ id: "source:ground", name: "Ground", kind: "DATA_SET" }],
  };
  return putBundle(folder, "ground", stated, { source: "source:ground", at: "1" });
}

export interface Running {
  process: ChildProcess;
  /** When it has read its bundle and begins to plan and write. */
  begun: Promise<unknown>;
  ended: Promise<unknown>;
  output: () => string;
}

/** Ingests a bundle in a separate process. */
export function ingesting(bundle: string): Running {
  const { uri, user, password } = database.address;
  const started = spawn(process.execPath, [child, bundle], {
    env: { PATH: process.env.PATH, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } as NodeJS.ProcessEnv,
    stdio: "pipe",
  });
  running.add(started);
  let text = "";
  for (const stream of [started.stdout, started.stderr])
    stream.on("data", (chunk: Buffer) => void (text += String(chunk)));
  const ended = once(started, "exit").then(() => running.delete(started));
  ends.push(ended);
  return { process: started, begun: Promise.race([once(started.stdout, "data"), ended]), ended, output: () => text };
}

/** Kills an ingestion this long after it began, or after its first transaction. */
export async function killed(bundle: string, milliseconds: number, halfway = false): Promise<void> {
  const it = ingesting(bundle);
  await it.begun;
  if (halfway) await someNotes(it);
  await Promise.race([pause(milliseconds), it.ended]);
  it.process.kill("SIGKILL");
  await it.ended;
}

export async function toItsEnd(bundle: string): Promise<number> {
  const it = ingesting(bundle);
  await it.begun;
  const begun = performance.now();
  await it.ended;
  expect([it.process.exitCode, it.output()]).toEqual([0, expect.stringContaining("ended")]);
  return performance.now() - begun;
}

export async function expectNoNotes(): Promise<void> {
  expect(await door().run("MATCH (undo:Undo) RETURN count(undo)", {}, 60_000)).toEqual([[0]]);
}

/** Waits until an ingestion is halfway. */
export async function someNotes(it: Running): Promise<void> {
  while (it.process.exitCode === null && (await door().run(query("ingest/undoes"), {}, 60_000)).length === 0)
    await pause(20);
}
