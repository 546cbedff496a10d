/** An ingestion killed at any moment leaves the graph unchanged. */
import path from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import type { Door } from "../../src/graph/database/driver.ts";
import { query } from "../../src/graph/queries.ts";
import { undoIfKilled, undoUnfinished } from "../../src/ingest/undo.ts";
import { digest, load, putBundle, putLines } from "../support/bundles.ts";
import { expectNoNotes, killed, lines, patience, toItsEnd, useIngestions } from "../support/ingestions.ts";

const people = 400;
const flows = 1500;
/** The number of kills, evenly distributed over the duration of an ingestion. */
const kills = 10;
const killsOfChange = 3;

const { door, folder } = useIngestions();
let large: string;
let newer: string;
let untouched: string;
let loaded: string;
let changed: string;
/** How long writing the newer edition takes, in milliseconds. */
let durationOfChange: number;

// The moments are random; the seed is printed, to repeat a failure.
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
let state = seed;
function random(): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
}

beforeAll(async () => {
  untouched = await digest(door());
  large = putLines(path.join(folder(), "first"), "large", lines(1, flows, people));
  newer = putLines(path.join(folder(), "second"), "large", lines(2, flows, people));
  await toItsEnd(large);
  loaded = await digest(door());
  durationOfChange = await toItsEnd(newer);
  changed = await digest(door());
}, patience);

test(
  "while it replaces thousands of claims, it leaves the earlier edition, and so does whoever is killed undoing it",
  async () => {
    let halves = 0;
    for (let kill = 0; kill < killsOfChange; kill += 1) {
      // The first one at once, so that at least one is halfway.
      const moment = kill * random() * (durationOfChange / 8);
      await killed(large, moment, true);
      const why = `seed ${seed}, kill ${kill}, ${Math.round(moment)} ms after the first transaction`;
      const notes = await door().run(query("ingest/undoes"), {}, 60_000);
      if (notes.length > 0) halves += 1;
      // The opening that reverts it is killed too, after one step (and the waiting before it), and the next one continues.
      if (notes.length > 1) {
        let steps = 0;
        const dying: Door = {
          ...door(),
          write: (work) => ((steps += 1) > 2 ? Promise.reject(new Error("killed")) : door().write(work)),
        };
        await expect(undoUnfinished(dying)).rejects.toThrow("killed");
        expect((await door().run(query("ingest/undoes"), {}, 60_000)).length).toBe(notes.length - 1);
      }
      await undoIfKilled(door());
      const after = await digest(door());
      expect([why, [loaded, changed].includes(after)]).toEqual([why, true]);
      await expectNoNotes();
      if (after === loaded) await toItsEnd(newer);
    }
    expect([`seed ${seed}`, halves > 0]).toEqual([`seed ${seed}`, true]);
    await toItsEnd(large);
    expect(await digest(door())).toBe(loaded);
  },
  patience,
);

test(
  "at ten moments of a first load, it leaves the graph as it was; then it loads as if nothing had been",
  async () => {
    await load(door(), putBundle(path.join(folder(), "emptied"), "large", {}));
    expect(await digest(door())).toBe(untouched);
    // Once more, since a database that has just started is slower.
    const duration = await toItsEnd(large);
    await load(door(), putBundle(path.join(folder(), "emptied"), "large", {}));
    for (let kill = 0; kill < kills; kill += 1) {
      const moment = ((kill + random()) / kills) * duration;
      await killed(large, moment);
      await undoIfKilled(door());
      const after = await digest(door());
      const why = `seed ${seed}, kill ${kill} after ${Math.round(moment)} ms of ${Math.round(duration)}`;
      expect([why, [untouched, loaded].includes(after)]).toEqual([why, true]);
      await expectNoNotes();
      if (after === loaded) await load(door(), putBundle(path.join(folder(), "emptied"), "large", {}));
    }
    await killed(large, 0, true);
    expect(await undoIfKilled(door())).toBe(true);
    expect(await digest(door())).toBe(untouched);
    await toItsEnd(large);
    expect(await digest(door())).toBe(loaded);
  },
  patience,
);
