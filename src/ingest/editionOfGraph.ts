/** The edition of a graph: a digest of all assertions of bundles and decisions of editors, and its log entry. */
import { createHash } from "node:crypto";
import type { Run } from "../graph/database/driver.ts";
import { readIdentities } from "./identity/decisions.ts";
import { editorsOf, type Resolution } from "./identity/resolution.ts";
import { pages } from "../graph/arrays.ts";
import type { ChangedIds } from "./plan.ts";
import { entriesOf, readState, type Contribution } from "./contributions.ts";

/** The number of ids per node of the log. */
const batch = 1000;

/** The edition of a graph, recomputed from its nodes. */
export async function editionOfGraph(read: Run): Promise<string> {
  const edited = editorsOf(await readIdentities(read));
  return editionOf(await readState(read), { edited });
}

/** The edition of assertions by entity. @param after by the id of each. */
export function editionOf(after: Map<string, Contribution[]>, { edited }: Pick<Resolution, "edited">): string {
  const hash = createHash("sha256");
  for (const id of [...after.keys()].sort()) hash.update(`${id}\n${entriesOf(after.get(id)!)}\n`);
  for (const { a, b, outcome } of edited) hash.update(`${a} ${b} ${outcome}\n`);
  return hash.digest("hex");
}

/** The log entry of an edition as parameters: ids in lists, so that a first load needs about a hundred nodes. */
export function editionLog(changes: ChangedIds): {
  counts: Record<string, number>;
  changes: { change: string; ids: string[] }[];
} {
  const entries = Object.entries(changes);
  return {
    counts: Object.fromEntries(entries.map(([change, ids]) => [change, ids.length])),
    changes: entries.flatMap(([change, ids]) =>
      [...pages(ids, batch)].map((page) => ({ change: change.toUpperCase(), ids: page })),
    ),
  };
}
