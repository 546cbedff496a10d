/** The plans of what users ask, made before anyone waits for them: at the start, and when the database came back. */
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { graphql } from "graphql";
import pLimit, { type LimitFunction } from "p-limit";
import type { Logger } from "pino";
import type { Door } from "../graph/database/driver.ts";
import { Graph } from "../graph/graph.ts";
import type { RequestContext } from "../http/server.ts";
import { schema } from "../schema.ts";
import type { Limits } from "../settings.ts";

const folder = new URL("../../operations/", import.meta.url);
/** How long all of it may take, in milliseconds. */
const patience = 600_000;
/** After so long "ready" is said in any case: what isn't planned by then is planned when it is asked, or meanwhile. */
const longest = 9_000;
/** How often a database is asked whether it is there. */
const rhythm = 1000;
const probe = 10_000;
/** As many statements at a time as leave room for others. */
const atOnce = 2;

export interface Warmth {
  /** Whether what users ask is planned by the database that is there now. */
  isReady(): boolean;
  /** Ends when that is so for the first time. */
  first: Promise<void>;
  /** Asks nothing more. */
  stop(): void;
}

/**
 * Asks all questions of `operations/`, then watches the database, and asks them again when it was lost and is back.
 * @param limits what a question about them is answered.
 * @param learned is called when all of them were answered.
 */
export function keepWarm(door: Pick<Door, "run" | "losses">, limits: Limits, log: Logger, learned: () => void): Warmth {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = () => pause(rhythm, undefined, { signal });
  const isThere = () =>
    door.run("RETURN 1", {}, probe).then(
      () => true,
      () => false,
    );
  /** At how many losses it was warm. */
  let warmAt: number | undefined;
  let firstTime: () => void;
  const first = new Promise<void>((resolve) => void (firstTime = resolve));

  async function keep(): Promise<void> {
    for (;;) {
      const { losses } = door;
      const statements = pLimit(atOnce);
      const warming = warm(door, limits, statements, signal, log).then((done) => void (done && learned()));
      await Promise.race([warming, pause(longest, undefined, { signal })]);
      // From now on others ask too, and come first.
      statements.concurrency = 1;
      warmAt = losses;
      firstTime();
      do {
        await wait();
        await isThere();
      } while (door.losses === losses);
      log.info("The database was lost. What users ask is planned again when it is back.");
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
  limits: Limits,
  statements: LimitFunction,
  signal: AbortSignal,
  log: Logger,
): Promise<boolean> {
  const questions = pLimit(atOnce);
  const gentle: Pick<Door, "run"> = {
    run: (...statement) => statements(() => (signal.throwIfAborted(), door.run(...statement))),
  };
  const begun = performance.now();
  const ask = async ({ name, source }: { name: string; source: string }): Promise<boolean> => {
    const contextValue: RequestContext = { graph: new Graph(gentle, patience), limits, requestId: "warm" };
    const { errors } = await graphql({ schema: schema(), source, contextValue });
    if (errors && !signal.aborted)
      log.warn({ err: errors[0], question: name }, "The first questions will take longer: warming up failed.");
    return !errors;
  };
  const all = readdirSync(folder).map((name) => ({ name, source: readFileSync(new URL(name, folder), "utf8") }));
  // What takes longest to plan comes first, as far as the text of a question shows it: what is left when ready is said is
  // soon planned.
  all.sort((a, b) => b.source.length - a.source.length);
  const answered = await questions.map(all, ask);
  const good = answered.every(Boolean);
  if (good) log.debug({ milliseconds: Math.round(performance.now() - begun) }, "warmed up");
  return good;
}
