/** The digest of the graph: the same for the same nodes and edges, in whatever order they were created. */
import { createHash } from "node:crypto";
import type { Run } from "./driver.ts";
import { derived } from "../model/derived.ts";
import { query } from "../queries.ts";

/** The number of nodes read at once. */
const batch = 5000;

/**
 * Reads the whole graph and digests it: labels and properties of nodes; type, ends and properties of edges.
 * Derived properties are excluded.
 * @returns 64 hexadecimal digits.
 */
export async function digestOf(run: Run): Promise<string> {
  const hash = createHash("sha256");
  for (let after = "", more = true; more;) {
    const rows = await run(query("graph/digest"), { after, limit: batch });
    for (const [id, labels, properties, edges] of rows) {
      for (const name of derived) delete (properties as Record<string, unknown>)[name];
      hash.update(canonical([id, [...(labels as string[])].sort(), properties, edges]));
    }
    more = rows.length === batch;
    if (more) after = rows.at(-1)![0] as string;
  }
  return hash.digest("hex");
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
