/** An ingestion has its whole effect or none, also beside another; tests/long kills it at any moment. */
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { connect } from "../../src/graph/database/driver.ts";
import { query } from "../../src/graph/queries.ts";
import { undoIfKilled } from "../../src/ingest/undo.ts";
import { digest, emptied, load, putBundle, putLines } from "../support/bundles.ts";
import { silent } from "../support/database.ts";
import { expectNoNotes, ground, ingesting, lines, someNotes, toItsEnd, useIngestions } from "../support/ingestions.ts";

const { door, folder, address } = useIngestions();
let large: string;
beforeAll(() => void (large = putLines(path.join(folder(), "first"), "large", lines(1, 700, 400))));

/** A transaction of another process's ingestion that has written, and isn't committed before `commit` is called. */
async function transactionOnItsWay(): Promise<{
  commit: () => void;
  writing: Promise<unknown>;
  close: () => Promise<void>;
}> {
  const other = await connect(address(), silent);
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

test("with a transaction still on its way, whoever opens the graph waits for that one first", async () => {
  const before = await digest(door());
  const { commit, writing, close } = await transactionOnItsWay();
  const opening = load(door(), ground());
  expect(await Promise.race([opening, pause(500, "waits")])).toBe("waits");
  commit();
  await writing;
  await opening;
  expect(await digest(door())).toBe(before);
  await expectNoNotes();
  await close();
});

test("with a transaction that stands still, whoever opens the graph doesn't wait for ever, and undoes it later", async () => {
  const before = await digest(door());
  const { commit, writing, close } = await transactionOnItsWay();
  expect(await undoIfKilled(door(), { transaction: 300, lock: 300 })).toBe(false);
  commit();
  await writing;
  for (let tries = 0; tries < 100 && (await digest(door())) !== before; tries += 1) await pause(100);
  expect(await digest(door())).toBe(before);
  await expectNoNotes();
  await close();
});

describe("two processes at once", () => {
  const small = (name: string): string =>
    putBundle(
      folder(),
      name,
      {
        Source: [{ id: `source:${name}`, name, kind: "DATA_SET" }],
        Country: [{ id: "country:a", name: `A, as ${name} has it` }],
      },
      { source: `source:${name}`, at: "1" },
    );

  test("with the same bundle, and with two: both end well, and the graph is the one of one after the other", async () => {
    const middle = putLines(folder(), "middle", lines(1, 300, 50));
    await emptied(door());
    await toItsEnd(middle);
    const one = await digest(door());
    await toItsEnd(small("other"));
    const both = await digest(door());
    for (const pair of [
      [middle, middle],
      [small("other"), middle],
      [middle, small("other")],
    ] as const) {
      await emptied(door());
      await Promise.all(pair.map(toItsEnd));
      const names = pair.map((each) => path.basename(each));
      expect([names, await digest(door())]).toEqual([names, names[0] === names[1] ? one : both]);
      await expectNoNotes();
    }
  });

  test("one that holds the lock and is killed frees it", async () => {
    await emptied(door());
    await load(door(), small("other"));
    const before = await digest(door());
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
    expect(await digest(door())).toBe(before);
    await expectNoNotes();
  });

  test("one that opens the graph meanwhile leaves the other alone, and undoes it when it is killed after all", async () => {
    const before = await digest(door());
    const first = ingesting(large);
    await first.begun;
    await someNotes(first);
    first.process.kill("SIGSTOP");
    expect(await undoIfKilled(door())).toBe(false);
    first.process.kill("SIGKILL");
    await first.ended;
    for (let tries = 0; tries < 100 && (await digest(door())) !== before; tries += 1) await pause(100);
    expect(await digest(door())).toBe(before);
    await expectNoNotes();
  });

  test("one that closes the graph while it waits ends in peace", async () => {
    const release = await door().lock();
    const other = await connect(address(), silent);
    await door().write((run) =>
      run(query("ingest/note"), { number: 0, undo: JSON.stringify({ nodes: [], edges: [] }) }),
    );
    expect(await undoIfKilled(other)).toBe(false);
    await other.close();
    await pause(200);
    await release();
    expect(await undoIfKilled(door())).toBe(true);
  });
});
