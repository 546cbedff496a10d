/** Last stage: writes a checked bundle in one transaction, all of it or nothing. */
import type { Door, Run } from "../graph/driver.ts";
import { digestOf } from "../graph/digest.ts";
import { entityTypes, relationOf, typeOf, type Relation } from "../graph/model.ts";
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
 * Writes a bundle. The same bundle again changes nothing; what it said before and says no longer is withdrawn.
 * @throws BundleError when it refers to what is neither in it nor in the graph.
 */
export async function writeBundle(door: Door, bundle: Checked, now: Date): Promise<Written> {
  return door.write(async (run) => {
    await refuseDangling(run, bundle);
    await run(query("ingest/withdrawn"), { bundle: bundle.name, ids: bundle.nodes.map((node) => node.id) });
    for (const rows of batches(bundle.nodes)) await run(query("ingest/nodes"), { rows, bundle: bundle.name });
    for (const rows of batches(bundle.edges.filter((edge) => edge.only))) await run(query("ingest/replaced"), { rows });
    for (const rows of batches(bundle.edges)) await run(query("ingest/edges"), { rows });
    for (const { relation, ids } of inheritedOrders(bundle))
      await run(query("ingest/inherited"), { type: relation.edge, ids });
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

// What sorts as the target of one of its relations does: each end of it that was written may change the other.
function inheritedOrders({ nodes }: Checked): { relation: Relation; ids: string[] }[] {
  return entityTypes().flatMap((type) => {
    const relation = relationOf(type.class, type.order[0]!);
    if (!relation) return [];
    const ends = [type.name, typeOf(relation.target()).name];
    return [{ relation, ids: nodes.filter((node) => ends.includes(node.label)).map((node) => node.id) }];
  });
}

function* batches<T>(rows: T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += batch) yield rows.slice(start, start + batch);
}
