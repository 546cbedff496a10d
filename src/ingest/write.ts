/**
 * Last stage: writes a plan, all of it or nothing. A large one takes many transactions, since Neo4j holds each in
 * memory; each notes in the graph how to undo it, and the last one drops the notes. Whoever opens the graph after an
 * ingestion was killed undoes what the notes tell.
 */
import { setTimeout } from "node:timers/promises";
import type { Door, Run } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";
import type { Checked } from "./check.ts";
import { editionLog } from "./editionLog.ts";
import type { EdgeChange, NodeChange } from "./changes.ts";
import type { Decided } from "./decisions.ts";
import { pages } from "./lists.ts";
import { planBundle, type Counts, type Plan } from "./plan.ts";
import { BundleError } from "./problems.ts";

/** How many nodes or edges one transaction changes. */
const batch = 3000;

/** How long the database may take over one read, in milliseconds. */
const patience = 120_000;

/** What a write came to. */
export interface Written {
  counts: Counts;
  /** The ids of the entities that nothing says any longer. */
  withdrawn: string[];
  /** The digest of all that is said in the graph after it: its edition. */
  edition: string;
}

/** How to take back one transaction. */
interface Undo {
  nodes: [id: string, label: string, before: Record<string, unknown> | null, gone: boolean][];
  edges: [from: string, to: string, type: string, before: Record<string, unknown> | null, gone: boolean][];
}

/**
 * Plans what a bundle changes without writing it.
 * @throws BundleError when it refers to what is neither in it nor in the graph.
 */
export function planOf(door: Door, bundle: Checked): Promise<Plan> {
  return alone(door, () => planBundle(readerOf(door), bundle));
}

/**
 * Writes a bundle. The same bundle again changes nothing; what it said before and says no longer is withdrawn.
 * Ingestions wait for each other, whichever process they are of.
 * @param progress told how many changes are written, of how many.
 * @throws BundleError when it refers to what is neither in it nor in the graph; the graph is then as it was.
 */
export function writeBundle(door: Door, bundle: Checked, now: Date, progress: Told = () => {}): Promise<Written> {
  return written(door, (read) => planBundle(read, bundle), { name: bundle.name, digest: bundle.digest }, now, progress);
}

/**
 * Records what an editor decides of two ids, or takes it back, and settles the graph by it, all at once.
 * @throws BundleError when nothing has one of the ids, or there is nothing to take back; the graph is then as it was.
 */
export function decide(door: Door, decided: Decided, now: Date): Promise<Written> {
  return written(
    door,
    (read) => planBundle(read, null, decided),
    { name: null, digest: null },
    now,
    () => {},
  );
}

type Told = (written: number, total: number) => void;

async function written(
  door: Door,
  plans: (read: Run) => Promise<Plan>,
  bundle: { name: string | null; digest: string | null },
  now: Date,
  progress: Told,
): Promise<Written> {
  return alone(door, async () => {
    const plan = await plans(readerOf(door));
    const date = now.toISOString().slice(0, 10);
    const finish = async (run: Run): Promise<void> => {
      // Before the marker has the new edition, by which it is known to be one.
      await run(query("ingest/log"), { edition: plan.edition, date, name: bundle.name, ...editionLog(plan.changes) });
      await run(query("ingest/edition"), { edition: plan.edition, date, ...bundle });
    };
    await apply(door, plan, finish, progress);
    return { counts: plan.counts, withdrawn: plan.withdrawn, edition: plan.edition };
  });
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

/** Reads that may take long. */
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
      await change(run, {
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

type Changes = Pick<Plan, "nodes" | "edges">;

async function apply(door: Door, plan: Changes, finish: (run: Run) => Promise<void>, progress: Told): Promise<void> {
  const total = plan.nodes.length + plan.edges.length;
  const parts = partsOf(plan);
  try {
    if (parts.length <= 1) {
      await writing(door, async (run) => {
        for (const part of parts) await change(run, part);
        await finish(run);
      });
      return;
    }
    let written = 0;
    for (const [number, part] of parts.entries()) {
      await writing(door, async (run) => {
        await run(query("ingest/note"), { number, undo: JSON.stringify(undoOf(part)) });
        await change(run, part);
      });
      written += part.nodes.length + part.edges.length;
      progress(written, total);
    }
    await writing(door, async (run) => {
      await finish(run);
      await run(query("ingest/finished"));
    });
  } catch (error) {
    // What can't be undone now is undone by whoever opens the graph next.
    if (parts.length > 1) await undoUnfinished(door).catch(() => undefined);
    throw refused(error as Error);
  }
}

// Edges go before their ends do, and come after them.
function partsOf({ nodes, edges }: Changes): Changes[] {
  const parts: Changes[] = [];
  const small = nodes.length + edges.length <= batch;
  const phases: Changes[] = [
    { nodes: [], edges: edges.filter(({ after }) => after === null) },
    { nodes: nodes.filter(({ after }) => after === null), edges: [] },
    {
      nodes: nodes
        .filter(({ after }) => after !== null)
        .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
      edges: [],
    },
    {
      nodes: [],
      edges: edges
        .filter(({ after }) => after !== null)
        .sort((a, b) => (a.type < b.type ? -1 : a.type > b.type ? 1 : 0)),
    },
  ];
  if (small) return nodes.length + edges.length === 0 ? [] : [{ nodes, edges }];
  for (const phase of phases) {
    for (const page of pages(phase.nodes, batch)) parts.push({ nodes: page, edges: [] });
    for (const page of pages(phase.edges, batch)) parts.push({ nodes: [], edges: page });
  }
  return parts;
}

function undoOf({ nodes, edges }: Changes): Undo {
  return {
    nodes: nodes.map(({ id, label, before, after }) => [id, label, before, after === null]),
    edges: edges.map(({ from, to, type, before, after }) => [from, to, type, before, after === null]),
  };
}

/** Makes the changes, in an order that never leaves an edge without its ends. */
async function change(run: Run, { nodes, edges }: Changes): Promise<void> {
  await byWord(
    edges.filter(({ after }) => after === null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesGone"), { type, rows: rows.map(({ from, to }) => ({ from, to })) }),
  );
  const gone = nodes.filter(({ after }) => after === null);
  if (gone.length > 0) await run(query("ingest/nodesGone"), { ids: gone.map(({ id }) => id) });
  const written = nodes.filter((each): each is NodeChange & { after: object } => each.after !== null);
  await byWord(
    written.filter(({ before }) => before !== null),
    () => "",
    (rows) =>
      run(query("ingest/nodesChanged"), { rows: rows.map(({ id, after }) => ({ id, properties: { ...after, id } })) }),
  );
  await byWord(
    written.filter(({ before }) => before === null),
    ({ label }) => label,
    (rows, label) => run(query("ingest/nodesNew"), { label, rows: rows.map(({ id, after }) => ({ ...after, id })) }),
  );
  const led = edges.filter((each): each is EdgeChange & { after: object } => each.after !== null);
  const rowsOf = (rows: EdgeChange[]) => rows.map(({ from, to, after }) => ({ from, to, properties: after }));
  await byWord(
    led.filter(({ before }) => before !== null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesChanged"), { type, rows: rowsOf(rows) }),
  );
  await byWord(
    led.filter(({ before }) => before === null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesNew"), { type, rows: rowsOf(rows) }),
  );
}

async function byWord<T>(
  list: T[],
  wordOf: (each: T) => string,
  work: (rows: T[], word: string) => Promise<unknown>,
): Promise<void> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(wordOf(each));
    if (group) group.push(each);
    else groups.set(wordOf(each), [each]);
  }
  for (const [word, rows] of groups) await work(rows, word);
}

// Two entities with one natural key: what the database alone can tell across bundles.
function refused(error: Error): Error {
  const cause = (error.cause ?? error) as Error & { code?: string };
  if (!cause.code?.includes("ConstraintValidationFailed")) return error;
  const [, value = cause.message] = /property (`.*)$/s.exec(cause.message) ?? [];
  return new BundleError([
    `The graph holds an entity with the same natural key already: ${value}. Give both the same id, or correct the key.`,
  ]);
}
