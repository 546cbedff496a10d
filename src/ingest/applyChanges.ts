/** Applies the changes of a plan to the graph. */
import type { Run } from "../graph/database/driver.ts";
import { query } from "../graph/queries.ts";
import type { EdgeChange, NodeChange } from "./changes.ts";
import { push } from "../graph/arrays.ts";

/** Makes the changes, in an order that never leaves an edge without its ends. */
export async function applyChanges(
  run: Run,
  { nodes, edges }: { nodes: NodeChange[]; edges: EdgeChange[] },
): Promise<void> {
  await byWord(
    edges.filter(({ after }) => after === null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesGone"), { type, rows: rows.map(({ from, to }) => ({ from, to })) }),
  );
  const gone = nodes.filter(({ after }) => after === null);
  if (gone.length > 0) await run(query("ingest/nodesGone"), { ids: gone.map(({ id }) => id) });
  const written = nodes.filter((each): each is NodeChange & { after: object } => each.after !== null);
  await byWord(
    written.filter(({ before }) => before !== null),
    () => "",
    (rows) =>
      run(query("ingest/nodesChanged"), { rows: rows.map(({ id, after }) => ({ id, properties: { ...after, id } })) }),
  );
  await byWord(
    written.filter(({ before }) => before === null),
    ({ label }) => label,
    (rows, label) => run(query("ingest/nodesNew"), { label, rows: rows.map(({ id, after }) => ({ ...after, id })) }),
  );
  const led = edges.filter((each): each is EdgeChange & { after: object } => each.after !== null);
  const rowsOf = (rows: EdgeChange[]) => rows.map(({ from, to, after }) => ({ from, to, properties: after }));
  await byWord(
    led.filter(({ before }) => before !== null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesChanged"), { type, rows: rowsOf(rows) }),
  );
  await byWord(
    led.filter(({ before }) => before === null),
    ({ type }) => type,
    (rows, type) => run(query("ingest/edgesNew"), { type, rows: rowsOf(rows) }),
  );
}

async function byWord<T>(
  list: T[],
  wordOf: (each: T) => string,
  work: (rows: T[], word: string) => Promise<unknown>,
): Promise<void> {
  const groups = new Map<string, T[]>();
  for (const each of list) push(groups, wordOf(each), each);
  for (const [word, rows] of groups) await work(rows, word);
}
