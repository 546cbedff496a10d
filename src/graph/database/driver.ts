/** The only access to Neo4j: nothing else imports its driver. */
import { setTimeout as pause } from "node:timers/promises";
import neo4j, { type Driver, type Neo4jError, type QueryResult, type RecordShape, type Session } from "neo4j-driver";
import type { Logger } from "pino";
import { AnswerError } from "../errors.ts";
import { isOfDriver, lost, refusal, slow, translated, unreachable } from "./driverErrors.ts";
import { Ending, endQueries } from "./ending.ts";
import { Plans } from "./plans.ts";
import { StartError } from "./StartError.ts";

export interface Address {
  uri: string;
  user: string;
  password: string;
  /** The database's name; defaults to the server's default. */
  database?: string | undefined;
}

/** A row is a list of columns, in the order of RETURN. */
export type Row = unknown[];

/** Runs one query in a write transaction. */
export type Run = (text: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

export interface Door {
  /**
   * Reads. Sent as one message, without a round trip for BEGIN.
   * @param timeout milliseconds, after which the server aborts the query.
   * @param planned if given, the plan is made first, outside the timeout, and the milliseconds it took are passed here.
   * @param signal ends the query in the database too, when nobody waits for it any longer.
   * @throws TIMEOUT, GRAPH_UNAVAILABLE, or INTERNAL with the driver's error as cause.
   */
  run(
    text: string,
    parameters: Record<string, unknown>,
    timeout: number,
    planned?: (milliseconds: number) => void,
    signal?: AbortSignal,
  ): Promise<Row[]>;
  /**
   * The newest committed transaction, whoever wrote it: as long as it is the same, so is the graph. Null where reads
   * may go to several members of a cluster, of which each has its own.
   * @throws as `run`.
   */
  state(timeout: number): Promise<string> | null;
  /** The number of lost connections: a database that comes back has no plans. */
  readonly losses: number;
  /** Does all of the work in one transaction, or none. */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /**
   * Waits for the lock for ingestion, which one process holds at a time. The lock ends with the process.
   * @returns a function that releases it.
   */
  lock(): Promise<() => Promise<void>>;
  /** Creates indexes and constraints, or migrates data, atomically. Neo4j doesn't mix these in one transaction. */
  define(texts: string[]): Promise<void>;
  close(): Promise<void>;
}

const warmUp = 30_000;
/** The pause between attempts. */
const rhythm = 250;

/**
 * Connects.
 * @param patience how long to retry, in milliseconds: a database that is listening may be busy.
 * @param waiting how long to wait for a connection, in milliseconds, before GRAPH_UNAVAILABLE.
 * @throws StartError when nothing is listening, the password is wrong, or the address is malformed.
 */
export async function connect(address: Address, log: Logger, patience = 0, waiting = 3000): Promise<Door> {
  const door = open(address, log, waiting);
  for (const end = performance.now() + patience; ;) {
    try {
      // The first query after a start may wait for Neo4j to warm up; a missing listener is known much sooner.
      await door.run("RETURN 1", {}, warmUp);
      return door;
    } catch (error) {
      if (performance.now() < end && (error as AnswerError).code === "GRAPH_UNAVAILABLE") {
        await pause(rhythm);
        continue;
      }
      await door.close();
      throw new StartError(refusal(address, ((error as Error).cause ?? error) as Neo4jError));
    }
  }
}

function open(address: Address, log: Logger, waiting: number): Door {
  const driverOf = (maxConnectionPoolSize: number): Driver =>
    neo4j.driver(address.uri, neo4j.auth.basic(address.user, address.password), {
      disableLosslessIntegers: true,
      connectionTimeout: waiting,
      connectionAcquisitionTimeout: waiting,
      maxTransactionRetryTime: waiting,
      maxConnectionPoolSize,
      telemetryDisabled: true,
      userAgent: "entente",
    });
  let driver: Driver;
  // Connections of its own: while queries have all others, they can still be ended.
  let control: Driver;
  try {
    driver = driverOf(50);
    control = driverOf(2);
  } catch (error) {
    throw new StartError(
      `NEO4J_URI is not an address of Neo4j: ${(error as Error).message} Expected bolt://host:7687, neo4j://host:7687 or neo4j+s://host.`,
    );
  }
  // Reads see preceding writes, on a cluster too.
  const bookmarks = neo4j.bookmarkManager();
  const session = (mode: "READ" | "WRITE", of = driver) =>
    of.session({
      defaultAccessMode: mode,
      bookmarkManager: bookmarks,
      ...(address.database !== undefined && { database: address.database }),
    });

  const close = (used: Session): void => {
    used.close().catch((error: unknown) => log.debug({ err: error }, "closing a session failed"));
  };
  let losses = 0;
  async function read(
    text: string,
    parameters: Record<string, unknown>,
    timeout: number,
    signal?: AbortSignal,
  ): Promise<Row[]> {
    // Who left while the plan was made waits for nothing.
    if (signal?.aborted) throw new AnswerError("TIMEOUT", slow);
    const reading = session("READ");
    const name = signal && ending.name();
    let again: NodeJS.Timeout | undefined;
    const end = (): void => {
      ending.end(name!);
      // It may have been on its way.
      again = setTimeout(end, rhythm).unref();
    };
    try {
      signal?.addEventListener("abort", end, { once: true });
      const config = { timeout: Math.max(1, Math.ceil(timeout)), ...(name && { metadata: { entente: name } }) };
      const running = untraced(() => reading.run(text, parameters, config).then(rows));
      return await inTime(running, timeout + grace, answers);
    } catch (error) {
      if (lost.has((error as Neo4jError).code)) {
        losses += 1;
        plans.forget();
      }
      throw translated(error as Neo4jError);
    } finally {
      signal?.removeEventListener("abort", end);
      clearTimeout(again);
      close(reading);
    }
  }
  const ending = new Ending(async (names) => {
    const ending = session("READ", control);
    try {
      await ending.run(endQueries, { names });
    } catch (error) {
      log.debug({ err: error }, "ending queries failed");
    } finally {
      close(ending);
    }
  });
  const isRouted = address.uri.startsWith("neo4j");
  async function newest(timeout: number): Promise<string> {
    const probing = session("READ", control);
    try {
      await inTime(
        untraced(() => probing.run("RETURN 1", {}, { timeout })),
        timeout,
        answers,
      );
      const [bookmark] = probing.lastBookmarks();
      if (bookmark === undefined) throw new AnswerError("INTERNAL", "The database names no newest transaction.");
      return bookmark;
    } catch (error) {
      throw translated(error as Neo4jError);
    } finally {
      close(probing);
    }
  }
  /** Distinguishes a busy database from one that hangs. */
  async function answers(): Promise<boolean> {
    const probing = session("READ");
    try {
      return await Promise.race([probing.run("RETURN 1").then(() => true), pause(probe, false, { ref: false })]);
    } catch {
      return false;
    } finally {
      close(probing);
    }
  }
  const plans = new Plans((text, parameters) => read(`EXPLAIN ${text}`, parameters, planning));

  return {
    get losses() {
      return losses;
    },
    async run(text, parameters, timeout, planned, signal) {
      const making = planned && plans.make(text, parameters);
      if (making) {
        const begun = performance.now();
        await making;
        planned(performance.now() - begun);
      }
      return read(text, parameters, timeout, signal);
    },
    state: (timeout) => (isRouted ? null : newest(timeout)),
    async write(work) {
      const writing = session("WRITE");
      try {
        return await writing.executeWrite((transaction) =>
          work(async (text, parameters) => rows(await transaction.run(text, parameters))),
        );
      } catch (error) {
        throw isOfDriver(error) ? translated(error) : error;
      } finally {
        await writing.close();
      }
    },
    async lock() {
      const holding = session("WRITE");
      const transaction = await holding.beginTransaction();
      const release = async (): Promise<void> => {
        // A broken connection has released it already.
        await transaction.rollback().catch((error: unknown) => log.debug({ err: error }, "the lock was gone"));
        await holding.close();
      };
      try {
        const { records } = await transaction.run(
          'MATCH (lock:Lock {id: "ingestion"}) SET lock.held = true RETURN lock.id',
        );
        // Without it two ingestions would run at once.
        if (records.length === 0)
          throw new AnswerError("INTERNAL", "The graph has no lock for ingestions. Prepare the graph first.");
        return release;
      } catch (error) {
        await release();
        throw translated(error as Neo4jError);
      }
    },
    async define(texts) {
      const writing = session("WRITE");
      try {
        await writing.executeWrite(async (transaction) => {
          for (const text of texts) await transaction.run(text);
        });
      } catch (error) {
        throw translated(error as Neo4jError);
      } finally {
        await writing.close();
      }
    },
    close: async () => {
      await Promise.all([driver.close(), control.close()]);
    },
  };
}

/** The time limit of a plan, in milliseconds: on a busy, freshly started machine it takes seconds. */
const planning = 120_000;
/** How often a busy database is probed, and how long it may take to respond. */
const slice = 10_000;
const probe = 3000;
// The server ends slow queries itself, but not one that hangs nor a plan in the making: this is for those.
const grace = 500;

async function inTime<T>(work: PromiseLike<T>, milliseconds: number, answers: () => Promise<boolean>): Promise<T> {
  const done = new AbortController();
  // Closing the door doesn't wait for pending queries.
  const late = (async (): Promise<never> => {
    for (let left = milliseconds; left > 0; left -= slice) {
      await pause(Math.min(left, slice), undefined, { ref: false, signal: done.signal });
      if (!(await answers())) throw new AnswerError("GRAPH_UNAVAILABLE", unreachable);
    }
    throw new AnswerError("TIMEOUT", slow);
  })();
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}

/** The driver takes a stack trace for each query, in case it fails: its errors name the query's code, not the caller's. */
function untraced<T>(call: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function rows(result: QueryResult<RecordShape>): Row[] {
  return result.records.map((record) => record.keys.map((_, index) => record.get(index) as unknown));
}
