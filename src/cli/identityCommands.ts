import { readId } from "../graph/id.ts";
import { query } from "../graph/queries.ts";
import { BundleError } from "../ingest/problems.ts";
import { decide, type WriteResult } from "../ingest/ingest.ts";
import { readSettings } from "../settings.ts";
import { openDatabase, type Database } from "./database.ts";
import { logTo } from "./log.ts";

const patience = 60_000;

/** Lists the pairs of ids that may mean the same thing and await a decision. */
export async function reviewCommand({ json = false }: { json?: boolean }): Promise<void> {
  await withDatabase(async ({ door }) => {
    const rows = (await door.run(query("ingest/undecided"), {}, patience)) as [
      string,
      string,
      string,
      string,
      number,
      string,
    ][];
    if (json) {
      for (const [a, nameOfA, b, nameOfB, score, reason] of rows)
        process.stdout.write(`${JSON.stringify({ a, nameOfA, b, nameOfB, score, reason })}\n`);
      return;
    }
    for (const [a, nameOfA, b, nameOfB, score, reason] of rows)
      process.stdout.write(`${score.toFixed(2)}  ${a} (${nameOfA})\n      ${b} (${nameOfB})\n      ${reason}\n`);
    process.stdout.write(
      `${rows.length} pairs. Decide with: entente identity merge|separate <id> <id> --reason "<why>"\n`,
    );
  });
}

/**
 * Records an editor's decision on two ids, and settles the graph accordingly.
 * @throws BundleError when an id is malformed or unknown.
 */
export async function decideCommand(
  outcome: "SAME" | "DIFFERENT",
  first: string,
  second: string,
  { reason }: { reason: string },
): Promise<void> {
  const [a, b] = pairOf(first, second);
  await withDatabase(async ({ door }) => printEdition(await decide(door, { a, b, outcome, reason }, new Date())));
}

/** Reverts an editor's decision on two ids. @throws BundleError when there is none. */
export async function undecideCommand(first: string, second: string): Promise<void> {
  const [a, b] = pairOf(first, second);
  await withDatabase(async ({ door }) => printEdition(await decide(door, { a, b, outcome: null }, new Date())));
}

function printEdition({ edition }: WriteResult): void {
  process.stdout.write(`Decided. The graph's edition is ${edition}.\n`);
}

function pairOf(first: string, second: string): [string, string] {
  const [a, b] = [first, second].sort() as [string, string];
  if (readId(a).type !== readId(b).type || a === b)
    throw new BundleError([`Expected two ids of one kind; got "${first}" and "${second}".`]);
  return [a, b];
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(readSettings(), logTo("warn", process.stderr));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}
