/** Third stage: groups what is stated by entity, after deciding which ids mean the same thing. */
import type { Run } from "../graph/database/driver.ts";
import type { Properties } from "./changes.ts";
import type { Checked, CheckedEntity } from "./check.ts";
import { readIdentities, withDecided, type Decided } from "./identity/decisions.ts";
import { profileOf } from "./identity/profile.ts";
import { resolutionOf, type Resolution } from "./identity/resolution.ts";
import { BundleError } from "./problems.ts";
import { settling } from "./version.ts";
import { query } from "../graph/queries.ts";
import { grouped, readState, type Contribution } from "./contributions.ts";

/** The contributions to the graph before and after. */
export interface Resolved {
  /** The name of the bundle; empty for an editor's decision. */
  bundle: string;
  /** The entities of the bundle, by its ids. */
  stated: Map<string, CheckedEntity>;
  /** The contributions to each entity in the graph. */
  before: Map<string, Contribution[]>;
  after: Map<string, Contribution[]>;
  resolution: Resolution;
  /** Whether an earlier version settled the graph, so that all of it is settled again. */
  isStale: boolean;
  /** The identity decisions in the graph. */
  identities: Map<string, Properties>;
}

/**
 * Decides from scratch which ids mean the same thing.
 * @param bundle the bundle to load, or null.
 * @param decided an editor's new decision.
 * @throws BundleError when the bundle refers to something in neither bundle nor graph, or there is nothing to decide.
 */
export async function resolve(read: Run, bundle: Checked | null, decided: Decided | null): Promise<Resolved> {
  const before = await readState(read);
  const stated = new Map((bundle?.entities ?? []).map((entity) => [entity.id, entity]));
  const parts = [...before.values()].flat().filter((each) => each.bundle !== bundle?.name);
  for (const { id, digest, type, claims } of stated.values())
    parts.push({ bundle: bundle!.name, statedId: id, digest, profile: profileOf(type, claims) });
  const identities = await readIdentities(read);
  const resolution = resolutionOf(parts, decided === null ? identities : withDecided(identities, decided, parts));
  if (bundle) refuseDangling(bundle, parts, resolution);
  const [[settledBy] = [null]] = await read(query("ingest/settling"));
  return {
    bundle: bundle?.name ?? "",
    stated,
    before,
    after: grouped(parts, resolution),
    resolution,
    isStale: settledBy !== settling,
    identities,
  };
}

function refuseDangling({ references }: Checked, parts: Contribution[], { canonical }: Resolution): void {
  if (references.size === 0) return;
  const known = new Set(parts.map(({ statedId }) => statedId));
  const missing = [...references].filter(([id]) => !known.has(id) && canonical(id) === id);
  if (missing.length > 0) throw new BundleError(missing.map(([, message]) => message));
}
