/** An ingestion from its folder to the graph, in its stages: read, check, resolve, settle, plan, write. */
import type { Door } from "../graph/database/driver.ts";
import type { Checked } from "./check.ts";
import type { Decided } from "./identity/decisions.ts";
import { plan, type Plan } from "./plan.ts";
import type { Ingestion } from "./read.ts";
import { resolve } from "./resolve.ts";
import { settleEntities } from "./settleEntities.ts";
import { alone, readerOf } from "./undo.ts";
import { write } from "./write.ts";

/** How far an ingestion is; the total is null as long as it isn't known. */
export type Progress = (stage: "read" | "write", done: number, total: number | null) => void;

/** What an ingestion came to. */
export interface Summary extends Omit<Ingestion, "checked"> {
  /** The bundle's name: the data set's, or the folder's. */
  name: string;
  /** In entities; null when the graph wasn't asked. */
  counts: Plan["counts"] | null;
  /** The ids of the entities that this said before, and nothing says any longer. */
  withdrawn: string[];
  /** The graph's edition afterwards; null when nothing was written. */
  edition: string | null;
}

/** What a write came to: its counts, what it withdrew, and the edition of the graph after it. */
export type WriteResult = Pick<Plan, "counts" | "withdrawn" | "edition">;

/**
 * Writes what was read, or tells what writing it would do.
 * @param dry whether nothing is written.
 * @throws BundleError when it refers to what the graph doesn't hold.
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
 * Writes a bundle. The same bundle again changes nothing; what it said before and says no longer is withdrawn.
 * Ingestions wait for each other, whichever process they are of.
 * @param progress told how many changes are written, of how many.
 * @throws BundleError when it refers to what is neither in it nor in the graph; the graph is then as it was.
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
 * Records what an editor decides of two ids, or takes it back, and settles the graph by it, all at once.
 * @throws BundleError when nothing has one of the ids, or there is nothing to take back; the graph is then as it was.
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
