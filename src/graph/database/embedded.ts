/** The embedded database: Neo4j as a child process, started, monitored and stopped. */
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { archiveOf, type Archive } from "./embeddedArchive.ts";
import { prepareFolder } from "./embeddedFolder.ts";
import { classPathOf, prepareJars } from "./embeddedJars.ts";
import { checkJava } from "./embeddedJava.ts";
import { JavaError, launch, type LaunchSettings, type Neo4jProcess } from "./embeddedProcess.ts";

export interface EmbeddedSettings {
  /** The data folder; created if missing. */
  folder: string;
  /** The largest heap of Java, such as "512m"; at least "128m". */
  heap: string;
  /** The page cache of Neo4j, such as "64m". */
  pageCache: string;
  /** Whether Java may create an archive from this run, if there is none: see `learned`. */
  learning?: boolean;
}

export interface EmbeddedGraph {
  uri: string;
  user: string;
  password: string;
  /** The process id of the database; changes if it died and was restarted. */
  readonly pid: number | undefined;
  /** Reports that all common queries ran: an archive is then saved at the end, for faster starts. */
  learned(): void;
  /** Stops the database. Resolves when its process has ended. */
  stop(): Promise<void>;
}

const firstDelay = 500;
const longestDelay = 10_000;
const slowStart = 20_000;

/**
 * Starts Neo4j in the data folder and keeps it running, at the same address, until stopped.
 * It ends with this process, however that ends.
 * @returns its address and credentials, once it answers queries.
 * @throws StartError when Java or Maven is missing, the folder is unusable or in use, or Neo4j does not start.
 */
export async function startEmbedded(settings: EmbeddedSettings, log: Logger): Promise<EmbeddedGraph> {
  const folder = resolve(settings.folder);
  const java = await checkJava();
  const password = await prepareFolder(folder);
  const jars = await prepareJars(log);
  let archive = await archiveOf(jars, java, settings.learning ?? false, log);
  const { heap, pageCache } = settings;
  const launching: LaunchSettings = {
    classPath: await classPathOf(jars),
    archive: archive.flags,
    home: join(folder, "graph"),
    heap,
    pageCache,
    password,
    port: 0,
    hear: (line) => {
      log.debug(line);
      // The next run that may learn creates another.
      if (archive.isRefusal(line))
        archive.discard().catch((error: unknown) => log.debug({ err: error }, "an archive can't be removed"));
    },
  };

  const started = Date.now();
  const patience = setTimeout(
    () => log.info("Neo4j is still starting: it may be recovering after a crash."),
    slowStart,
  );
  let first = launch(launching);
  const port = await first.ready
    .catch(async (error: unknown) => {
      if (!(error instanceof JavaError) || archive.flags.length === 0) throw error;
      // Java exits on an incomplete archive instead of ignoring it.
      log.debug({ err: error }, "Java ended at once. It is tried again without what it learned earlier.");
      await archive.discard();
      archive = { ...archive, flags: [], keep: undefined };
      launching.archive = [];
      first = launch(launching);
      return await first.ready;
    })
    .finally(() => clearTimeout(patience));
  log.info({ database: first.pid, port, milliseconds: Date.now() - started }, `Neo4j is ready in ${folder}.`);

  const watched = keepAlive(first, { ...launching, archive: archive.keep ? [] : archive.flags, port }, archive, log);
  return {
    uri: `bolt://127.0.0.1:${port}`,
    user: "neo4j",
    password,
    get pid() {
      return watched.pid;
    },
    learned: watched.learned,
    stop: watched.stop,
  };
}

/** Restarts the database, after ever longer pauses, whenever it ends unexpectedly. */
function keepAlive(
  first: Neo4jProcess,
  launching: LaunchSettings,
  archive: Archive,
  log: Logger,
): Pick<EmbeddedGraph, "pid" | "learned" | "stop"> {
  const stopping = new AbortController();
  let current = first;
  let learned = false;

  async function watch(): Promise<void> {
    let delay = firstDelay;
    for (;;) {
      const since = Date.now();
      const how = await current.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - since > longestDelay) delay = firstDelay;
      log.error({ database: current.pid }, `Neo4j ended by itself (${how}). It is started again in ${delay / 1000} s.`);
      await pause(delay, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      delay = Math.min(delay * 2, longestDelay);
      current = launch(launching);
      await current.ready.then(
        () => log.info({ database: current.pid, port: launching.port }, "Neo4j is ready again."),
        (error: Error) => stopping.signal.aborted || log.error(error.message),
      );
    }
  }

  const watching = watch();
  return {
    get pid() {
      return current.pid;
    },
    learned: () => void (learned = true),
    async stop() {
      stopping.abort();
      // A restarted database doesn't create an archive.
      const archiving = archive.keep !== undefined && learned && current === first;
      if (archiving)
        log.info(
          "Stopping takes a few seconds longer this once: Java saves an archive that makes later starts faster.",
        );
      await current.stop(archiving);
      await watching;
      if (archiving) await archive.keep!();
      if (archive.keep) await archive.discard();
    },
  };
}
