import type { Run } from "../../graph/database/driver.ts";
import { entityTypes, inheritedTime, typeOf } from "../../graph/model/model.ts";
import type { EntityType, Relation } from "../../graph/model/declarations.ts";
import { query } from "../../graph/queries.ts";
import { sameProperties, without, type NodeChange, type Properties } from "../changes.ts";
import { withoutNulls } from "../claims.ts";
import { pages } from "../../graph/arrays.ts";

/** The properties that an entity inherits from its target: sort key and time. */
const taken = ["sortKey", "heldFirst", "heldLast"] as const;

/**
 * Entities sorted like the target of one of their relations inherit its sort key and time.
 * @param planned all changes of nodes; these have no key of their own yet.
 * @returns the changes with keys and those that follow from changed targets, and the ids of real changes.
 */
export async function inheritOrders(
  read: Run,
  planned: NodeChange[],
): Promise<{ nodes: NodeChange[]; touched: string[] }> {
  let nodes = planned;
  const touched: string[] = [];
  for (const type of entityTypes()) {
    const relation = inheritedTime(type);
    if (relation) nodes = await inherit(read, nodes, touched, type, relation);
  }
  return { nodes, touched };
}

async function inherit(
  read: Run,
  planned: NodeChange[],
  touched: string[],
  type: EntityType,
  relation: Relation,
): Promise<NodeChange[]> {
  const targets = new Map<string, Properties>();
  const target = typeOf(relation.target()).name;
  const name = `${relation.name}Id`;
  for (const { id, label, after } of planned) if (label === target && after) targets.set(id, takenOf(after));
  const changed = planned.filter(({ label, after }) => label === type.name && after);
  const missing = new Set(changed.map(({ after }) => after![name] as string).filter((id) => !targets.has(id)));
  for (const page of pages([...missing], 2000))
    for (const [id, properties] of await readTaken(read, page)) targets.set(id, properties);
  for (const { after } of changed) Object.assign(after!, targets.get(after![name] as string));
  // Those that only seem changed, because their key was made before the target's was known.
  const same = new Set(changed.filter(({ before, after }) => before && sameProperties(before, after!)));
  const nodes = planned.filter((each) => !same.has(each));
  for (const each of changed) if (!same.has(each)) touched.push(each.id);
  const known = new Set(changed.map(({ id }) => id));
  const moved = nodes.filter(
    ({ label, before, after }) =>
      label === target && before && after && !sameProperties(takenOf(before), takenOf(after)),
  );
  for (const page of pages(moved, 1000)) {
    const rows = await read(query("ingest/inheriting"), {
      relation: name,
      ids: page.map(({ id }) => id),
      type: type.name,
    });
    for (const [id, properties] of rows as [string, Properties][]) {
      if (known.has(id)) continue;
      const before = without(properties, "id");
      const kept = Object.fromEntries(Object.entries(before).filter(([each]) => !taken.includes(each as never)));
      const after = { ...kept, ...targets.get(before[name] as string)! };
      nodes.push({ id, label: type.name, before, after });
    }
  }
  return nodes;
}

/** The inherited values of some targets in the graph. */
export async function readTaken(read: Run, ids: string[]): Promise<Map<string, Properties>> {
  const rows = (await read(query("ingest/sortKeys"), { ids, names: taken })) as [string, unknown[]][];
  return new Map(rows.map(([id, row]) => [id, fromRow(row)]));
}

function takenOf(target: Properties): Properties {
  return fromRow(taken.map((name) => target[name]));
}

/** @param row the values of `taken`, in its order. */
function fromRow(row: unknown[]): Properties {
  return withoutNulls(Object.fromEntries(taken.map((name, index) => [name, row[index]])));
}
