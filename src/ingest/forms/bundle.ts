/** A bundle, the form for anyone's facts, as a data set among the others. */
import path from "node:path";
import { checkFacts, type Checked } from "../check.ts";
import type { Ingestion } from "../ingest.ts";
import { Problems } from "../problems.ts";
import { readBundleFolder } from "./readFolder.ts";
import { dataSets } from "../sources/index.ts";

/**
 * Reads and checks a bundle; the graph isn't needed.
 * @param folder its folder, whose name is the bundle's; or one file.
 * @throws BundleError with all that is wrong.
 */
export async function readAndCheckBundle(folder: string): Promise<Ingestion> {
  const problems = new Problems();
  const bundle = await readBundleFolder(folder, problems);
  if (dataSets.some(({ name }) => name === bundle.name))
    problems.add({ file: folder, line: 1 }, `is called "${bundle.name}", as a data set is: rename the folder.`);
  const checked: Checked = checkFacts(bundle.name, bundle.facts, problems);
  problems.settle();
  return { read: bundle.facts.length, merged: [], rejected: [], checked };
}

/** The name of the bundle in a folder, which need not be read for it. */
export function nameOfBundle(folder: string): string {
  return path.basename(path.resolve(folder));
}
