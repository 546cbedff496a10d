/** An ingestion from folder to graph, in stages: read, check, resolve, settle, plan, write. */
import type { Door } from "../graph/database/driver.ts";
import type { Checked } from "./check.ts";
import type { Decided } from "./identity/decisions.ts";
import { plan, type Plan } from "./plan.ts";
import type { Ingestion } from "./read.ts";
import { resolve } from "./resolve.ts";
import { settleEntities } from "./settling/settleEntities.ts";
import { alone, readerOf } from "./undo.ts";
import { write } from "./write.ts";

/** The progress of an ingestion; the total is null until known. */
export type Progress = (stage: "read" | "write", done: number, total: number | null) => void;

/** The result of an ingestion. */
export interface Summary extends Omit<Ingestion, "checked"> {
  /** The bundle's name: the data set's, or the folder's. */
  name: string;
  /** Counts of entities; null when the graph wasn't read. */
  counts: Plan["counts"] | null;
  /** The ids of the entities that only this bundle stated, and no longer does. */
  withdrawn: string[];
  /** The graph's edition afterwards; null when nothing was written. */
  edition: string | null;
}

/** The result of a write: counts, withdrawn ids, and the new edition. */
export type WriteResult = Pick<Plan, "counts" | "withdrawn" | "edition">;

/**
 * Writes what was read, or reports what would change.
 * @param dry whether nothing is written.
 * @throws BundleError when it refers to something that isn't in the graph.
 */
export async function ingest(
  door: Door,
  { checked, ...read }: Ingestion,
  now: Date,
  { dry = false, progress = () => {} }: { dry?: boolean; progress?: Progress } = {},
): Promise<Summary> {
  const { counts, withdrawn, edition } = dry
    ? { ...(await alone(door, () => planned(door, checked))), edition: null }
    : await writeBundle(door, checked, now, (done, total) => progress("write", done, total));
  return { name: checked.name, ...read, counts, withdrawn, edition };
}

/**
 * Writes a bundle. The same bundle again changes nothing; what it no longer states is withdrawn.
 * Ingestions wait for each other, across processes.
 * @param progress receives the numbers of changes written and in total.
 * @throws BundleError when it refers to something in neither bundle nor graph, which is left unchanged.
 */
export function writeBundle(
  door: Door,
  bundle: Checked,
  now: Date,
  progress: (written: number, total: number) => void = () => {},
): Promise<WriteResult> {
  return alone(door, async () => {
    const changes = await planned(door, bundle);
    await write(door, changes, bundle, now, progress);
    return changes;
  });
}

/**
 * Records or reverts an editor's decision on two ids, and settles the graph, atomically.
 * @throws BundleError when an id is unknown, or there is nothing to revert; the graph is left unchanged.
 */
export function decide(door: Door, decided: Decided, now: Date): Promise<WriteResult> {
  return alone(door, async () => {
    const changes = await planned(door, null, decided);
    await write(door, changes, null, now, () => {});
    return changes;
  });
}

async function planned(door: Door, bundle: Checked | null, decided: Decided | null = null): Promise<Plan> {
  const read = readerOf(door);
  const resolved = await resolve(read, bundle, decided);
  const settled = settleEntities(read, resolved);
  return plan(read, resolved, settled);
}
