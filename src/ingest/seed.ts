/** The bundles of `seed/`, which every graph begins with. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { Door } from "../graph/database/driver.ts";
import { readAndCheckBundle } from "./read.ts";
import { writeBundle } from "./ingest.ts";

const seedFolder = fileURLToPath(new URL("../../seed/", import.meta.url));

/**
 * Loads the bundles of `seed/` that the graph doesn't hold in this form.
 * @param bundles the digest of each bundle that the graph holds, by name.
 */
export async function loadSeed(
  { door, bundles }: { door: Door; bundles: Map<string, string> },
  log: Logger,
): Promise<void> {
  for (const name of readdirSync(seedFolder).sort()) {
    const { checked } = await readAndCheckBundle(path.join(seedFolder, name));
    if (bundles.get(checked.name) === checked.digest) continue;
    const { counts } = await writeBundle(door, checked, new Date());
    log.info({ bundle: name, ...counts }, "seed loaded");
  }
}
