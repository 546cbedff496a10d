/** The whole record, from the full data sets. */
import type { Door } from "../../src/graph/database/driver.ts";
import { prepare } from "../../src/graph/database/prepare.ts";
import { ingest, type Summary } from "../../src/ingest/ingest.ts";
import { readDataSet } from "../../src/ingest/read.ts";
import { loadSeed } from "../../src/ingest/seed.ts";
import { foldersOfRecord } from "../../src/ingest/sources/record.ts";
import { silent } from "./database.ts";

export const dataSets = process.env.ENTENTE_DATA!;
const retrieved = "2026-11-24";
/** Loading takes about two minutes on a machine with two cores. */
export const patience = 900_000;

/** Prepares a graph, and loads the seed and all data sets. @returns what became of each set, by its name. */
export async function loadRecord(door: Door): Promise<Map<string, Summary>> {
  await loadSeed({ door, bundles: await prepare(door) }, silent);
  const summaries = new Map<string, Summary>();
  for (const [set, where] of foldersOfRecord(dataSets))
    summaries.set(set.name, await ingest(door, await readDataSet(set, where, retrieved), new Date(retrieved)));
  return summaries;
}
