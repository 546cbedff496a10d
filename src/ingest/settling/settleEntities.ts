/**
 * Fourth stage: computes each affected entity only from what all bundles state about it, so
 * that the same bundles make the same graph in any order.
 */
import type { Run } from "../../graph/database/driver.ts";
import { typeOfKind } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { query } from "../../graph/queries.ts";
import { without, type Properties } from "../changes.ts";
import { claimOfProperties, joinReading, propertiesOfClaim, readingOf, type ClaimRow } from "../claims.ts";
import { pages, push } from "../../graph/arrays.ts";
import { referrersQuery } from "../../graph/referrers.ts";
import type { Resolved } from "../resolve.ts";
import { entriesOf, formerIdsOf, holdersOf, remembered, type Contribution } from "../contributions.ts";
import { settle, type SettledEdge } from "./settle.ts";

/** An entity in the graph. */
export interface Present {
  /** The properties of its node; null if absent. */
  node: Properties | null;
  /** For each edge its type, target and properties. */
  edges: [type: string, to: string, properties: Properties][];
  /** The claims about it, by id. */
  claims: [id: string, properties: Properties][];
}

/** An entity before and after. */
export interface SettledEntity {
  id: string;
  type: EntityType;
  /** Empty if the entity is to be deleted. */
  parts: Contribution[];
  before: Present;
  node: Properties | null;
  edges: SettledEdge[];
  claims: Map<string, Properties>;
}

/** The number of entities read and settled at once, to limit memory. */
const batch = 1000;

/** Settles each entity whose claims change, or whose targets have a new id, ordered by id. */
export async function* settleEntities(read: Run, resolved: Resolved): AsyncGenerator<SettledEntity> {
  const holders = holdersOf(resolved.before);
  const affected = await affectedBy(read, resolved, holders);
  for (const ids of pages([...affected].sort(), batch)) {
    const { present, kept } = await readPresent(read, ids, resolved, holders);
    for (const id of ids)
      yield settleEntity(id, present.get(id) ?? { node: null, edges: [], claims: [] }, kept, resolved);
  }
}

async function affectedBy(
  read: Run,
  { before, after, resolution, isStale }: Resolved,
  holders: Map<string, string>,
): Promise<Set<string>> {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  if (isStale) return new Set([...gone, ...after.keys()]);
  const affected = new Set(gone);
  for (const [id, parts] of after) if (entriesOf(parts) !== entriesOf(before.get(id) ?? [])) affected.add(id);
  const moved = new Set(gone);
  for (const [statedId, id] of holders) if (resolution.canonical(statedId) !== id) moved.add(id);
  for (const page of pages([...moved], 1000))
    for (const [id] of await read(referrersQuery(), { ids: page })) affected.add(id as string);
  return affected;
}

/** Some entities in the graph, and all claims about them, by the records' ids. */
async function readPresent(
  read: Run,
  ids: string[],
  { before, after }: Resolved,
  holders: Map<string, string>,
): Promise<{ present: Map<string, Present>; kept: Map<string, ClaimRow[]> }> {
  const present = new Map<string, Present>();
  const kept = new Map<string, ClaimRow[]>();
  const presentOf = (id: string): Present => {
    let found = present.get(id);
    if (!found) present.set(id, (found = { node: null, edges: [], claims: [] }));
    return found;
  };
  const sources = new Set<string>();
  for (const id of ids) {
    if (before.has(id)) sources.add(id);
    for (const { statedId } of after.get(id) ?? []) {
      const holder = holders.get(statedId);
      if (holder !== undefined) sources.add(holder);
    }
  }
  if (sources.size === 0) return { present, kept };
  for (const row of await read(query("ingest/entities"), { ids: ids.filter((id) => before.has(id)) }))
    Object.assign(presentOf(row[0] as string), {
      node: without(row[1] as Properties, "id"),
      edges: row[2] as Present["edges"],
    });
  for (const page of pages([...sources], 200))
    for (const [subjectId, row] of await read(query("ingest/claimsOfEntities"), { ids: page })) {
      const properties = row as Properties;
      presentOf(subjectId as string).claims.push([properties.id as string, properties]);
    }
  for (const { claims } of present.values())
    for (const [, properties] of claims) {
      const claim = claimOfProperties(properties);
      push(kept, claim.statedId, claim);
    }
  return { present, kept };
}

function settleEntity(
  id: string,
  before: Present,
  kept: Map<string, ClaimRow[]>,
  { bundle, stated, after, resolution: { canonical } }: Resolved,
): SettledEntity {
  const type = typeOfKind(id.slice(0, id.indexOf(":")))!;
  const parts = after.get(id) ?? [];
  if (parts.length === 0) return { id, type, parts, before, node: null, edges: [], claims: new Map() };
  const rows = claimsOf(parts, kept, bundle, stated);
  const { properties, edges, standings } = settle(type, id, rows, canonical);
  const formerIds = formerIdsOf(id, parts, properties.formerIds as string[] | undefined);
  const node = { ...properties, ...formerIds, ...remembered(parts) };
  const claims = new Map(
    rows.map((claim) => [claim.id, propertiesOfClaim(claim, id, standings.get(claim.id)!, canonical)]),
  );
  return { id, type, parts, before, node, edges, claims };
}

/** The claims of this bundle as just read, those of others as in the graph. */
function claimsOf(
  parts: Contribution[],
  kept: Map<string, ClaimRow[]>,
  loaded: string,
  stated: Resolved["stated"],
): ClaimRow[] {
  const claims = new Map<string, ClaimRow>();
  for (const { bundle, statedId } of parts) {
    const present = (kept.get(statedId) ?? []).filter(({ bundles }) => bundles.includes(bundle));
    const own = bundle === loaded;
    const earlier = new Map(own ? present.map((each) => [each.id, each]) : []);
    for (const claim of own ? stated.get(statedId)!.claims : present) {
      const reading = own ? claim : readingOf(claim, bundle);
      // The same words read on another day: keep the day of the first reading.
      const before = earlier.get(claim.id);
      const retrieved = reading.retrieved && ((before && readingOf(before, bundle).retrieved) ?? reading.retrieved);
      joinReading(claims, claim, bundle, { ...reading, retrieved });
    }
  }
  return [...claims.values()];
}
