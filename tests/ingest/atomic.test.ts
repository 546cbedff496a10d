/** An ingestion killed at any moment leaves the graph unchanged; two at once have the effect of a sequence. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { connect, type Door } from "../../src/graph/database/driver.ts";
import { prepare } from "../../src/graph/database/prepare.ts";
import { query } from "../../src/graph/queries.ts";
import { undoIfKilled, undoUnfinished } from "../../src/ingest/undo.ts";
import { digest, emptied, load, putBundle, putLines } from "../support/bundles.ts";
import { ownDatabase, silent, type OwnDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const child = path.resolve("tests/support/ingestChild.js");
const people = 400;
const flows = 1500;
/** The number of kills, evenly distributed over the duration of an ingestion. */
const kills = 10;
/** For a test on a busy machine, in milliseconds. */
const patience = 300_000;
const killsOfChange = 3;

let database: OwnDatabase;
let door: Door;
let folder: string;
let large: string;
let newer: string;
let untouched: string;
let loaded: string;
let changed: string;
/** How long the writing takes, in milliseconds. */
let duration: number;
/** The same for the newer edition. */
let durationOfChange: number;

const running = new Set<ChildProcess>();
const ends: Promise<unknown>[] = [];
// Late writes of one of them would be in another file's database.
afterAll(async () => {
  running.forEach((each) => each.kill("SIGKILL"));
  await Promise.all(ends);
});

// The moments are random; the seed is printed, to repeat a failure.
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
let state = seed;
function random(): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}

function* lines(edition: 1 | 2, flowsOfIt = flows, peopleOfIt = people): Generator<Record<string, unknown>> {
  yield { source: "source:large", at: "row" };
  yield { type: "Source", id: "source:large", at: "title", name: "Large", kind: "DATA_SET" };
  yield { type: "Country", id: "country:a", name: "A" };
  yield { type: "Place", id: "place:a", name: "A", kind: "CITY", countries: "country:a" };
  for (let i = 0; i < peopleOfIt; i += 1) {
    const name = `Person${edition === 2 && i % 3 === 0 ? " X" : ""} ${wordOf(i)}`;
    if (edition === 1 || i % 10 !== 0)
      yield { type: "Official", id: `official:person-${i}`, name, country: "country:a" };
  }
  for (let i = 0; i < flowsOfIt; i += 1) {
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
function ground(): string {
  const stated = {
    Topic: [{ id: "topic:ground", name: "Ground" }],
    Source: [{ id: "source:ground", name: "Ground", kind: "DATA_SET" }],
  };
  return putBundle(folder, "ground", stated, { source: "source:ground", at: "1" });
}

interface Running {
  process: ChildProcess;
  /** When it has read its bundle and begins to plan and write. */
  begun: Promise<unknown>;
  ended: Promise<unknown>;
  output: () => string;
}

/** Ingests a bundle in a separate process. */
function ingesting(bundle: string): Running {
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
async function killed(bundle: string, milliseconds: number, halfway = false): Promise<void> {
  const it = ingesting(bundle);
  await it.begun;
  if (halfway) await someNotes(it);
  await Promise.race([pause(milliseconds), it.ended]);
  it.process.kill("SIGKILL");
  await it.ended;
}

async function toItsEnd(bundle: string): Promise<number> {
  const it = ingesting(bundle);
  await it.begun;
  const begun = performance.now();
  await it.ended;
  expect([it.process.exitCode, it.output()]).toEqual([0, expect.stringContaining("ended")]);
  return performance.now() - begun;
}

async function expectNoNotes(): Promise<void> {
  expect(await door.run("MATCH (undo:Undo) RETURN count(undo)", {}, 5000)).toEqual([[0]]);
}

beforeAll(async () => {
  folder = temporaryFolder();
  database = await ownDatabase();
  door = database.door;
  await prepare(door);
  await load(door, ground());
  untouched = await digest(door);
  large = putLines(path.join(folder, "first"), "large", lines(1));
  newer = putLines(path.join(folder, "second"), "large", lines(2));
  await toItsEnd(large);
  loaded = await digest(door);
  durationOfChange = await toItsEnd(newer);
  changed = await digest(door);
}, patience);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

/** Waits until an ingestion is halfway. */
async function someNotes(it: Running): Promise<void> {
  while (it.process.exitCode === null && (await door.run(query("ingest/undoes"), {}, 5000)).length === 0)
    await pause(20);
}

/** A transaction of another process's ingestion that has written, and isn't committed before `commit` is called. */
async function transactionOnItsWay(): Promise<{
  commit: () => void;
  writing: Promise<unknown>;
  close: () => Promise<void>;
}> {
  const other = await connect(database.address, silent);
  let commit = (): void => undefined;
  const sent = new Promise<void>((resolve) => (commit = resolve));
  let written = (): void => undefined;
  const isWritten = new Promise<void>((resolve) => (written = resolve));
  const writing = other.write(async (run) => {
    await run(query("ingest/writing"));
    await run(query("ingest/note"), {
      number: 0,
      undo: JSON.stringify({ nodes: [["topic:late", "Topic", null, false]], edges: [] }),
    });
    await run("CREATE (:Node:Topic {id: 'topic:late', name: 'Late'})");
    written();
    await sent;
  });
  await isWritten;
  return { commit, writing, close: () => other.close() };
}

describe("killed", () => {
  test(
    "while it replaces thousands of claims, it leaves the earlier edition, and so does whoever is killed undoing it",
    async () => {
      let halves = 0;
      for (let kill = 0; kill < killsOfChange; kill += 1) {
        // The first one at once, so that at least one is halfway.
        const moment = kill * random() * (durationOfChange / 8);
        await killed(large, moment, true);
        const why = `seed ${seed}, kill ${kill}, ${Math.round(moment)} ms after the first transaction`;
        const notes = await door.run(query("ingest/undoes"), {}, 5000);
        if (notes.length > 0) halves += 1;
        // The opening that reverts it is killed too, after one step (and the waiting before it), and the next one continues.
        if (notes.length > 1) {
          let steps = 0;
          const dying: Door = {
            ...door,
            write: (work) => ((steps += 1) > 2 ? Promise.reject(new Error("killed")) : door.write(work)),
          };
          await expect(undoUnfinished(dying)).rejects.toThrow("killed");
          expect((await door.run(query("ingest/undoes"), {}, 5000)).length).toBe(notes.length - 1);
        }
        await undoIfKilled(door);
        const after = await digest(door);
        expect([why, [loaded, changed].includes(after)]).toEqual([why, true]);
        await expectNoNotes();
        if (after === loaded) await toItsEnd(newer);
      }
      expect([`seed ${seed}`, halves > 0]).toEqual([`seed ${seed}`, true]);
      await toItsEnd(large);
      expect(await digest(door)).toBe(loaded);
    },
    patience,
  );

  test(
    "at ten moments of a first load, it leaves the graph as it was; then it loads as if nothing had been",
    async () => {
      await load(door, putBundle(path.join(folder, "emptied"), "large", {}));
      expect(await digest(door)).toBe(untouched);
      // Once more, since a database that has just started is slower.
      duration = await toItsEnd(large);
      await load(door, putBundle(path.join(folder, "emptied"), "large", {}));
      for (let kill = 0; kill < kills; kill += 1) {
        const moment = ((kill + random()) / kills) * duration;
        await killed(large, moment);
        await undoIfKilled(door);
        const after = await digest(door);
        const why = `seed ${seed}, kill ${kill} after ${Math.round(moment)} ms of ${Math.round(duration)}`;
        expect([why, [untouched, loaded].includes(after)]).toEqual([why, true]);
        await expectNoNotes();
        if (after === loaded) await load(door, putBundle(path.join(folder, "emptied"), "large", {}));
      }
      await killed(large, 0, true);
      expect(await undoIfKilled(door)).toBe(true);
      expect(await digest(door)).toBe(untouched);
      await toItsEnd(large);
      expect(await digest(door)).toBe(loaded);
    },
    patience,
  );

  test("with a transaction still on its way, whoever opens the graph waits for that one first", async () => {
    const before = await digest(door);
    const { commit, writing, close } = await transactionOnItsWay();
    const opening = load(door, ground());
    expect(await Promise.race([opening, pause(500, "waits")])).toBe("waits");
    commit();
    await writing;
    await opening;
    expect(await digest(door)).toBe(before);
    await expectNoNotes();
    await close();
  });
});

test("with a transaction that stands still, whoever opens the graph doesn't wait for ever, and undoes it later", async () => {
  const before = await digest(door);
  const { commit, writing, close } = await transactionOnItsWay();
  expect(await undoIfKilled(door, { transaction: 300, lock: 300 })).toBe(false);
  commit();
  await writing;
  for (let tries = 0; tries < 100 && (await digest(door)) !== before; tries += 1) await pause(100);
  expect(await digest(door)).toBe(before);
  await expectNoNotes();
  await close();
});

describe("two processes at once", () => {
  const small = (name: string): string =>
    putBundle(
      folder,
      name,
      {
        Source: [{ id: `source:${name}`, name, kind: "DATA_SET" }],
        Country: [{ id: "country:a", name: `A, as ${name} has it` }],
      },
      { source: `source:${name}`, at: "1" },
    );

  test("with the same bundle, and with two: both end well, and the graph is the one of one after the other", async () => {
    const middle = putLines(folder, "middle", lines(1, 700, 50));
    await emptied(door);
    await toItsEnd(middle);
    const one = await digest(door);
    await toItsEnd(small("other"));
    const both = await digest(door);
    for (const pair of [
      [middle, middle],
      [small("other"), middle],
      [middle, small("other")],
    ] as const) {
      await emptied(door);
      await Promise.all(pair.map(toItsEnd));
      const names = pair.map((each) => path.basename(each));
      expect([names, await digest(door)]).toEqual([names, names[0] === names[1] ? one : both]);
      await expectNoNotes();
    }
  });

  test("one that holds the lock and is killed frees it", async () => {
    await emptied(door);
    await load(door, small("other"));
    const before = await digest(door);
    const first = ingesting(large);
    await first.begun;
    await someNotes(first);
    first.process.kill("SIGSTOP");
    const second = ingesting(small("other"));
    await second.begun;
    await pause(300);
    expect(second.process.exitCode).toBeNull();
    first.process.kill("SIGKILL");
    await second.ended;
    expect([second.process.exitCode, second.output()]).toEqual([0, expect.stringContaining("ended")]);
    expect(await digest(door)).toBe(before);
    await expectNoNotes();
  });

  test("one that opens the graph meanwhile leaves the other alone, and undoes it when it is killed after all", async () => {
    const before = await digest(door);
    const first = ingesting(large);
    await first.begun;
    await someNotes(first);
    first.process.kill("SIGSTOP");
    expect(await undoIfKilled(door)).toBe(false);
    first.process.kill("SIGKILL");
    await first.ended;
    for (let tries = 0; tries < 100 && (await digest(door)) !== before; tries += 1) await pause(100);
    expect(await digest(door)).toBe(before);
    await expectNoNotes();
  });

  test("one that closes the graph while it waits ends in peace", async () => {
    const release = await door.lock();
    const other = await connect(database.address, silent);
    await door.write((run) => run(query("ingest/note"), { number: 0, undo: JSON.stringify({ nodes: [], edges: [] }) }));
    expect(await undoIfKilled(other)).toBe(false);
    await other.close();
    await pause(200);
    await release();
    expect(await undoIfKilled(door)).toBe(true);
  });
});
