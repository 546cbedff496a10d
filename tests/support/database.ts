/** A separate database for tests that write to it or break it. */
import { rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { pino } from "pino";
import { connect, type Address, type Door } from "../../src/graph/database/driver.ts";
import { startEmbedded, type EmbeddedGraph } from "../../src/graph/database/embedded.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

export const silent = pino({ level: "silent" });
/** How long a busy machine may take to connect, in milliseconds. */
export const busy = 60_000;

// A file that needs a database waits for the store here, outside the tests' timeouts.
await asked("store");

/** @returns a database that tests/support/globalSetup.js starts on first use. */
export async function databaseNamed(name: string): Promise<Address & { pid: number }> {
  return (await asked(name)) as Address & { pid: number };
}

async function asked(what: string): Promise<unknown> {
  const response = await fetch(`${process.env.TEST_DATABASES}/${what}`);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

export interface OwnDatabase {
  address: Address;
  /** Its process. */
  pid: number;
  door: Door;
  close(): Promise<void>;
}

/**
 * A prepared, empty database without other users at the time. Each worker has one, which its
 * files use in turn, since a start takes long: its plans are those of the files before.
 */
export async function ownDatabase(): Promise<OwnDatabase> {
  const address = await databaseNamed(`worker${process.env.JEST_WORKER_ID}`);
  const door = await connect(address, silent, busy);
  await door.write(async (run) => {
    await run("MATCH (node) WHERE NOT node:Entente AND NOT node:Lock AND NOT node:Migration DETACH DELETE node");
    await run("MATCH (marker:Entente) SET marker = {id: marker.id, prepared: marker.prepared}");
  });
  return { address, pid: address.pid, door, close: () => door.close() };
}

/** @returns a folder with a database that has the seed, not started. */
export async function seededFolder(): Promise<string> {
  const folder = temporaryFolder();
  await cp((await asked("store")) as string, folder, { recursive: true });
  return folder;
}

/**
 * A new database in a separate process, for tests that fill or change it.
 * @param content whether it begins empty, or with the seed.
 */
export async function newDatabase(
  memory: { heap: string; pageCache: string },
  content: "empty" | "seed" = "empty",
): Promise<OwnDatabase & { embedded: EmbeddedGraph }> {
  const folder = content === "seed" ? await seededFolder() : temporaryFolder();
  const embedded = await startEmbedded({ folder, ...memory }, silent);
  const door = await connect(embedded, silent, busy);
  return {
    address: embedded,
    embedded,
    pid: embedded.pid!,
    door,
    close: async () => {
      await door.close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
