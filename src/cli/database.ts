/** The graph that the settings name: the embedded one, or the user's own; prepared for use. */
import type { Logger } from "pino";
import { connect, type Door } from "../graph/database/driver.ts";
import { startEmbedded } from "../graph/database/embedded.ts";
import { prepare } from "../graph/database/prepare.ts";
import { settleAnew } from "../ingest/settleAnew.ts";
import { undoIfKilled } from "../ingest/undo.ts";
import type { Settings } from "../settings.ts";

/** How long an embedded database that said it is ready may be too busy to be connected to, in milliseconds. */
const patience = 60_000;

export interface Database {
  door: Door;
  /** The digest of each bundle that was loaded, by name. */
  bundles: Map<string, string>;
  /** Says that all was asked that users ask, from which an embedded database that is learning starts faster later. */
  learned(): void;
  close(): Promise<void>;
}

/**
 * Starts or finds the graph database, connects to it and prepares it. What was started is stopped again on failure.
 * @param options whether an embedded database may learn from this run, as one does where users ask.
 * @throws StartError with the one thing to do.
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
          log.warn("An ingestion was killed before it ended: what it had written is taken back. Run it again.");
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
