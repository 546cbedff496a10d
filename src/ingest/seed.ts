/** The bundles of `seed/`, with which every graph starts. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { Door } from "../graph/database/driver.ts";
import type { LoadedBundle } from "../graph/database/prepare.ts";
import { readAndCheckBundle } from "./read.ts";
import { writeBundle } from "./ingest.ts";

const seedFolder = fileURLToPath(new URL("../../seed/", import.meta.url));

/**
 * Loads the bundles of `seed/` that the graph lacks or has in another version.
 * @param bundles the bundles in the graph, by name.
 */
export async function loadSeed(
  { door, bundles }: { door: Door; bundles: Map<string, LoadedBundle> },
  log: Logger,
): Promise<void> {
  for (const name of readdirSync(seedFolder).sort()) {
    const { checked } = await readAndCheckBundle(path.join(seedFolder, name));
    if (bundles.get(checked.name)?.digest === checked.digest) continue;
    const { counts } = await writeBundle(door, checked, new Date());
    log.info({ bundle: name, ...counts }, "seed loaded");
  }
}
