/** A database of a test's own, for those that write or break it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { connect, type Address, type Door } from "../../src/graph/database/driver.ts";
import { startEmbedded, type EmbeddedGraph } from "../../src/graph/database/embedded.ts";

export const silent = pino({ level: "silent" });

/** A new folder in the system's temporary one; the caller removes it. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "entente-test-"));
}

export interface OwnDatabase {
  address: Address;
  door: Door;
  close(): Promise<void>;
}

/**
 * A database without a node that no other test uses meanwhile. Each worker has one, which its files use one after the
 * other, since a start takes long: its indexes and its plans are those of the files before.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const response = await fetch(`${process.env.OWN_DATABASES}/${process.env.JEST_WORKER_ID}`);
  if (!response.ok) throw new Error(await response.text());
  const address = (await response.json()) as Address;
  const door = await connect(address, silent);
  await door.write((run) => run("MATCH (node) DETACH DELETE node"));
  return { address, door, close: () => door.close() };
}

/** A database in a process of its own, for tests that end it or fill it: its start takes some eight seconds. */
export async function newDatabase(
  memory = { heap: "256m", pageCache: "64m" },
): Promise<OwnDatabase & { embedded: EmbeddedGraph }> {
  const folder = temporaryFolder();
  const embedded = await startEmbedded({ folder, ...memory }, silent);
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
