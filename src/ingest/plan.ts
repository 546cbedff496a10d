/**
 * Fourth stage: what a bundle changes in the graph. An entity is made of what each bundle states of it and of nothing
 * else, so the same bundles make the same graph in whatever order they come.
 */
import type { Run } from "../graph/database/driver.ts";
import { relationOf, relationsOf, typeOfKind, type EntityType } from "../graph/model.ts";
import { query } from "../graph/queries.ts";
import { Differences, without, type EdgeChange, type NodeChange, type Properties } from "./changes.ts";
import type { Checked } from "./check.ts";
import { claimOfProperties, joinReading, propertiesOfClaim, readingOf, type ClaimRow } from "./claims.ts";
import { changedIdentities, readIdentities, withDecided, type Decided } from "./decisions.ts";
import { editionOf } from "./edition.ts";
import { inheritOrders } from "./inheritOrders.ts";
import { pages, push } from "./lists.ts";
import { BundleError } from "./problems.ts";
import { profileOf } from "./profile.ts";
import { referrersStatement } from "../graph/referrers.ts";
import { identityNodes, resolve, type Resolution } from "./resolve.ts";
import { entriesOf, formerIdsOf, grouped, holdersOf, readState, remembered, type Said } from "./said.ts";
import { settle, type SettledEdge } from "./settle.ts";

/** What to do. */
export interface Plan {
  nodes: NodeChange[];
  edges: EdgeChange[];
  /** The digest of all that is said in the graph afterwards. */
  edition: string;
  counts: Counts;
  /** The ids of the entities that nothing says any longer. */
  withdrawn: string[];
  changes: Changes;
}

/** The ids of the entities that an edition adds, changes, no longer has, or has under another id. */
export type Changes = Record<"added" | "changed" | "withdrawn" | "merged", string[]>;

/** What a bundle comes to, in entities. */
export interface Counts {
  new: number;
  changed: number;
  unchanged: number;
  /** Said no longer, by any bundle. */
  withdrawn: number;
  /** Claims that the bundle made and makes no longer. */
  withdrawnClaims: number;
  /** Entities that the bundle names by an id that was found to be another's. */
  merged: number;
  /** Fields about which sources differ, in the entities that the bundle speaks of. */
  contested: number;
  claims: number;
}

/**
 * Plans what a bundle changes; nothing is written.
 * @param bundle the bundle, or null to settle identity anew.
 * @param decided what an editor decides along with it.
 * @throws BundleError when it refers to what is neither in it nor in the graph.
 */
export async function planBundle(read: Run, bundle: Checked | null, decided: Decided | null = null): Promise<Plan> {
  const before = await readState(read);
  const stated = new Map((bundle?.statements ?? []).map((statement) => [statement.id, statement]));
  const said = [...before.values()].flat().filter((each) => each.bundle !== bundle?.name);
  for (const { id, digest, type, claims } of stated.values())
    said.push({ bundle: bundle!.name, statedId: id, digest, profile: profileOf(type, claims) });
  const identities = await readIdentities(read);
  const resolution = resolve(said, decided === null ? identities : withDecided(identities, decided, said));
  if (bundle) refuseDangling(bundle, said, resolution);
  const after = grouped(said, resolution);
  const planner = new Planner(read, before, after, resolution, stated, bundle?.name ?? "");
  await planner.plan();
  return {
    nodes: [...planner.differences.nodes, ...changedIdentities(identities, identityNodes(resolution))],
    edges: planner.differences.edges,
    counts: planner.counts(),
    withdrawn: planner.withdrawn(),
    changes: planner.changes(),
    edition: editionOf(after, resolution),
  };
}

class Planner {
  readonly differences = new Differences();
  /** The entities that something changes in: themselves, a claim about them, an edge of theirs. */
  readonly #touched = new Set<string>();
  #contested = 0;
  #withdrawnClaims = 0;
  /** What leads to an entity that nothing states any longer. */
  readonly #lost: string[] = [];
  readonly #read: Run;
  readonly #before: Map<string, Said[]>;
  readonly #holders: Map<string, string>;
  readonly #after: Map<string, Said[]>;
  readonly #resolution: Resolution;
  readonly #stated: Map<string, { claims: ClaimRow[] }>;
  readonly #bundle: string;

  constructor(
    read: Run,
    before: Map<string, Said[]>,
    after: Map<string, Said[]>,
    resolution: Resolution,
    stated: Map<string, { claims: ClaimRow[] }>,
    bundle: string,
  ) {
    this.#read = read;
    this.#before = before;
    this.#holders = holdersOf(before);
    this.#after = after;
    this.#resolution = resolution;
    this.#stated = stated;
    this.#bundle = bundle;
  }

  async plan(): Promise<void> {
    const affected = await this.#affected();
    for (const page of pages([...affected].sort(), 1000)) await this.#entities(page);
    if (this.#lost.length > 0) throw new BundleError(this.#lost);
    const { nodes, touched } = await inheritOrders(this.#read, this.differences.nodes);
    this.differences.nodes = nodes;
    for (const id of touched) this.#touched.add(id);
  }

  /** What the bundle comes to, once all is planned. */
  counts(): Counts {
    const counts: Counts = {
      new: 0,
      changed: 0,
      unchanged: 0,
      withdrawn: this.withdrawn().length,
      withdrawnClaims: this.#withdrawnClaims,
      merged: 0,
      contested: this.#contested,
      claims: 0,
    };
    for (const { claims } of this.#stated.values()) counts.claims += claims.length;
    for (const [id, parts] of this.#after) {
      const mine = parts.filter(({ bundle }) => bundle === this.#bundle);
      if (mine.length === 0) continue;
      if (mine.some(({ statedId }) => statedId !== id)) counts.merged += 1;
      if (!this.#before.has(id)) counts.new += 1;
      else if (this.#touched.has(id)) counts.changed += 1;
      else counts.unchanged += 1;
    }
    return counts;
  }

  /** The ids of the entities that nothing says any longer. */
  withdrawn(): string[] {
    return [...this.#before.keys()].filter((id) => !this.#after.has(id) && !this.#resolution.isFormer(id)).sort();
  }

  /** What becomes of each entity, once all is planned. */
  changes(): Changes {
    const gone = [...this.#before.keys()].filter((id) => !this.#after.has(id)).sort();
    return {
      added: [...this.#after.keys()].filter((id) => !this.#before.has(id)).sort(),
      changed: [...this.#touched].filter((id) => this.#before.has(id) && this.#after.has(id)).sort(),
      withdrawn: gone.filter((id) => !this.#resolution.isFormer(id)),
      merged: gone.filter((id) => this.#resolution.isFormer(id)),
    };
  }

  #countWithdrawn(claims: [string, Properties][]): void {
    const stated = new Map<string, Set<string>>();
    for (const [id, { bundles, statedId, subjectId }] of claims) {
      if (!(bundles as string[]).includes(this.#bundle)) continue;
      const about = (statedId ?? subjectId) as string;
      let said = stated.get(about);
      if (!said) stated.set(about, (said = new Set(this.#stated.get(about)?.claims.map((each) => each.id))));
      if (!said.has(id)) this.#withdrawnClaims += 1;
    }
  }

  /** The entities whose claims change, or whose ends go by another id now. */
  async #affected(): Promise<Set<string>> {
    const affected = new Set<string>();
    const gone: string[] = [];
    for (const [id, parts] of this.#after)
      if (entriesOf(parts) !== entriesOf(this.#before.get(id) ?? [])) affected.add(id);
    for (const id of this.#before.keys()) if (!this.#after.has(id)) gone.push(id);
    for (const id of gone) affected.add(id);
    const moved = new Set(gone);
    for (const [statedId, id] of this.#holders) if (this.#resolution.canonical(statedId) !== id) moved.add(id);
    for (const page of pages([...moved], 1000))
      for (const [id] of await this.#read(referrersStatement(), { ids: page })) affected.add(id as string);
    return affected;
  }

  async #entities(ids: string[]): Promise<void> {
    const old = new Map<string, [Properties, string, [string, string, Properties][]]>();
    const oldClaims = new Map<string, [string, Properties][]>();
    const kept = new Map<string, ClaimRow[]>();
    const sources = this.#oldIdsOf(ids);
    if (sources.length > 0) {
      for (const row of await this.#read(query("ingest/entities"), { ids: ids.filter((id) => this.#before.has(id)) }))
        old.set(row[0] as string, [row[1] as Properties, "", row[2] as [string, string, Properties][]]);
      for (const page of pages(sources, 200))
        for (const [subjectId, properties] of await this.#read(query("ingest/claims"), { ids: page }))
          push(oldClaims, subjectId as string, [(properties as Properties).id as string, properties as Properties]);
      for (const claims of oldClaims.values())
        for (const [, properties] of claims) {
          const claim = claimOfProperties(properties);
          push(kept, claim.statedId, claim);
        }
    }
    for (const id of ids) this.#entity(id, old.get(id), oldClaims.get(id) ?? [], kept);
  }

  /** The ids under which the graph holds the claims of these entities now. */
  #oldIdsOf(ids: string[]): string[] {
    const found = new Set<string>();
    for (const id of ids) {
      if (this.#before.has(id)) found.add(id);
      for (const { statedId } of this.#after.get(id) ?? []) {
        const holder = this.#holders.get(statedId);
        if (holder !== undefined) found.add(holder);
      }
    }
    return [...found];
  }

  #entity(
    id: string,
    old: [Properties, string, [string, string, Properties][]] | undefined,
    oldClaims: [string, Properties][],
    kept: Map<string, ClaimRow[]>,
  ): void {
    this.#countWithdrawn(oldClaims);
    const type = typeOfKind(id.slice(0, id.indexOf(":")))!;
    const parts = this.#after.get(id) ?? [];
    const claims = this.#claimsOf(parts, kept);
    const mine = parts.some(({ bundle }) => bundle === this.#bundle);
    const canonical = (each: string): string => this.#resolution.canonical(each);
    let after: Properties | null = null;
    let edges: SettledEdge[] = [];
    const claimNodes = new Map<string, Properties>();
    if (parts.length > 0) {
      const settled = settle(type, id, claims, canonical);
      const formerIds = formerIdsOf(id, parts, settled.properties.formerIds as string[] | undefined);
      after = { ...settled.properties, ...formerIds, ...remembered(parts) };
      edges = settled.edges;
      this.#refuseLost(id, type, parts, after, edges);
      for (const claim of claims)
        claimNodes.set(claim.id, propertiesOfClaim(claim, id, settled.standings.get(claim.id)!, canonical));
      if (mine) this.#contested += ((after.contested as string[] | undefined) ?? []).length;
    }
    const before = old ? without(old[0], "id") : null;
    const { length } = this.differences;
    for (const [claimId, properties] of oldClaims)
      this.differences.node(claimId, "Claim", without(properties, "id"), claimNodes.get(claimId) ?? null, claimNodes);
    for (const [claimId, properties] of claimNodes) this.differences.node(claimId, "Claim", null, properties);
    this.differences.edgesOf(id, old?.[2] ?? [], edges);
    if (this.differences.length > length) this.#touched.add(id);
    const owned = this.differences.length;
    this.differences.node(id, type.name, before, after);
    // What sorts as another does has no key of its own yet: it is looked at again when all keys are known.
    if (this.differences.length > owned && relationOf(type.class, type.order[0]!) === undefined) this.#touched.add(id);
  }

  #refuseLost(id: string, type: EntityType, parts: Said[], after: Properties, edges: SettledEdge[]): void {
    const ends = edges.map(({ to, predicate }): [string, string] => [predicate, to]);
    for (const { name, keyed } of relationsOf(type.class)) {
      const to = after[`${name}Id`];
      if (keyed && typeof to === "string") ends.push([name, to]);
    }
    const bundles = [...new Set(parts.map(({ bundle }) => bundle))].join(", ");
    for (const [name, to] of ends)
      if (!this.#after.has(to))
        this.#lost.push(
          `${id} of ${bundles} leads to ${to} by "${name}", which nothing would state any longer. Keep it, or correct ${bundles} first.`,
        );
  }

  /** What is said of it: of this bundle as it was just read, of the others as the graph holds it. */
  #claimsOf(parts: Said[], kept: Map<string, ClaimRow[]>): ClaimRow[] {
    const claims = new Map<string, ClaimRow>();
    for (const { bundle, statedId } of parts) {
      const present = (kept.get(statedId) ?? []).filter(({ bundles }) => bundles.includes(bundle));
      const own = bundle === this.#bundle;
      const earlier = new Map(own ? present.map((each) => [each.id, each]) : []);
      for (const claim of own ? this.#stated.get(statedId)!.claims : present) {
        const reading = own ? claim : readingOf(claim, bundle);
        // Written at another day with the same words: the day of the first reading stays.
        const before = earlier.get(claim.id);
        const retrieved = (before && readingOf(before, bundle).retrieved) ?? reading.retrieved;
        joinReading(claims, claim, bundle, { position: reading.position, retrieved });
      }
    }
    return [...claims.values()];
  }
}

function refuseDangling({ references }: Checked, said: Said[], { canonical }: Resolution): void {
  if (references.size === 0) return;
  const known = new Set(said.map(({ statedId }) => statedId));
  const missing = [...references].filter(([id]) => !known.has(id) && canonical(id) === id);
  if (missing.length > 0) throw new BundleError(missing.map(([, message]) => message));
}
