/** The content of an export: the interface between selections and formats. */
import { entityTypes, implementationsOf, isOwned, relationsOf } from "../graph/model/model.ts";
import type { EntityType, Relation } from "../graph/model/declarations.ts";
import { pages } from "../graph/arrays.ts";
import { once } from "../graph/once.ts";
import { batchSize, readNodes, type ExportNode, type Read } from "./nodes.ts";
import type { Sources } from "./sources.ts";
import { everything, listed, related, type ListChoice } from "./walks.ts";

export interface Selection {
  /** A title for people. */
  title: string;
  /** The types of its items. */
  types: readonly EntityType[];
  /** The types of all nodes of its graph. */
  nodeTypes: readonly EntityType[];
  /** The selected items with their edges: the rows of a table. Can be read several times. */
  items(): AsyncIterable<ExportNode>;
  /** The items and the targets of their edges: the nodes of a graph, each once. */
  nodes(): AsyncIterable<ExportNode>;
}

/** The reader of a selection. */
export interface Access {
  read: Read;
  sources: Sources;
}

/** Everything: every entity, claim and identity decision. */
export function wholeGraph(access: Access): Selection {
  const items = () => inDetail(access, everything(access.read));
  return { title: "the whole graph", types: entityTypes(), nodeTypes: entityTypes(), items, nodes: items };
}

/** All entities of a type, or those that match a filter. */
export function listOf(access: Access, type: EntityType, choice: ListChoice): Selection {
  return ofIds(access, inWords(type.plural), [type], () => listed(access.read, type, choice));
}

/** An entity by its current id. */
export interface Found {
  id: string;
  name: string;
}

/** The targets of a relation of one entity. */
export function relationOfOne(access: Access, { id, name }: Found, relation: Relation, choice: ListChoice): Selection {
  const types = implementationsOf(relation.target());
  return ofIds(access, `${inWords(relation.name)} of ${name}`, types, () => related(access.read, relation, id, choice));
}

/** One entity with its claims. */
export function oneWithClaims(access: Access, { id, name }: Found, type: EntityType, choice: ListChoice): Selection {
  const claims = relationsOf(type.class).find(({ name }) => name === "claims");
  const types = [type, ...(claims ? implementationsOf(claims.target()).filter((each) => each !== type) : [])];
  return ofIds(access, name, types, async function* () {
    yield [id];
    if (claims) yield* related(access.read, claims, id, choice);
  });
}

/** The answer to a query, which is asked when it is first read. */
export function answered(title: string, ask: () => Promise<Pick<Selection, "items" | "nodes">>): Selection {
  const answer = once(ask);
  return {
    title,
    types: entityTypes(),
    nodeTypes: entityTypes(),
    async *items() {
      yield* (await answer()).items();
    },
    async *nodes() {
      yield* (await answer()).nodes();
    },
  };
}

// `migrationRoutes` is "migration routes".
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function ofIds(
  access: Access,
  title: string,
  types: readonly EntityType[],
  ids: () => AsyncIterable<string[]>,
): Selection {
  const items = () => inDetail(access, ids());
  return { title, types, nodeTypes: withTargets(types), items, nodes: () => withWhatTheyLeadTo(access, items()) };
}

/** Some entities, and the edges among them. */
export function pieceOf(access: Access, ids: readonly string[]): Pick<Selection, "items" | "nodes"> {
  const distinct = [...new Set(ids)];
  const chosen = new Set(distinct);
  async function* items(): AsyncGenerator<ExportNode> {
    for await (const node of inDetail(access, pages(distinct, batchSize)))
      yield { ...node, edges: node.edges.filter(({ target }) => chosen.has(target)) };
  }
  return { items, nodes: items };
}

/** Some entities, each once, and their targets. */
export function pieceAround(access: Access, ids: () => AsyncIterable<string[]>): Pick<Selection, "items" | "nodes"> {
  const items = () => inDetail(access, eachOnce(ids()));
  return { items, nodes: () => withWhatTheyLeadTo(access, items()) };
}

async function* eachOnce(ids: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  const seen = new Set<string>();
  for await (const page of ids) {
    const fresh = page.filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    if (fresh.length > 0) yield fresh;
  }
}

/** Ids, in batches. */
type Pages = Iterable<string[]> | AsyncIterable<string[]>;

async function* inDetail({ read, sources }: Access, ids: Pages): AsyncGenerator<ExportNode> {
  for await (const nodes of ahead(batches(ids))) yield* nodes;

  async function* batches(pages: Pages): AsyncGenerator<ExportNode[]> {
    for await (const page of pages) yield await readNodes(read, sources, page);
  }
}

// Keeps only ids: of the items, and of their targets.
async function* withWhatTheyLeadTo(
  { read, sources }: Access,
  items: AsyncIterable<ExportNode>,
): AsyncGenerator<ExportNode> {
  const seen = new Set<string>();
  const targets = new Set<string>();
  for await (const item of items) {
    seen.add(item.id);
    for (const { target } of item.edges) targets.add(target);
    yield item;
  }
  let page: string[] = [];
  for (const id of targets) {
    if (seen.has(id)) continue;
    page.push(id);
    if (page.length < batchSize) continue;
    yield* (await readNodes(read, sources, page)).map(withoutEdges);
    page = [];
  }
  if (page.length > 0) yield* (await readNodes(read, sources, page)).map(withoutEdges);
}

// These are the boundary of the graph: their own targets aren't included.
function withoutEdges(node: ExportNode): ExportNode {
  return { ...node, edges: [] };
}

function withTargets(types: readonly EntityType[]): readonly EntityType[] {
  const targets = types.flatMap((type) =>
    relationsOf(type.class)
      .filter(isOwned)
      .flatMap((relation) => implementationsOf(relation.target())),
  );
  return [...new Set([...types, ...targets])];
}

/** Reads the next batch while this one is written. */
async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = items.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // Errors surface when it is awaited; ignore them until then.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
