/** A database of a test's own, for those that write or break it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { connect, type Address, type Door } from "../../src/graph/driver.ts";
import { startEmbedded, type EmbeddedGraph } from "../../src/graph/embedded.ts";

export const silent = pino({ level: "silent" });

/** A new folder in the system's temporary one; the caller removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "entente-test-"));
}

export interface OwnDatabase {
  address: Address;
  embedded: EmbeddedGraph;
  door: Door;
  close(): Promise<void>;
}

/** Starts an empty Neo4j. It takes some eight seconds, so a file starts one at most. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const folder = temporaryFolder();
  const embedded = await startEmbedded({ folder, heap: "256m", pageCache: "64m" }, silent);
  const door = await connect(embedded, silent);
  return {
    address: embedded,
    embedded,
    door,
    close: async () => {
      await door.close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
