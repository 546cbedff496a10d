import { digestOf } from "../graph/database/digest.ts";
import { editionOfGraph } from "../ingest/editionOfGraph.ts";
import { query } from "../graph/queries.ts";
import { StartError } from "../graph/database/StartError.ts";
import { readSettings } from "../settings.ts";
import { openDatabase } from "./database.ts";
import { logTo } from "./log.ts";

const patience = 120_000;

/**
 * Prints the digest of all nodes and edges, and the edition recomputed from everything stated in the graph.
 * @throws StartError when this differs from the recorded edition: something else wrote to the graph.
 */
export async function digestCommand(): Promise<void> {
  const database = await openDatabase(readSettings(), logTo("warn", process.stderr));
  const { door } = database;
  try {
    const read = (text: string, parameters: Record<string, unknown> = {}) => door.run(text, parameters, patience);
    const contents = await digestOf(read);
    const edition = await editionOfGraph(read);
    process.stdout.write(`nodes and edges  ${contents}\nedition          ${edition}\n`);
    const [row] = await read(query("edition/edition"));
    if (row && row[0] !== edition)
      throw new StartError(
        `The graph records the edition ${String(row[0])}: something other than an ingestion wrote to it. Load it again.`,
      );
  } finally {
    await database.close();
  }
}
