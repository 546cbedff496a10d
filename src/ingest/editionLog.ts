/** What is logged of an edition: how many entities it added, changed, withdrew or merged, and which. */
import { pages } from "./lists.ts";
import type { Changes } from "./plan.ts";

/** How many ids one node of the log holds. */
const batch = 1000;

/** The log of an edition, as parameters of its statement: ids in lists, so that a first load of the record takes some hundred nodes. */
export function editionLog(changes: Changes): {
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
