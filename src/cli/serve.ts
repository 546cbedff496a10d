import type { Logger } from "pino";
import { refuseEarlierReadings } from "../ingest/earlier.ts";
import { loadSeed } from "../ingest/seed.ts";
import { startServer, type Server } from "../http/server.ts";
import { readSettings } from "../settings.ts";
import { openDatabase, type Database } from "./database.ts";
import { logTo } from "./log.ts";
import { keepWarm, type Warmth } from "./warm.ts";

/** Runs until stopped. @throws StartError when it can't start; then nothing is left running. */
export async function serve(): Promise<void> {
  const settings = readSettings();
  const log = logTo(settings.logLevel);
  let server: Server | undefined;
  let database: Database | undefined;
  let warmth: Warmth | undefined;
  try {
    server = await startServer(settings, log);
    database = await openDatabase(settings, log, { learning: true });
    refuseEarlierReadings(database.bundles);
    await loadSeed(database, log);
    if (settings.warmUp) warmth = keepWarm(database.door, settings, log, () => database!.learned());
    server.answerFrom(database.door, () => warmth?.isReady() ?? true);
    const { url } = server;
    void Promise.resolve(warmth?.first).then(() =>
      log.info(`Entente answers at ${url}/graphql. Its pages are at ${url}/`),
    );
    // Until here a signal just ends the process: the database notices, and exits.
    await stopSignal(log);
  } finally {
    warmth?.stop();
    await server?.close();
    await database?.close();
  }
  log.info("stopped");
}

// A second signal ends the process at once.
function stopSignal(log: Logger): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        log.info(`stopping on ${signal}`);
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}
