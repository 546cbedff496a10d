/** An ingestion from its folder to the graph, in its stages: read, check, resolve, settle, plan, write. */
import type { Door } from "../graph/database/driver.ts";
import { checkFacts, type Checked } from "./check.ts";
import { Facts, type DataSet, type Rejection } from "./facts.ts";
import type { Decided } from "./identity/decisions.ts";
import { plan, type Plan } from "./plan.ts";
import { BundleError, Problems } from "./problems.ts";
import { resolve } from "./resolve.ts";
import { settleEntities } from "./settleEntities.ts";
import { alone, readerOf } from "./undo.ts";
import { write } from "./write.ts";

/** How far an ingestion is; the total is null as long as it isn't known. */
export type Progress = (stage: "read" | "write", done: number, total: number | null) => void;

/** What an ingestion came to. */
export interface Summary {
  /** The bundle's name: the data set's, or the folder's. */
  name: string;
  /** Records read, each of which is in the graph, merged into another, or rejected. */
  read: number;
  /** Records that say what another record of the set says. */
  merged: Rejection[];
  /** Records that make no facts, and why. */
  rejected: Rejection[];
  /** In entities; null when the graph wasn't asked. */
  counts: Plan["counts"] | null;
  /** The ids of the entities that this said before, and nothing says any longer. */
  withdrawn: string[];
  /** The graph's edition afterwards; null when nothing was written. */
  edition: string | null;
}

/** What a write came to: its counts, what it withdrew, and the edition of the graph after it. */
export type Written = Pick<Plan, "counts" | "withdrawn" | "edition">;

/** What was read of a folder, checked. */
export interface Ingestion extends Pick<Summary, "read" | "merged" | "rejected"> {
  checked: Checked;
}

/**
 * Reads and checks the folder of a data set; the graph isn't needed.
 * @param retrieved the day on which it was read, in EDTF, for its claims.
 * @throws BundleError with all that is wrong.
 */
export async function readDataSet(
  dataSet: DataSet,
  folder: string,
  retrieved: string,
  progress: Progress = () => {},
): Promise<Ingestion> {
  const problems = new Problems();
  const facts = new Facts(problems, (records) => progress("read", records, null));
  try {
    await dataSet.read(folder, facts);
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException, folder, dataSet);
  }
  progress("read", facts.records, facts.records);
  const checked = checkFacts(dataSet.name, facts.all(), problems, retrieved);
  problems.settle();
  // The right folders with nothing in them are no data set, and would withdraw all of it.
  if (facts.records === 0) throw new BundleError([`${folder}:1 holds no records: expected ${dataSet.expects}.`]);
  return { read: facts.records, merged: facts.merged, rejected: facts.rejected, checked };
}

// A file where a folder is due, or one that may not be read.
function unreadable(error: NodeJS.ErrnoException, folder: string, { expects }: DataSet): Error {
  if (error.syscall === undefined) return error;
  return new BundleError([`${error.path ?? folder}:1 can't be read: ${error.message}. Expected ${expects}.`]);
}

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
): Promise<Written> {
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
export function decide(door: Door, decided: Decided, now: Date): Promise<Written> {
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
