/** Identity decisions as nodes of the graph: existing ones, an editor's changes, and the difference. */
import type { Run } from "../../graph/database/driver.ts";
import { query } from "../../graph/queries.ts";
import { sameProperties, without, type NodeChange, type Properties } from "../changes.ts";
import { BundleError } from "../problems.ts";
import { editedId } from "./resolution.ts";
import type { Contribution } from "../contributions.ts";

/** An editor's decision on two ids; null reverts it. */
export type Decided = { a: string; b: string } & (
  { outcome: "SAME" | "DIFFERENT"; reason: string } | { outcome: null }
);

/** All decisions in the graph, by their ids. */
export async function readIdentities(read: Run): Promise<Map<string, Properties>> {
  const rows = await read(query("ingest/identities"));
  return new Map((rows as [string, Properties][]).map(([id, properties]) => [id, without(properties, "id")]));
}

/**
 * The decisions with an editor's new one, or without the reverted one.
 * @throws BundleError when an id is unknown, or there is nothing to revert.
 */
export function withDecided(
  identities: Map<string, Properties>,
  decided: Decided,
  parts: Contribution[],
): Map<string, Properties> {
  const [a, b] = [decided.a, decided.b].sort() as [string, string];
  const id = editedId(a, b);
  const edited = new Map(identities);
  if (decided.outcome === null) {
    if (!edited.delete(id)) throw new BundleError([`There is no editor's decision on "${a}" and "${b}".`]);
    return edited;
  }
  const known = new Set(parts.map(({ statedId }) => statedId));
  for (const { formerId } of identities.values()) known.add(formerId as string);
  const missing = [a, b].filter((each) => !known.has(each));
  if (missing.length > 0) throw new BundleError(missing.map((each) => `No entity has or had the id "${each}".`));
  return edited.set(id, { a, b, outcome: decided.outcome, reason: decided.reason, score: 1 });
}

/** The changes of nodes from some decisions to others. */
export function changedIdentities(before: Map<string, Properties>, after: Map<string, Properties>): NodeChange[] {
  const nodes: NodeChange[] = [];
  for (const [id, properties] of after) {
    const present = before.get(id);
    if (!present || !sameProperties(present, properties))
      nodes.push({ id, label: "Identity", before: present ?? null, after: properties });
  }
  for (const [id, properties] of before)
    if (!after.has(id)) nodes.push({ id, label: "Identity", before: properties, after: null });
  return nodes;
}
