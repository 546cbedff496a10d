/** Third stage: what is stated, by the entities that it is stated of, once it is decided which ids name one thing. */
import type { Run } from "../graph/database/driver.ts";
import type { Properties } from "./changes.ts";
import type { Checked, CheckedEntity } from "./check.ts";
import { readIdentities, withDecided, type Decided } from "./identity/decisions.ts";
import { profileOf } from "./identity/profile.ts";
import { resolutionOf, type Resolution } from "./identity/resolution.ts";
import { BundleError } from "./problems.ts";
import { grouped, readState, type Contribution } from "./contributions.ts";

/** What is stated in the graph as it is, and as it is to be. */
export interface Resolved {
  /** The name of the bundle; empty where an editor decides and nothing is loaded. */
  bundle: string;
  /** What the bundle states, by the ids that it knows. */
  stated: Map<string, CheckedEntity>;
  /** What bundles state of each entity in the graph. */
  before: Map<string, Contribution[]>;
  /** What they will state of each. */
  after: Map<string, Contribution[]>;
  resolution: Resolution;
  /** The decisions on identity that the graph holds. */
  identities: Map<string, Properties>;
}

/**
 * Decides anew, from all that is stated, which ids name one thing.
 * @param bundle what is loaded, or null where nothing is.
 * @param decided what an editor decides along with it.
 * @throws BundleError when the bundle refers to what is neither in it nor in the graph, or there is nothing to decide.
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
  return { bundle: bundle?.name ?? "", stated, before, after: grouped(parts, resolution), resolution, identities };
}

function refuseDangling({ references }: Checked, parts: Contribution[], { canonical }: Resolution): void {
  if (references.size === 0) return;
  const known = new Set(parts.map(({ statedId }) => statedId));
  const missing = [...references].filter(([id]) => !known.has(id) && canonical(id) === id);
  if (missing.length > 0) throw new BundleError(missing.map(([, message]) => message));
}
