/** An ingestion from its folder to the graph: read, check, resolve, write; and what it came to. */
import type { Door } from "../graph/database/driver.ts";
import { checkFacts, type Checked } from "./check.ts";
import { Facts, type DataSet, type Rejection } from "./facts.ts";
import type { Counts } from "./plan.ts";
import { BundleError, Problems } from "./problems.ts";
import { planOf, writeBundle } from "./write.ts";

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
  counts: Counts | null;
  /** The ids of the entities that this said before, and nothing says any longer. */
  withdrawn: string[];
  /** The graph's edition afterwards; null when nothing was written. */
  edition: string | null;
}

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
  const summary = { name: checked.name, ...read };
  if (dry) {
    const { counts, withdrawn } = await planOf(door, checked);
    return { ...summary, counts, withdrawn, edition: null };
  }
  const { counts, withdrawn, edition } = await writeBundle(door, checked, now, (done, total) =>
    progress("write", done, total),
  );
  return { ...summary, counts, withdrawn, edition };
}
