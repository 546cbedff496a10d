/** The graph that the settings name: the embedded one, or the user's own; prepared for use. */
import type { Logger } from "pino";
import { connect, type Door } from "../graph/database/driver.ts";
import { startEmbedded } from "../graph/database/embedded.ts";
import { prepare } from "../graph/database/prepare.ts";
import { undoIfKilled } from "../ingest/undo.ts";
import type { Settings } from "../settings.ts";

export interface Database {
  door: Door;
  /** The digest of each bundle that was loaded, by name. */
  bundles: Map<string, string>;
  close(): Promise<void>;
}

/**
 * Starts or finds the graph database, connects to it and prepares it. What was started is stopped again on failure.
 * @throws StartError with the one thing to do.
 */
export async function openDatabase(settings: Settings, log: Logger): Promise<Database> {
  const embedded = settings.database ? undefined : await startEmbedded(settings.embedded, log);
  let door: Door | undefined;
  try {
    door = await connect(settings.database ?? embedded!, log);
    const bundles = await prepare(door, async () => {
      if (await undoIfKilled(door!))
        log.warn("An ingestion was killed before it ended: what it had written is taken back. Run it again.");
    });
    return {
      door,
      bundles,
      close: async () => {
        await door!.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await door?.close();
    await embedded?.stop();
    throw error;
  }
}
