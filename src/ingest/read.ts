/** First two stages: reads a folder and checks it against the model, without the graph. */
import { checkFacts, type Checked } from "./check.ts";
import { Facts, withFiles, type DataSet, type Rejection } from "./facts.ts";
import { readBundleFolder } from "./forms/readFolder.ts";
import { BundleError, Problems } from "./problems.ts";
import { dataSets } from "./sources/dataSets.ts";

/** The content of a folder, checked. */
export interface Ingestion {
  /** Records read; each is in the graph, merged into another, or rejected. */
  read: number;
  /** Records that repeat another record of the set. */
  merged: Rejection[];
  /** Records without facts, and why. */
  rejected: Rejection[];
  checked: Checked;
}

/**
 * Reads and checks the folder of a data set.
 * @param retrieved the day on which the copy was taken, in EDTF; null if it isn't known.
 * @throws BundleError with all problems.
 */
export async function readDataSet(
  dataSet: DataSet,
  folder: string,
  retrieved: string | null,
  progress: (stage: "read", done: number, total: number | null) => void = () => {},
): Promise<Ingestion> {
  const problems = new Problems();
  const facts = new Facts(problems, (records) => progress("read", records, null));
  try {
    await dataSet.read(folder, facts);
  } catch (error) {
    throw unreadable(error as NodeJS.ErrnoException, folder, dataSet);
  }
  progress("read", facts.records, facts.records);
  stateRejected(dataSet, facts);
  const checked = checkFacts(dataSet.name, withFiles(facts.all(), folder), problems, retrieved);
  problems.settle();
  // Empty folders aren't a data set, and would withdraw all of it.
  if (facts.records === 0) throw new BundleError([`${folder}:1 holds no records: expected ${dataSet.expects}.`]);
  return { read: facts.records, merged: facts.merged, rejected: facts.rejected, checked };
}

/** What isn't in the graph can be asked for, too. */
function stateRejected({ source }: DataSet, facts: Facts): void {
  const [first] = facts.rejected;
  if (first === undefined) return;
  const list = facts.rejected.map(({ record, reason }) => ({ locator: record, reason }));
  facts.entity("Source", source, first.place).say("rejectedRecords", list, {
    source,
    locator: "data set",
    origin: first.place,
    basis: "INFERRED",
    confidence: 0.9,
    note: "by the rules that read it",
  });
}

// A file in place of a folder, or an unreadable one.
function unreadable(error: NodeJS.ErrnoException, folder: string, { expects }: DataSet): Error {
  if (error.syscall === undefined) return error;
  return new BundleError([`${error.path ?? folder}:1 can't be read: ${error.message}. Expected ${expects}.`]);
}

/**
 * Reads and checks a bundle, the format for anyone's facts.
 * @param folder its folder, whose name is the bundle's; or one file.
 * @throws BundleError with all problems.
 */
export async function readAndCheckBundle(folder: string): Promise<Ingestion> {
  const problems = new Problems();
  const bundle = await readBundleFolder(folder, problems);
  if (dataSets.some(({ name }) => name === bundle.name))
    problems.add(
      { file: folder, line: 1 },
      `is called "${bundle.name}", which is the name of a data set. Rename the folder.`,
    );
  const checked = checkFacts(bundle.name, bundle.facts, problems);
  problems.settle();
  return { read: bundle.facts.length, merged: [], rejected: [], checked };
}
