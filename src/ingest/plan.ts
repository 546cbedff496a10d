/**
 * Fourth stage: what a bundle changes in the graph. An entity is made of what each bundle states of it and of nothing
 * else, so the same bundles make the same graph in whatever order they come.
 */
import { createHash } from "node:crypto";
import type { Row, Run } from "../graph/driver.ts";
import {
  entityTypes,
  relationOf,
  relationsOf,
  typeOf,
  typeOfKind,
  type EntityType,
  type Relation,
} from "../graph/model.ts";
import { query } from "../graph/queries.ts";
import type { Checked } from "./check.ts";
import {
  claimOfProperties,
  propertiesOfClaim,
  readingOf,
  textOfReading,
  type ClaimRow,
  type Reading,
} from "./claims.ts";
import { BundleError } from "./problems.ts";
import { profileOf } from "./profile.ts";
import { editedId, editorsOf, identityNodes, resolve, type Resolution } from "./resolve.ts";
import { settle, type SettledEdge } from "./settle.ts";

type Properties = Record<string, unknown>;

/** A node as it is and as it is to be; null where there is none. */
export interface NodeChange {
  id: string;
  label: string;
  before: Properties | null;
  after: Properties | null;
}

/** An edge as it is and as it is to be; null where there is none. */
export interface EdgeChange {
  from: string;
  to: string;
  type: string;
  before: Properties | null;
  after: Properties | null;
}

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

/** What one bundle states of one entity, as the entity's node remembers it. */
export interface Said {
  bundle: string;
  /** The id that the bundle knows it by. */
  statedId: string;
  /** Of the claims. */
  digest: string;
  /** What tells it apart, for types whose identity is resolved; empty otherwise. */
  profile: string;
}

/** Reads from the graph; a write's own reads see what it wrote. */
type Read = Run;

/** What an editor decides of two ids; null takes back what was decided of them. */
export type Decided = { a: string; b: string } & (
  { outcome: "SAME" | "DIFFERENT"; reason: string } | { outcome: null }
);

/**
 * Plans what a bundle changes; nothing is written.
 * @param bundle the bundle, or null to settle identity anew.
 * @param decided what an editor decides along with it.
 * @throws BundleError when it refers to what is neither in it nor in the graph.
 */
export async function planBundle(read: Read, bundle: Checked | null, decided: Decided | null = null): Promise<Plan> {
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
  diffIdentities(planner, identities, identityNodes(resolution));
  const { nodes, edges } = planner;
  return {
    nodes,
    edges,
    counts: planner.counts(),
    withdrawn: planner.withdrawn(),
    changes: planner.changes(),
    edition: editionOf(after, resolution),
  };
}

class Planner {
  nodes: NodeChange[] = [];
  readonly edges: EdgeChange[] = [];
  /** The entities that something changes in: themselves, a claim about them, an edge of theirs. */
  readonly #touched = new Set<string>();
  #contested = 0;
  #withdrawnClaims = 0;
  /** What leads to an entity that nothing states any longer. */
  readonly #lost: string[] = [];
  readonly #read: Read;
  readonly #before: Map<string, Said[]>;
  readonly #after: Map<string, Said[]>;
  readonly #resolution: Resolution;
  readonly #stated: Map<string, { claims: ClaimRow[] }>;
  readonly #bundle: string;

  constructor(
    read: Read,
    before: Map<string, Said[]>,
    after: Map<string, Said[]>,
    resolution: Resolution,
    stated: Map<string, { claims: ClaimRow[] }>,
    bundle: string,
  ) {
    this.#read = read;
    this.#before = before;
    this.#after = after;
    this.#resolution = resolution;
    this.#stated = stated;
    this.#bundle = bundle;
  }

  async plan(): Promise<void> {
    const affected = await this.#affected();
    for (const page of pages([...affected].sort(), 1000)) await this.#entities(page);
    if (this.#lost.length > 0) throw new BundleError(this.#lost);
    await this.#inheritOrders();
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
    const known = new Map<string, string>();
    for (const [id, parts] of this.#before) for (const { statedId } of parts) known.set(statedId, id);
    const moved = new Set(gone);
    for (const [statedId, id] of known) if (this.#resolution.canonical(statedId) !== id) moved.add(id);
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
        const holder = this.#holders().get(statedId);
        if (holder !== undefined) found.add(holder);
      }
    }
    return [...found];
  }

  #heldBy: Map<string, string> | undefined;
  #holders(): Map<string, string> {
    if (!this.#heldBy) {
      this.#heldBy = new Map();
      for (const [id, parts] of this.#before) for (const { statedId } of parts) this.#heldBy.set(statedId, id);
    }
    return this.#heldBy;
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
    const changes = this.nodes.length + this.edges.length;
    for (const [claimId, properties] of oldClaims)
      this.#node(claimId, "Claim", without(properties, "id"), claimNodes.get(claimId) ?? null, claimNodes);
    for (const [claimId, properties] of claimNodes) this.#node(claimId, "Claim", null, properties);
    this.#edges(id, old?.[2] ?? [], edges);
    if (this.nodes.length + this.edges.length > changes) this.#touched.add(id);
    const owned = this.nodes.length;
    this.#node(id, type.name, before, after);
    // What sorts as another does has no key of its own yet: it is looked at again when all keys are known.
    if (this.nodes.length > owned && relationOf(type.class, type.order[0]!) === undefined) this.#touched.add(id);
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

  #node(
    id: string,
    label: string,
    before: Properties | null,
    after: Properties | null,
    pending?: Map<string, Properties>,
  ): void {
    if (before !== null) pending?.delete(id);
    if (before === null || after === null ? before !== after : !sameProperties(before, after))
      this.nodes.push({ id, label, before, after });
  }

  #edges(from: string, before: [string, string, Properties][], after: SettledEdge[]): void {
    const old = new Map(before.map(([type, to, properties]) => [`${type} ${to}`, properties]));
    for (const { type, to, predicate, sortKey } of after) {
      const key = `${type} ${to}`;
      const properties: Properties = sortKey === null ? { predicate } : { predicate, sortKey };
      const present = old.get(key);
      old.delete(key);
      if (present === undefined) this.edges.push({ from, to, type, before: null, after: properties });
      else if (!sameProperties(present, properties))
        this.edges.push({ from, to, type, before: present, after: properties });
    }
    for (const [key, properties] of old) {
      const space = key.indexOf(" ");
      this.edges.push({ from, to: key.slice(space + 1), type: key.slice(0, space), before: properties, after: null });
    }
  }

  /** What sorts as the target of one of its relations does takes the target's key. */
  async #inheritOrders(): Promise<void> {
    for (const type of entityTypes()) {
      const relation = relationOf(type.class, type.order[0]!);
      if (relation) await this.#inherit(type, relation);
    }
  }

  async #inherit(type: EntityType, relation: Relation): Promise<void> {
    const targets = new Map<string, string>();
    const target = typeOf(relation.target()).name;
    const name = `${relation.name}Id`;
    for (const { id, label, after } of this.nodes)
      if (label === target && after) targets.set(id, after.sortKey as string);
    const changed = this.nodes.filter(({ label, after }) => label === type.name && after);
    const missing = new Set(changed.map(({ after }) => after![name] as string).filter((id) => !targets.has(id)));
    for (const page of pages([...missing], 2000))
      for (const [id, key] of await this.#read(query("ingest/sortKeys"), { ids: page }))
        targets.set(id as string, key as string);
    for (const change of changed) {
      const key = targets.get(change.after![name] as string);
      if (key !== undefined) change.after!.sortKey = key;
    }
    // Those that only look changed since their own key was made before their target's was known.
    const same = new Set(changed.filter(({ before, after }) => before && sameProperties(before, after!)));
    this.nodes = this.nodes.filter((each) => !same.has(each));
    for (const each of changed) if (!same.has(each)) this.#touched.add(each.id);
    const known = new Set(changed.map(({ id }) => id));
    const moved = this.nodes.filter(
      ({ label, before, after }) => label === target && before && after && before.sortKey !== after.sortKey,
    );
    for (const page of pages(moved, 1000)) {
      const rows = await this.#read(query("ingest/inheriting"), {
        relation: name,
        ids: page.map(({ id }) => id),
        type: type.name,
      });
      for (const [id, properties] of rows as [string, Properties][]) {
        if (known.has(id)) continue;
        const before = without(properties, "id");
        this.nodes.push({
          id,
          label: type.name,
          before,
          after: { ...before, sortKey: targets.get(before[name] as string)! },
        });
      }
    }
  }
}

/** The edition of a graph, made anew of what its nodes remember. */
export async function editionOfGraph(read: Read): Promise<string> {
  const edited = editorsOf(await readIdentities(read));
  return editionOf(await readState(read), { edited });
}

/** Finds what leads to some entities: by edges, by what claims name, and by the ids that are kept without an edge. */
export function referrersStatement(): string {
  const keyed = entityTypes().flatMap(({ name, class: cls }) =>
    relationsOf(cls).flatMap((relation) =>
      relation.keyed && name !== "Claim" && name !== "Identity"
        ? [
            `MATCH (node:${name} {${relation.name}Id: id}) WHERE node.sortKey >= "" AND node.id >= "" RETURN node.id AS found`,
          ]
        : [],
    ),
  );
  const all = ["MATCH (:Node {id: id})<--(node:Node) RETURN node.id AS found", ...keyed];
  return `UNWIND $ids AS id\nCALL (id) {\n${[query("ingest/referrers"), ...all].join("\nUNION\n")}\n}\nRETURN DISTINCT found`;
}

/** All that bundles state of each entity, as the nodes remember it. */
export async function readState(read: Read): Promise<Map<string, Said[]>> {
  const state = new Map<string, Said[]>();
  for (const type of entityTypes()) {
    if (type.name === "Claim" || type.name === "Identity") continue;
    // Each node that an entity of this type is: nothing shorter tells what is there.
    const rows = await read(`MATCH (node:${type.name}) RETURN node.id, node.stated, node.profiles`);
    for (const [id, stated, profiles] of rows as [string, string[], string[] | null][])
      state.set(
        id,
        stated.map((each, index) => saidOf(id, each, profiles?.[index] ?? "")),
      );
  }
  return state;
}

function remembered(parts: Said[]): Properties {
  const profiled = parts.some(({ profile }) => profile !== "");
  return {
    stated: parts.map((each) => entryOf(each)),
    ...(profiled && { profiles: parts.map(({ profile }) => profile) }),
  };
}

function entryOf({ digest, statedId, bundle }: Said): string {
  return `${digest} ${statedId} ${bundle}`;
}

function saidOf(_: string, entry: string, profile: string): Said {
  const [digest, statedId] = entry.split(" ", 2) as [string, string];
  return { digest, statedId, bundle: entry.slice(digest.length + statedId.length + 2), profile };
}

function entriesOf(parts: Said[]): string {
  return parts.map(entryOf).join("\n");
}

function grouped(said: Said[], { canonical }: Resolution): Map<string, Said[]> {
  const groups = new Map<string, Said[]>();
  for (const each of said) push(groups, canonical(each.statedId), each);
  for (const parts of groups.values())
    if (parts.length > 1) parts.sort((a, b) => compare(a.bundle, b.bundle) || compare(a.statedId, b.statedId));
  return groups;
}

/** The edition of a graph: the digest of all that bundles say in it and of what editors decided. All else follows. */
function editionOf(after: Map<string, Said[]>, { edited }: Pick<Resolution, "edited">): string {
  const hash = createHash("sha256");
  for (const id of [...after.keys()].sort()) hash.update(`${id}\n${entriesOf(after.get(id)!)}\n`);
  for (const { a, b, outcome } of edited) hash.update(`${a} ${b} ${outcome}\n`);
  return hash.digest("hex");
}

function refuseDangling({ references }: Checked, said: Said[], { canonical }: Resolution): void {
  if (references.size === 0) return;
  const known = new Set(said.map(({ statedId }) => statedId));
  const missing = [...references].filter(([id]) => !known.has(id) && canonical(id) === id);
  if (missing.length > 0) throw new BundleError(missing.map(([, message]) => message));
}

function formerIdsOf(id: string, parts: Said[], told: string[] = []): Properties {
  const ids = new Set([...told, ...parts.map(({ statedId }) => statedId)]);
  ids.delete(id);
  return ids.size > 0 ? { formerIds: [...ids].sort() } : {};
}

async function readIdentities(read: Read): Promise<Map<string, Properties>> {
  const rows = await read("MATCH (node:Identity) RETURN node.id, properties(node)");
  return new Map((rows as [string, Properties][]).map(([id, properties]) => [id, without(properties, "id")]));
}

function withDecided(identities: Map<string, Properties>, decided: Decided, said: Said[]): Map<string, Properties> {
  const [a, b] = [decided.a, decided.b].sort() as [string, string];
  const id = editedId(a, b);
  const edited = new Map(identities);
  if (decided.outcome === null) {
    if (!edited.delete(id)) throw new BundleError([`No editor decided anything of "${a}" and "${b}".`]);
    return edited;
  }
  const known = new Set(said.map(({ statedId }) => statedId));
  for (const { formerId } of identities.values()) known.add(formerId as string);
  const missing = [a, b].filter((each) => !known.has(each));
  if (missing.length > 0) throw new BundleError(missing.map((each) => `Nothing has or had the id "${each}".`));
  return edited.set(id, { a, b, outcome: decided.outcome, reason: decided.reason, score: 1 });
}

function diffIdentities(planner: Planner, before: Map<string, Properties>, after: Map<string, Properties>): void {
  for (const [id, properties] of after) {
    const present = before.get(id);
    if (!present || !sameProperties(present, properties))
      planner.nodes.push({ id, label: "Identity", before: present ?? null, after: properties });
  }
  for (const [id, properties] of before)
    if (!after.has(id)) planner.nodes.push({ id, label: "Identity", before: properties, after: null });
}

function sameProperties(a: Properties, b: Properties): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => a[name] === b[name] || JSON.stringify(a[name]) === JSON.stringify(b[name]))
  );
}

function without(properties: Properties, name: string): Properties {
  const { [name]: _, ...rest } = properties;
  return rest;
}

/** Adds a claim as one bundle has it. Of several, the first in the order of their names gives the place, the earliest the day. */
function joinReading(claims: Map<string, ClaimRow>, claim: ClaimRow, bundle: string, reading: Reading): void {
  const same = claims.get(claim.id);
  if (!same) {
    const { readings: _, ...alone } = claim;
    claims.set(claim.id, { ...alone, ...reading, bundles: [bundle] });
    return;
  }
  same.readings = [...(same.readings ?? [textOfReading(same)]), textOfReading(reading)];
  same.bundles = [...same.bundles, bundle];
  const { retrieved } = reading;
  if (retrieved !== null && (same.retrieved === null || retrieved < same.retrieved)) same.retrieved = retrieved;
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const found = groups.get(key);
  if (found) found.push(value);
  else groups.set(key, [value]);
}

/** A list in pieces of at most so many. */
export function* pages<T>(list: T[], size: number): Generator<T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type { Row };
