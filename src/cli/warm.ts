/** The plans of statements, made before anyone waits for them. */
import { readFileSync } from "node:fs";
import { graphql } from "graphql";
import pLimit from "p-limit";
import type { Logger } from "pino";
import type { Door } from "../graph/database/driver.ts";
import { Graph } from "../graph/graph.ts";
import { schema } from "../schema.ts";

const dearest = new URL("../../operations/us-and-mexico.graphql", import.meta.url);
/** How long it may take, in milliseconds. */
const patience = 120_000;

/**
 * Asks the question of most statements once, in the background. Just started, Neo4j takes seconds to plan them all,
 * which would be taken from the time of whoever asks first. One statement at a time leaves room for others.
 * @returns what stops it.
 */
export function warm(door: Pick<Door, "run">, log: Logger): () => void {
  const inTurn = pLimit(1);
  let stopped = false;
  const gentle: Pick<Door, "run"> = {
    run: (...statement) => inTurn(() => (stopped ? Promise.reject(new Error("stopped")) : door.run(...statement))),
  };
  const begun = performance.now();
  const told = (problem: unknown): void => {
    if (stopped) return;
    if (problem === undefined) log.debug({ milliseconds: Math.round(performance.now() - begun) }, "warmed up");
    else log.warn({ err: problem }, "The first questions will take longer: warming up failed.");
  };
  const contextValue = { graph: new Graph(gentle, patience) };
  graphql({ schema: schema(), source: readFileSync(dearest, "utf8"), contextValue }).then(
    ({ errors }) => told(errors?.[0]),
    told,
  );
  return () => void (stopped = true);
}
