/** The contributions of bundles to entities, as stored on the nodes. The graph follows from them. */
import type { Run } from "../graph/database/driver.ts";
import { statedTypes } from "../graph/model/model.ts";
import { everyNode, printed } from "../graph/model/pattern.ts";
import { query } from "../graph/queries.ts";
import type { Properties } from "./changes.ts";
import { compare, push } from "../graph/arrays.ts";
import type { Resolution } from "./identity/resolution.ts";

/** The statements of one bundle about one entity, as stored on its node. */
export interface Contribution {
  bundle: string;
  /** The bundle's id for it. */
  statedId: string;
  /** The digest of the claims. */
  digest: string;
  /** The data for identity matching, for types whose identity is resolved; empty otherwise. */
  profile: string;
}

/** Everything that bundles state about each entity, from the nodes. */
export async function readState(read: Run): Promise<Map<string, Contribution[]>> {
  const state = new Map<string, Contribution[]>();
  for (const type of statedTypes()) {
    // Includes every node of this type: nothing shorter covers all.
    const rows = await read(`${printed(everyNode(type.name))}\n${query("ingest/contributions")}`);
    for (const [id, stated, profiles] of rows as [string, string[], string[] | null][])
      state.set(
        id,
        stated.map((each, index) => contributionOf(each, profiles?.[index] ?? "")),
      );
  }
  return state;
}

/** Maps each stated id to its entity. */
export function holdersOf(state: Map<string, Contribution[]>): Map<string, string> {
  const holders = new Map<string, string>();
  for (const [id, parts] of state) for (const { statedId } of parts) holders.set(statedId, id);
  return holders;
}

/** The stored form for an entity's node. */
export function remembered(parts: Contribution[]): Properties {
  const profiled = parts.some(({ profile }) => profile !== "");
  return {
    stated: parts.map((each) => entryOf(each)),
    ...(profiled && { profiles: parts.map(({ profile }) => profile) }),
  };
}

function entryOf({ digest, statedId, bundle }: Contribution): string {
  return `${digest} ${statedId} ${bundle}`;
}

function contributionOf(entry: string, profile: string): Contribution {
  const [digest, statedId] = entry.split(" ", 2) as [string, string];
  return { digest, statedId, bundle: entry.slice(digest.length + statedId.length + 2), profile };
}

/** The same as one text, to detect changes. */
export function entriesOf(parts: Contribution[]): string {
  return parts.map(entryOf).join("\n");
}

/** The contributions to each entity, after identity is decided. */
export function grouped(all: Contribution[], { canonical }: Resolution): Map<string, Contribution[]> {
  const groups = new Map<string, Contribution[]>();
  for (const each of all) push(groups, canonical(each.statedId), each);
  for (const parts of groups.values())
    if (parts.length > 1) parts.sort((a, b) => compare(a.bundle, b.bundle) || compare(a.statedId, b.statedId));
  return groups;
}

/** The ids under which an entity is or was stated, besides its own. @param told those given by sources. */
export function formerIdsOf(id: string, parts: Contribution[], formerIds: string[] = []): Properties {
  const ids = new Set([...formerIds, ...parts.map(({ statedId }) => statedId)]);
  ids.delete(id);
  return ids.size > 0 ? { formerIds: [...ids].sort() } : {};
}
