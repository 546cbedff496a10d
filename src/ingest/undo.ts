/**
 * Undoes a killed ingestion: a large one takes many transactions, and each notes in the graph how to revert
 * it. Whoever next opens the graph, or ingests, follows the notes.
 */
import { setTimeout } from "node:timers/promises";
import type { Door, Run } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";
import { applyChanges } from "./applyChanges.ts";
import type { EdgeChange, NodeChange } from "./changes.ts";

/** The time limit of one read, in milliseconds. */
const patience = 120_000;

/** How to revert one transaction. */
interface Undo {
  nodes: [id: string, label: string, before: Record<string, unknown> | null, gone: boolean][];
  edges: [from: string, to: string, type: string, before: Record<string, unknown> | null, gone: boolean][];
}

/** How to revert some changes, as noted by one transaction. */
export function undoNote({ nodes, edges }: { nodes: NodeChange[]; edges: EdgeChange[] }): string {
  const undo: Undo = {
    nodes: nodes.map(({ id, label, before, after }) => [id, label, before, after === null]),
    edges: edges.map(({ from, to, type, before, after }) => [from, to, type, before, after === null]),
  };
  return JSON.stringify(undo);
}

/** Runs on a graph with no concurrent and no incomplete ingestion. */
export async function alone<T>(door: Door, work: () => Promise<T>): Promise<T> {
  const release = await door.lock();
  try {
    await undoUnfinished(door);
    return await work();
  } finally {
    await release();
  }
}

/** A transaction of an ingestion: no other of its transactions is committed meanwhile. */
export function writing<T>(door: Door, work: (run: Run) => Promise<T>): Promise<T> {
  return door.write(async (run) => {
    await run(query("ingest/writing"));
    return work(run);
  });
}

/** Reads for an ingestion, which may take longer than those for an answer. */
export function readerOf(door: Door): Run {
  return (text, parameters = {}) => door.run(text, parameters, patience);
}

/**
 * Undoes a killed ingestion, if any, so that the graph is as before it.
 * @returns whether there was one.
 */
export async function undoUnfinished(door: Door): Promise<boolean> {
  // The last transaction of a killed ingestion may still be pending.
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

/** How long opening waits for a transaction under way, and for the lock of a running ingestion, in milliseconds. */
const patienceOfOpening = { transaction: 20_000, lock: 3000 };

/**
 * Undoes a killed ingestion, unless it is running in another process, or stands still there.
 * @returns whether it was undone.
 */
export async function undoIfKilled(door: Door, { transaction, lock } = patienceOfOpening): Promise<boolean> {
  // A transaction sent by a killed ingestion may still be pending, with the first note in it.
  const pending = writing(door, () => Promise.resolve());
  const unfinished = pending.then(async () => (await door.run(query("ingest/undoes"), {}, patience)).length > 0);
  const locking = unfinished.then((is) => (is ? door.lock() : null));
  const undoing = locking.then(async (release) => {
    if (release === null) return false;
    try {
      return await undoUnfinished(door);
    } finally {
      await release();
    }
  });
  // If it is not in time, this goes on: if the other one is killed after all, it is undone then. The graph may be closed before.
  undoing.catch(() => undefined);
  const isFree = (await inTime(pending, transaction)) && (await unfinished) && (await inTime(locking, lock));
  return isFree ? undoing : false;
}

/** @throws as the work does. */
function inTime(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return Promise.race([work.then(() => true), setTimeout(milliseconds, false, { ref: false })]);
}
