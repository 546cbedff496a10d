/**
 * An ingestion that was killed, undone: a large one takes many transactions, and each notes in the graph how to take it
 * back. Whoever opens the graph afterwards, or ingests next, does what the notes say.
 */
import { setTimeout } from "node:timers/promises";
import type { Door, Run } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";
import { applyChanges } from "./applyChanges.ts";
import type { EdgeChange, NodeChange } from "./changes.ts";

/** How long the database may take over one read, in milliseconds. */
const patience = 120_000;

/** How to take back one transaction. */
interface Undo {
  nodes: [id: string, label: string, before: Record<string, unknown> | null, gone: boolean][];
  edges: [from: string, to: string, type: string, before: Record<string, unknown> | null, gone: boolean][];
}

/** How to take back some changes, as one transaction notes it. */
export function undoNote({ nodes, edges }: { nodes: NodeChange[]; edges: EdgeChange[] }): string {
  const undo: Undo = {
    nodes: nodes.map(({ id, label, before, after }) => [id, label, before, after === null]),
    edges: edges.map(({ from, to, type, before, after }) => [from, to, type, before, after === null]),
  };
  return JSON.stringify(undo);
}

/** Works on a graph that nobody else ingests into, and that no ingestion left halfway. */
export async function alone<T>(door: Door, work: () => Promise<T>): Promise<T> {
  const release = await door.lock();
  try {
    await undoUnfinished(door);
    return await work();
  } finally {
    await release();
  }
}

/** A transaction of an ingestion: nothing else of one is committed while it lasts. */
export function writing<T>(door: Door, work: (run: Run) => Promise<T>): Promise<T> {
  return door.write(async (run) => {
    await run(query("ingest/writing"));
    return work(run);
  });
}

/** Reads of an ingestion, which may take longer than those of an answer. */
export function readerOf(door: Door): Run {
  return (text, parameters = {}) => door.run(text, parameters, patience);
}

/**
 * Undoes an ingestion that was killed, if there is one: the graph is then as it was before it.
 * @returns whether there was one.
 */
export async function undoUnfinished(door: Door): Promise<boolean> {
  // The last transaction of one that was killed may still be on its way.
  await writing(door, () => Promise.resolve());
  const rows = await door.run(query("ingest/undoes"), {}, patience);
  for (const [number] of rows as [number][]) {
    await writing(door, async (run) => {
      const [row] = await run(query("ingest/undo"), { number });
      const { nodes, edges } = JSON.parse(row![0] as string) as Undo;
      await applyChanges(run, {
        nodes: nodes.map(([id, label, after, gone]) => ({ id, label, after, before: gone ? null : {} })),
        edges: edges.map(([from, to, type, after, gone]) => ({ from, to, type, after, before: gone ? null : {} })),
      });
      await run(query("ingest/undone"), { number });
    });
  }
  return rows.length > 0;
}

/** How long an opening waits for a running ingestion to turn out to be alive, in milliseconds. */
const moment = 3000;

/** Undoes an ingestion that was killed, unless it goes on in another process. @returns whether it was undone. */
export async function undoIfKilled(door: Door): Promise<boolean> {
  // A transaction that the killed one sent may still be on its way, with the first note in it.
  await writing(door, () => Promise.resolve());
  if ((await door.run(query("ingest/undoes"), {}, patience)).length === 0) return false;
  const locking = door.lock();
  const free = await Promise.race([locking.then(() => true), setTimeout(moment, false, { ref: false })]);
  const undoing = locking.then(async (release) => {
    try {
      return await undoUnfinished(door);
    } finally {
      await release();
    }
  });
  if (free) return undoing;
  // It waits on: if the other one is killed after all, it is undone then. This graph may be closed before.
  undoing.catch(() => undefined);
  return false;
}
