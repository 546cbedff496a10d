/** The graph that the settings select: embedded or the user's own, prepared for use. */
import type { Logger } from "pino";
import { connect, type Door } from "../graph/database/driver.ts";
import { startEmbedded } from "../graph/database/embedded.ts";
import { prepare, type LoadedBundle } from "../graph/database/prepare.ts";
import { settleAnew } from "../ingest/settling/settleAnew.ts";
import { undoIfKilled } from "../ingest/undo.ts";
import type { Settings } from "../settings.ts";

/** How long an embedded database that reported ready may be too busy to accept a connection, in milliseconds. */
const patience = 60_000;

export interface Database {
  door: Door;
  /** The loaded bundles, by name. */
  bundles: Map<string, LoadedBundle>;
  /** Reports that all common queries ran, so that an embedded database can save its JVM archive for faster starts. */
  learned(): void;
  close(): Promise<void>;
}

/**
 * Starts or connects to the graph database and prepares it. On failure, stops whatever it started.
 * @param options whether an embedded database may create a JVM archive from this run.
 * @throws StartError with the remedy.
 */
export async function openDatabase(
  settings: Settings,
  log: Logger,
  { learning = false }: { learning?: boolean } = {},
): Promise<Database> {
  const embedded = settings.database ? undefined : await startEmbedded({ ...settings.embedded, learning }, log);
  let door: Door | undefined;
  try {
    door = embedded ? await connect(embedded, log, patience) : await connect(settings.database!, log);
    const bundles = await prepare(door, {
      undo: async () => {
        if (await undoIfKilled(door!))
          log.warn("An ingestion was killed before it ended. What it had written is undone; run it again.");
      },
      settle: () => settleAnew(door!, log),
    });
    return {
      door,
      bundles,
      learned: () => embedded?.learned(),
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
