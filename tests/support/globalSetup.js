// One real Neo4j for all tests, in a folder of its own, with the seed loaded. It runs the compiled product.
import "reflect-metadata";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export default async function globalSetup() {
  const { pino } = await import("pino");
  const { startEmbedded } = await import("../../dist/graph/embedded.js");
  const { connect } = await import("../../dist/graph/driver.js");
  const { prepare } = await import("../../dist/graph/prepare.js");
  const { loadSeed } = await import("../../dist/ingest/seed.js");
  const folder = mkdtempSync(path.join(tmpdir(), "entente-tests-"));
  const log = pino({ level: "warn" });
  const database = await startEmbedded({ folder, heap: "256m", pageCache: "64m" }, log);
  const door = await connect(database, log);
  await loadSeed({ door, bundles: await prepare(door) }, log);
  await door.close();
  globalThis.ententeTests = { database, folder };
  const { uri, user, password } = database;
  process.env.TEST_DATABASE = JSON.stringify({ uri, user, password });
}
