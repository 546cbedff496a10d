/** The embedded database: a real Neo4j as a child process, started, watched and stopped. */
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { prepareFolder } from "./embeddedFolder.ts";
import { prepareJars } from "./embeddedJars.ts";
import { checkJava } from "./embeddedJava.ts";
import { launch, type LaunchSettings, type Neo4jProcess } from "./embeddedProcess.ts";

export interface EmbeddedSettings {
  /** The data folder; it is made when it is not there. */
  folder: string;
  /** The largest heap of Java, such as "512m"; at least "128m". */
  heap: string;
  /** The page cache of Neo4j, such as "64m". */
  pageCache: string;
}

export interface EmbeddedGraph {
  uri: string;
  user: string;
  password: string;
  /** The process id of the database; another one after it died and was started again. */
  readonly pid: number | undefined;
  /** Stops the database. Resolves when its process is gone. */
  stop(): Promise<void>;
}

const firstDelay = 500;
const longestDelay = 10_000;
const slowStart = 20_000;

/**
 * Starts a Neo4j in the data folder and keeps it running, at the same address, until it is stopped.
 * It ends with this process, however that ends.
 * @returns its address and credentials, once it answers queries.
 * @throws StartError when Java or Maven is missing, the folder cannot be used or is in use, or Neo4j does not start.
 */
export async function startEmbedded(settings: EmbeddedSettings, log: Logger): Promise<EmbeddedGraph> {
  const folder = resolve(settings.folder);
  await checkJava();
  const password = await prepareFolder(folder);
  const jars = await prepareJars(log);
  const { heap, pageCache } = settings;
  const launching = { jars, home: join(folder, "graph"), heap, pageCache, password, port: 0 };

  const started = Date.now();
  const patience = setTimeout(
    () => log.info("Neo4j is still starting: it may be recovering after a crash."),
    slowStart,
  );
  const first = launch(launching);
  const port = await first.ready.finally(() => clearTimeout(patience));
  log.info({ database: first.pid, port, milliseconds: Date.now() - started }, `Neo4j is ready in ${folder}.`);

  const watched = keepAlive(first, { ...launching, port }, log);
  return {
    uri: `bolt://127.0.0.1:${port}`,
    user: "neo4j",
    password,
    get pid() {
      return watched.pid;
    },
    stop: watched.stop,
  };
}

/** Starts the database again, after ever longer pauses, whenever it ends without being told to. */
function keepAlive(first: Neo4jProcess, launching: LaunchSettings, log: Logger): Pick<EmbeddedGraph, "pid" | "stop"> {
  const stopping = new AbortController();
  let current = first;

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
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
  };
}
