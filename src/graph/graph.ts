/** The graph as seen by one request: relations, pages and look-ups, each batched into one query per depth. */
import DataLoader from "dataloader";
import pLimit from "p-limit";
import type { GraphQLResolveInfo } from "graphql";
import type { Door, Row } from "./database/driver.ts";
import { AnswerError, inputError } from "./errors.ts";
import { evidenceQuery } from "./evidenceQuery.ts";
import { readId } from "./id.ts";
import { findQuery, nodeQuery, ofPatterns, ofRelation, oneQuery } from "./listQueries.ts";
import type { EntityType, ModelClass, Property, Relation } from "./model/declarations.ts";
import { coordinate, isOwned } from "./model/model.ts";
import { everyNode } from "./model/pattern.ts";
import { evidenceSize, type Evidence, type Page, type PageArguments } from "./page.ts";
import { pagesOf, type Access, type FoundList } from "./pages.ts";
import { bare, columnsOf, itemOf, joinedTo, type Item } from "./selection/items.ts";
import { parametersOf } from "./selection/returned.ts";
import { onlyId, selectedFields } from "./selection/selectedFields.ts";
import { keyOf, ofPage, onlyColumns, readingOf, type Reading } from "./selection/selection.ts";

/** The maximum number of concurrent queries of one request: more would take the connections of other requests. */
const atOnce = 8;

/** The context of resolvers. */
export interface Context {
  graph: Graph;
}

type Loader<T> = DataLoader<string, T>;

/** A query that was sent. */
export interface SentQuery extends Reading {
  rows: number;
}

/** How a request is answered. */
export interface GraphOptions {
  /** After so many shapes of questions, new ones have a statement for each relation. 0: all have. */
  mostShapes: number;
  /** Hears of each query. */
  observe?: (query: SentQuery) => void;
}

/** What a query with Cypher of its own reads. */
const written = onlyColumns("a query of its own", []);

/** The answers to one request. */
export class Graph {
  /** Queries sent and rows read so far, for the log and the tests. */
  queries = 0;
  rows = 0;
  /** The former ids in the request, each with the current id. */
  readonly redirects = new Map<string, string>();
  /** The questions of which time cut something off, so that the next answer may have more. */
  readonly incomplete = new Set<string>();
  readonly #door: Pick<Door, "run">;
  #deadline: number;
  /** The time up to which planning was added to the deadline: queries are planned in parallel. */
  #plannedUntil = 0;
  readonly #loaders = new Map<string, Loader<never>>();
  // graphql-js passes the same array to siblings, so each list's selection is read once.
  readonly #ofField = new WeakMap<object, object>();
  readonly #inTurn = pLimit(atOnce);
  readonly #shapes: { mostShapes: number };
  readonly #access: Access;
  readonly #observe: GraphOptions["observe"];
  readonly #ending = new AbortController();

  /** @param milliseconds the time limit of the request, from now. */
  constructor(door: Pick<Door, "run">, milliseconds: number, { mostShapes, observe }: GraphOptions) {
    this.#door = door;
    this.#shapes = { mostShapes };
    this.#observe = observe;
    this.#access = {
      shapes: this.#shapes,
      read: (...given) => this.read(...given),
      loader: (key, batch) => this.#loader(key, batch),
    };
    this.#deadline = performance.now() + milliseconds;
  }

  /** Stops sending queries, and ends those that run, as nobody waits for the answer. */
  abandon(): void {
    this.#ending.abort();
  }

  /**
   * Sends one query, for queries with their own Cypher; everything else uses the loaders.
   * @throws TIMEOUT when the request's time is over, and the door's errors.
   */
  async read(text: string, parameters: Record<string, unknown>, reading: Reading = written): Promise<Row[]> {
    this.#timeLeft();
    this.queries += 1;
    const rows = await this.#inTurn(() =>
      this.#door.run(
        text,
        parameters,
        this.#timeLeft(),
        (milliseconds) => this.#giveBack(milliseconds),
        this.#ending.signal,
      ),
    );
    this.rows += rows.length;
    this.#observe?.({ ...reading, rows: rows.length });
    return rows;
  }

  /** A plan is made once for everyone, so the first client doesn't pay for it from the request's time. */
  #giveBack(milliseconds: number): void {
    const now = performance.now();
    this.#deadline += now - Math.max(now - milliseconds, this.#plannedUntil);
    this.#plannedUntil = now;
  }

  #timeLeft(): number {
    const left = this.#deadline - performance.now();
    if (left > 0 && !this.#ending.signal.aborted) return left;
    throw new AnswerError("TIMEOUT", "The request took too long. Ask for less at once: a smaller page, fewer levels.");
  }

  /**
   * Answers a query with its own Cypher for one key, batched with those at the same depth.
   * @param question its name, and everything else its answer depends on besides the key.
   * @param batch answers for several keys, in their order.
   */
  batched<T>(question: string, key: string, batch: (keys: readonly string[]) => Promise<T[]>): Promise<T> {
    return this.#loader<T>(question, batch).load(key);
  }

  /** What one statement reads of the items of a page, for the field being resolved. @param rows the page's length. */
  reading(name: string, type: ModelClass, info: GraphQLResolveInfo, rows: number): Reading {
    return readingOf(name, type, info, { ...this.#shapes, paths: ofPage, rows });
  }

  /** The target of a to-one relation, or null. No query if only the id is selected and the parent stores it. */
  one(relation: Relation, parent: object, info: GraphQLResolveInfo): Promise<Item | null> | Item | null {
    const known = isOwned(relation)
      ? (parent as Record<string, string | null | undefined>)[`${relation.name}Id`]
      : undefined;
    if (known === null) return null;
    const joined = joinedTo(parent, relation);
    if (joined !== undefined) return joined;
    if (known !== undefined && onlyId(selectedFields(info))) return bare(known);
    const loader = this.#fieldOnce(info, () => {
      const name = coordinate(relation);
      const reading = readingOf(name, relation.target(), info, this.#shapes);
      const { selection } = reading;
      return this.#loader<Item | null>(`${name} ${keyOf(selection)}`, async (parents) => {
        const rows = await this.read(oneQuery(relation, selection), { parents, ...parametersOf(selection) }, reading);
        const found = new Map(rows.map(([parentId, ...own]) => [parentId as string, itemOf(own, selection)]));
        return parents.map((id) => found.get(id) ?? null);
      });
    });
    return loader.load((parent as Item).id);
  }

  /** A page of a to-many relation. @throws as `readPage` and `readFilter`. */
  many(
    relation: Relation,
    parent: object,
    args: PageArguments,
    info: GraphQLResolveInfo,
  ): Promise<Page<Item>> | Page<Item> {
    const name = coordinate(relation);
    const list = this.#fieldOnce(info, () =>
      pagesOf({ name, type: relation.target(), relation, queries: ofRelation(relation) }, args, info, this.#access),
    );
    return list((parent as Item).id, parent);
  }

  /** A page of all entities of a type. */
  list(type: EntityType, args: PageArguments, info: GraphQLResolveInfo): Promise<Page<Item>> {
    const found = { name: `Query.${type.plural}`, type: type.class, patterns: [everyNode(type.name)] };
    return this.found({ ...found, parameters: {}, whose: "", relation: null }, args, info);
  }

  /** A page of the entities that a query finds by its own patterns. @throws as `readPage` and `readFilter`. */
  async found(list: FoundList, args: PageArguments, info: GraphQLResolveInfo): Promise<Page<Item>> {
    return pagesOf({ ...list, queries: ofPatterns(list.patterns) }, args, info, this.#access)(list.whose);
  }

  /** An entity by its id, whatever its kind, or null. @param selected as for `nodes`. */
  node(id: string, info: GraphQLResolveInfo, selected?: Set<string>): Promise<Item | null> {
    const { class: cls } = readId(id).type;
    return this.#nodeLoader(
      selected ? onlyColumns("Node.id", columnsOf(cls, selected)) : readingOf("Node.id", cls, info, this.#shapes),
    ).load(id);
  }

  /**
   * Entities by id, in the given order; null for unknown ids.
   * @param selected the fields needed, if other than those right below the resolved field.
   */
  nodes(ids: string[], info: GraphQLResolveInfo, selected = selectedFields(info)): Promise<(Item | null)[]> {
    const columns = [...new Set(ids.flatMap((id) => columnsOf(readId(id).type.class, selected)))].sort();
    return Promise.all(ids.map((id) => this.#nodeLoader(onlyColumns("Node.id", columns)).load(id)));
  }

  /** An entity by a natural key of its type, or null. @param selected as for `nodes`. */
  find(
    type: EntityType,
    key: Property,
    value: string,
    info: GraphQLResolveInfo,
    selected?: Set<string>,
  ): Promise<Item | null> {
    const reads = `${type.name}.${key.name}`;
    const reading = selected
      ? onlyColumns(reads, columnsOf(type.class, selected))
      : readingOf(reads, type.class, info, this.#shapes);
    const parameters = key.datatype === "texts" ? { index: `${type.name}_${key.name}`, property: key.name } : {};
    const query = findQuery(type.name, key, reading.selection);
    return this.#finder(query, reading, parameters).load(key.upperCase ? value.toUpperCase() : value);
  }

  /** The claims that put an item in a list. */
  async evidence({ relation, parent, item: id }: Evidence, info: GraphQLResolveInfo): Promise<object[]> {
    const name = relation === null ? "" : coordinate(relation);
    const load = (from: string): Promise<string[]> =>
      this.batched(`claims of ${name}`, JSON.stringify([from, id]), async (keys) => {
        const pairs = keys.map((key) => JSON.parse(key) as [string, string]);
        const query = evidenceQuery(relation);
        const rows = await this.read(query.text, { pairs, ...query.parameters, mostClaims: evidenceSize });
        const found = new Map(rows.map(([from, to, claims]) => [JSON.stringify([from, to]), claims as string[]]));
        return keys.map((key) => found.get(key) ?? []);
      });
    const ids = new Set((await Promise.all(parent.split(" ").map(load))).flat());
    return (await this.nodes([...ids].slice(0, evidenceSize), info)) as object[];
  }

  #nodeLoader(reading: Reading): Loader<Item | null> {
    return this.#finder(nodeQuery(reading.selection), reading);
  }

  #finder(query: string, reading: Reading, parameters = {}): Loader<Item | null> {
    const { reads: key, selection } = reading;
    return this.#loader(`${key} ${keyOf(selection)}`, async (values) => {
      const rows = await this.read(query, { values, ...parametersOf(selection), ...parameters }, reading);
      if (key === "Node.id")
        for (const [value, id] of rows as [string, string][]) if (value !== id) this.redirects.set(value, id);
      const found = new Map(rows.map(([value, ...own]) => [value as string, itemOf(own, selection)]));
      const ids = new Map<string, Set<string>>();
      for (const [value, id] of rows as [string, string][]) ids.set(value, (ids.get(value) ?? new Set()).add(id));
      return values.map((value) => {
        const of = ids.get(value);
        return of && of.size > 1 ? sharedKey(key, value, of) : (found.get(value) ?? null);
      });
    });
  }

  #fieldOnce<T extends object>(info: GraphQLResolveInfo, make: () => T): T {
    let made = this.#ofField.get(info.fieldNodes) as T | undefined;
    if (!made) this.#ofField.set(info.fieldNodes, (made = make()));
    return made;
  }

  // The key includes what is selected: a wider selection must not reuse a narrower one's rows.
  #loader<T>(key: string, batch: (keys: readonly string[]) => Promise<(T | Error)[]>): Loader<T> {
    let loader = this.#loaders.get(key) as Loader<T> | undefined;
    if (!loader) this.#loaders.set(key, (loader = new DataLoader<string, T>(batch)) as Loader<never>);
    return loader;
  }
}

// Several entities may have one key, such as two people one word of a register: none of them in silence.
function sharedKey(key: string, value: string, ids: Set<string>): Error {
  return inputError(`${key}: "${value}" is a key of several: ${[...ids].sort().join(", ")}. Ask for one by its id.`);
}
