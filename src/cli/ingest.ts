import { checkBundle } from "../ingest/check.ts";
import { readBundle } from "../ingest/read.ts";
import { writeBundle } from "../ingest/write.ts";
import { readSettings } from "../settings.ts";
import { openDatabase } from "./database.ts";
import { logTo } from "./log.ts";

/**
 * Checks a bundle, and writes it unless only a check was asked.
 * @throws BundleError with all that is wrong; then nothing was written.
 */
export async function ingestCommand(folder: string, { check = false }: { check?: boolean }): Promise<void> {
  const bundle = checkBundle(readBundle(folder));
  if (check) {
    process.stdout.write(
      `${bundle.name}: ${bundle.nodes.length} nodes and ${bundle.edges.length} edges, nothing wrong.\n`,
    );
    if (bundle.references.size > 0) {
      process.stdout.write(`The graph must hold already: ${[...bundle.references.keys()].sort().join(", ")}.\n`);
    }
    return;
  }
  const settings = readSettings();
  const database = await openDatabase(settings, logTo("warn"));
  try {
    const { nodes, edges, edition } = await writeBundle(database.door, bundle, new Date());
    process.stdout.write(`${bundle.name}: ${nodes} nodes and ${edges} edges. The graph's edition is ${edition}.\n`);
  } finally {
    await database.close();
  }
}
