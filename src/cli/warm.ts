/** Makes the plans of common queries in advance: at the start, and when the database comes back. */
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { graphql } from "graphql";
import pLimit, { type LimitFunction } from "p-limit";
import type { Logger } from "pino";
import type { Door } from "../graph/database/driver.ts";
import { Graph } from "../graph/graph.ts";
import { loadRenderer } from "../http/explorer.ts";
import type { RequestContext } from "../http/server.ts";
import { schema } from "../schema.ts";
import type { Settings } from "../settings.ts";

const folder = new URL("../../operations/", import.meta.url);
/** Pages of the explorer with the queries that most readers begin with. Those of the seed: others are planned alike. */
const pages = [
  "/",
  "/?q=mexico",
  "/pair/us/mx",
  "/entity/meeting:mexico-city-2023-12-27",
  "/entity/official:blinken-antony-j",
  "/entity/country:us",
];
/** The time limit for all of it, in milliseconds. */
const patience = 600_000;
/** After this time the server says ready in any case; missing plans are made when needed, or in the background. */
const longest = 9_000;
/** The interval at which the database is probed. */
const rhythm = 1000;
const probe = 10_000;
/** Few enough at a time to leave room for other queries. */
const atOnce = 2;

export interface Warmth {
  /** Whether the current database has planned the common queries. */
  isReady(): boolean;
  /** Resolves when that is true for the first time. */
  first: Promise<void>;
  /** Stops. */
  stop(): void;
}

/**
 * Runs all queries of `operations/` and those of some pages, then watches the database, and runs them again when it returns after a loss.
 * @param settings those of the server: its queries are planned.
 * @param learned called once all of them are answered.
 */
export function keepWarm(
  door: Pick<Door, "run" | "losses">,
  settings: Pick<Settings, "limits" | "mostShapes">,
  log: Logger,
  learned: () => void,
): Warmth {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = () => pause(rhythm, undefined, { signal });
  const isThere = () =>
    door.run("RETURN 1", {}, probe).then(
      () => true,
      () => false,
    );
  /** The number of losses when it was last warm. */
  let warmAt: number | undefined;
  let firstTime: () => void;
  const first = new Promise<void>((resolve) => void (firstTime = resolve));

  async function keep(): Promise<void> {
    for (;;) {
      const { losses } = door;
      const queries = pLimit(atOnce);
      const warming = warm(door, settings, queries, signal, log).then((done) => void (done && learned()));
      await Promise.race([warming, pause(longest, undefined, { signal })]);
      // From here on users' requests have priority.
      queries.concurrency = 1;
      warmAt = losses;
      firstTime();
      do {
        await wait();
        await isThere();
      } while (door.losses === losses);
      log.info("The database was lost. Common queries are planned again when it is back.");
      while (!(await isThere())) await wait();
    }
  }
  keep().catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, "warming up ended");
  });
  return { isReady: () => warmAt === door.losses, first, stop: () => stopping.abort() };
}

/** @returns whether all were answered. */
async function warm(
  door: Pick<Door, "run">,
  settings: Pick<Settings, "limits" | "mostShapes">,
  queries: LimitFunction,
  signal: AbortSignal,
  log: Logger,
): Promise<boolean> {
  const questions = pLimit(atOnce);
  const gentle: Pick<Door, "run"> = {
    run: (...query) => queries(() => (signal.throwIfAborted(), door.run(...query))),
  };
  const begun = performance.now();
  const execute = (source: string, variableValues: Record<string, unknown> = {}) => {
    const graph = new Graph(gentle, patience, settings);
    const contextValue: RequestContext = { graph, limits: settings.limits, requestId: "warm" };
    return graphql({ schema: schema(), source, variableValues, contextValue });
  };
  const failed = (err: unknown, question: string): false => {
    if (!signal.aborted) log.warn({ err, question }, "Warming up failed: the first queries will take longer.");
    return false;
  };
  const ask = async ({ name, source }: { name: string; source: string }): Promise<boolean> => {
    const { errors } = await execute(source);
    return errors ? failed(errors[0], name) : true;
  };
  const renderer = await loadRenderer();
  const open = (page: string): Promise<boolean> =>
    renderer!.render(`http://localhost${page}`, execute).then(
      () => true,
      (error: unknown) => failed(error, page),
    );
  const all = readdirSync(folder).map((name) => ({ name, source: readFileSync(new URL(name, folder), "utf8") }));
  // Plan the slowest first, judging by the query text: whatever is left when the server says ready is then
  // planned soon.
  all.sort((a, b) => b.source.length - a.source.length);
  const answered = await questions.map(all, ask);
  const opened = renderer ? await questions.map(pages, open) : [];
  const good = [...answered, ...opened].every(Boolean);
  if (good) log.debug({ milliseconds: Math.round(performance.now() - begun) }, "warmed up");
  return good;
}
