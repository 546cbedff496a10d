/** Last stage: writes a checked bundle in one transaction, all of it or nothing. */
import type { Door, Run } from "../graph/driver.ts";
import { digestOf } from "../graph/digest.ts";
import { query } from "../graph/queries.ts";
import type { Checked } from "./check.ts";
import { BundleError } from "./problems.ts";

/** How many rows one statement takes. */
const batch = 2000;

/** What a write came to. */
export interface Written {
  nodes: number;
  edges: number;
  /** The digest of the whole graph after it: its edition. */
  edition: string;
}

/**
 * Writes a bundle. The same bundle again changes nothing.
 * @throws BundleError when it refers to what is neither in it nor in the graph.
 */
export async function writeBundle(door: Door, bundle: Checked, now: Date): Promise<Written> {
  return door.write(async (run) => {
    await refuseDangling(run, bundle);
    for (const rows of batches(bundle.nodes)) await run(query("ingest/nodes"), { rows });
    for (const rows of batches(bundle.edges.filter((edge) => edge.only))) await run(query("ingest/replaced"), { rows });
    for (const rows of batches(bundle.edges)) await run(query("ingest/edges"), { rows });
    const edition = await digestOf(run);
    await run(query("ingest/edition"), {
      edition,
      date: now.toISOString().slice(0, 10),
      name: bundle.name,
      digest: bundle.digest,
    });
    return { nodes: bundle.nodes.length, edges: bundle.edges.length, edition };
  });
}

async function refuseDangling(run: Run, { references }: Checked): Promise<void> {
  const missing = (await run(query("ingest/missing"), { ids: [...references.keys()] })).map(([id]) =>
    references.get(id as string)!,
  );
  if (missing.length > 0) throw new BundleError(missing);
}

function* batches<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
}
