/** Fifth stage: compares what was settled with the graph. */
import type { Run } from "../graph/database/driver.ts";
import { relationOf, relationsOf } from "../graph/model/model.ts";
import { Differences, type EdgeChange, type NodeChange, type Properties } from "./changes.ts";
import { editionOf } from "./editionOfGraph.ts";
import { changedIdentities } from "./identity/decisions.ts";
import { identityNodes } from "./identity/resolution.ts";
import { inheritOrders } from "./settling/inheritOrders.ts";
import { BundleError } from "./problems.ts";
import type { Resolved } from "./resolve.ts";
import type { SettledEntity } from "./settling/settleEntities.ts";

export interface Plan {
  nodes: NodeChange[];
  edges: EdgeChange[];
  /** The digest of all assertions in the graph afterwards. */
  edition: string;
  counts: Counts;
  /** The ids of the entities that no source supports any longer. */
  withdrawn: string[];
  changes: ChangedIds;
}

/** The ids of the entities that an edition adds, changes, withdraws or merges. */
export type ChangedIds = Record<"added" | "changed" | "withdrawn" | "merged", string[]>;

/** The effect of a bundle, in entities. */
export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  /** No longer stated by any bundle. */
  withdrawn: number;
  /** Claims that the bundle no longer makes. */
  withdrawnClaims: number;
  /** Entities that the bundle names by a merged id. */
  merged: number;
  /** Disputed fields of the entities in the bundle. */
  contested: number;
  claims: number;
}

/**
 * Compares the settled entities with the graph; writes nothing.
 * @param settled each entity that the bundle affects.
 * @throws BundleError when an entity refers to something that nothing would state any longer.
 */
export async function plan(read: Run, resolved: Resolved, settled: AsyncIterable<SettledEntity>): Promise<Plan> {
  const comparison = new Comparison(resolved);
  for await (const entity of settled) comparison.add(entity);
  if (comparison.lost.length > 0) throw new BundleError(comparison.lost);
  const { touched, differences } = comparison;
  const inherited = await inheritOrders(read, differences.nodes);
  for (const id of inherited.touched) touched.add(id);
  const { identities, resolution, after } = resolved;
  const changes = changesOf(resolved, touched);
  const { merged, claims, ...entities } = entitiesOf(resolved, touched);
  const { withdrawnClaims, contested } = comparison.counts;
  return {
    nodes: [...inherited.nodes, ...changedIdentities(identities, identityNodes(resolution))],
    edges: differences.edges,
    edition: editionOf(after, resolution),
    counts: { ...entities, withdrawn: changes.withdrawn.length, withdrawnClaims, merged, contested, claims },
    withdrawn: changes.withdrawn,
    changes,
  };
}

/** The entities settled, compared one by one. */
class Comparison {
  readonly differences = new Differences();
  /** The changed entities: the entity, a claim about it, or one of its edges. */
  readonly touched = new Set<string>();
  readonly counts = { withdrawnClaims: 0, contested: 0 };
  /** References to an entity that nothing states any longer. */
  readonly lost: string[] = [];
  readonly #resolved: Resolved;

  constructor(resolved: Resolved) {
    this.#resolved = resolved;
  }

  add(entity: SettledEntity): void {
    const { id, type, parts, before, node, edges, claims } = entity;
    const { bundle } = this.#resolved;
    this.#countWithdrawn(before.claims);
    if (node) this.#refuseLost(entity, node);
    if (node && parts.some((each) => each.bundle === bundle))
      this.counts.contested += ((node.contested as string[] | undefined) ?? []).length;
    const { differences } = this;
    const { length } = differences;
    differences.claims(before.claims, claims);
    differences.edgesOf(id, before.edges, edges);
    if (differences.length > length) this.touched.add(id);
    const owned = differences.length;
    differences.node(id, type.name, before.node, node);
    // Entities with an inherited sort key have none yet: they are compared again once all keys are known.
    if (differences.length > owned && relationOf(type.class, type.order[0]!) === undefined) this.touched.add(id);
  }

  #countWithdrawn(claims: [string, Properties][]): void {
    const { bundle, stated } = this.#resolved;
    const ids = new Map<string, Set<string>>();
    for (const [id, { bundles, statedId, subjectId }] of claims) {
      if (!(bundles as string[]).includes(bundle)) continue;
      const about = (statedId ?? subjectId) as string;
      let said = ids.get(about);
      if (!said) ids.set(about, (said = new Set(stated.get(about)?.claims.map((each) => each.id))));
      if (!said.has(id)) this.counts.withdrawnClaims += 1;
    }
  }

  #refuseLost({ id, type, parts, edges }: SettledEntity, node: Properties): void {
    const ends = edges.map(({ to, predicate }): [string, string] => [predicate, to]);
    for (const { name, foreignKey } of relationsOf(type.class)) {
      const to = node[`${name}Id`];
      if (foreignKey && typeof to === "string") ends.push([name, to]);
    }
    const bundles = [...new Set(parts.map(({ bundle }) => bundle))].join(", ");
    for (const [name, to] of ends)
      if (!this.#resolved.after.has(to))
        this.lost.push(
          `${id} of ${bundles} leads to ${to} by "${name}", which nothing would state any longer. Keep it, or correct ${bundles} first.`,
        );
  }
}

/** The effect on the entities of the bundle, and the number of its claims. */
function entitiesOf(
  { bundle, stated, before, after }: Resolved,
  touched: Set<string>,
): Pick<Counts, "new" | "changed" | "unchanged" | "merged" | "claims"> {
  const counts = { new: 0, changed: 0, unchanged: 0, merged: 0, claims: 0 };
  for (const { claims } of stated.values()) counts.claims += claims.length;
  for (const [id, parts] of after) {
    const mine = parts.filter((each) => each.bundle === bundle);
    if (mine.length === 0) continue;
    if (mine.some(({ statedId }) => statedId !== id)) counts.merged += 1;
    if (!before.has(id)) counts.new += 1;
    else if (touched.has(id)) counts.changed += 1;
    else counts.unchanged += 1;
  }
  return counts;
}

function changesOf({ before, after, resolution }: Resolved, touched: Set<string>): ChangedIds {
  const gone = [...before.keys()].filter((id) => !after.has(id)).sort();
  return {
    added: [...after.keys()].filter((id) => !before.has(id)).sort(),
    changed: [...touched].filter((id) => before.has(id) && after.has(id)).sort(),
    withdrawn: gone.filter((id) => !resolution.isFormer(id)),
    merged: gone.filter((id) => resolution.isFormer(id)),
  };
}
