/** The graph as seen by one request: relations, pages and look-ups, each batched into one query per depth. */
import DataLoader from "dataloader";
import pLimit from "p-limit";
import type { GraphQLResolveInfo } from "graphql";
import type { GroupRequest, GroupRow } from "./counts.ts";
import type { Door, Row } from "./database/driver.ts";
import { AnswerError, inputError } from "./errors.ts";
import { readFilter } from "./filter.ts";
import { readId } from "./id.ts";
import { bare, columnsOf, itemOf, joinedTo, placed, type Item } from "./items.ts";
import { coordinate, isOwned } from "./model/model.ts";
import type { EntityType, ModelClass, Property, Relation } from "./model/declarations.ts";
import { Page, checkParent, evidenceSize, readPage, type Evidence, type PageArguments } from "./page.ts";
import { evidenceQuery } from "./evidenceQuery.ts";
import { everyNode, type Pattern } from "./model/pattern.ts";
import {
  findQuery,
  nodeQuery,
  ofPatterns,
  ofRelation,
  oneQuery,
  pageParameters,
  type ListQueries,
} from "./listQueries.ts";
import {
  columnParameters,
  ofPage,
  onlyCounts,
  onlyColumns,
  onlyId,
  selectedFields,
  selectionOf,
  keyOf,
  type Selection,
} from "./selectedFields.ts";

/** The maximum number of concurrent queries of one request: more would take the connections of other requests. */
const atOnce = 8;

/** The context of resolvers. */
export interface Context {
  graph: Graph;
}

type Loader<T> = DataLoader<string, T>;

/** A list that a query finds by its own patterns. */
export interface FoundList {
  /** Its schema coordinate, to which its cursors are bound. */
  name: string;
  /** The type of its items. */
  type: ModelClass;
  /** Each finds some items, as `item`. */
  patterns: readonly Pattern[];
  parameters: Record<string, unknown>;
  /** The ids of its parents, separated by a space, to which its cursors are bound; empty for the whole graph. */
  whose: string;
  /** The relation from the parents to the items, for the claims; null if an item's own claims are the evidence. */
  relation: Relation | null;
}

/** A list as read: with `whose` and `parameters` if patterns find it. */
interface List extends Pick<FoundList, "name" | "type" | "relation">, Partial<Pick<FoundList, "whose" | "parameters">> {
  queries: ListQueries;
}

/** The answers to one request. */
export class Graph {
  /** Queries sent and rows read so far, for the log and the tests. */
  queries = 0;
  rows = 0;
  /** The former ids in the request, each with the current id. */
  readonly redirects = new Map<string, string>();
  readonly #door: Pick<Door, "run">;
  #deadline: number;
  /** The time up to which planning was added to the deadline: queries are planned in parallel. */
  #plannedUntil = 0;
  readonly #loaders = new Map<string, Loader<never>>();
  // graphql-js passes the same array to siblings, so each list's selection is read once.
  readonly #ofField = new WeakMap<object, object>();
  readonly #inTurn = pLimit(atOnce);
  #abandoned = false;

  /** @param milliseconds the time limit of the request, from now. */
  constructor(door: Pick<Door, "run">, milliseconds: number) {
    this.#door = door;
    this.#deadline = performance.now() + milliseconds;
  }

  /** Stops sending queries, as nobody waits for the answer. */
  abandon(): void {
    this.#abandoned = true;
  }

  /**
   * Sends one query, for queries with their own Cypher; everything else uses the loaders.
   * @throws TIMEOUT when the request's time is over, and the door's errors.
   */
  async read(text: string, parameters: Record<string, unknown>): Promise<Row[]> {
    this.#timeLeft();
    this.queries += 1;
    const rows = await this.#inTurn(() =>
      this.#door.run(text, parameters, this.#timeLeft(), (milliseconds) => this.#giveBack(milliseconds)),
    );
    this.rows += rows.length;
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
    if (left > 0 && !this.#abandoned) return left;
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
      const selection = selectionOf(relation.target(), info);
      return this.#loader<Item | null>(`${coordinate(relation)} ${keyOf(selection)}`, async (parents) => {
        const rows = await this.read(oneQuery(relation, selection), { parents, ...columnParameters(selection) });
        const found = new Map(rows.map(([parentId, ...own]) => [parentId as string, itemOf(own, selection)]));
        return parents.map((id) => found.get(id) ?? null);
      });
    });
    return loader.load((parent as Item).id);
  }

  /** A page of a to-many relation. @throws as `readPage` and `readFilter`. */
  many(relation: Relation, parent: object, args: PageArguments, info: GraphQLResolveInfo): Promise<Page<Item>> {
    const name = coordinate(relation);
    const list = this.#fieldOnce(info, () =>
      this.#list({ name, type: relation.target(), relation, queries: ofRelation(relation) }, args, info),
    );
    return list((parent as Item).id);
  }

  /** A page of all entities of a type. */
  list(type: EntityType, args: PageArguments, info: GraphQLResolveInfo): Promise<Page<Item>> {
    const found = { name: `Query.${type.plural}`, type: type.class, patterns: [everyNode(type.name)] };
    return this.found({ ...found, parameters: {}, whose: "", relation: null }, args, info);
  }

  /** A page of the entities that a query finds by its own patterns. @throws as `readPage` and `readFilter`. */
  async found(list: FoundList, args: PageArguments, info: GraphQLResolveInfo): Promise<Page<Item>> {
    return this.#list({ ...list, queries: ofPatterns(list.patterns) }, args, info)(list.whose);
  }

  /** An entity by its id, whatever its kind, or null. @param selected as for `nodes`. */
  node(id: string, info: GraphQLResolveInfo, selected?: Set<string>): Promise<Item | null> {
    const { class: cls } = readId(id).type;
    return this.#nodeLoader(selected ? onlyColumns(cls, selected) : selectionOf(cls, info)).load(id);
  }

  /**
   * Entities by id, in the given order; null for unknown ids.
   * @param selected the fields needed, if other than those right below the resolved field.
   */
  nodes(ids: string[], info: GraphQLResolveInfo, selected = selectedFields(info)): Promise<(Item | null)[]> {
    const columns = [...new Set(ids.flatMap((id) => columnsOf(readId(id).type.class, selected)))].sort();
    return Promise.all(ids.map((id) => this.#nodeLoader({ columns, joined: [] }).load(id)));
  }

  /** An entity by a natural key of its type, or null. @param selected as for `nodes`. */
  find(
    type: EntityType,
    key: Property,
    value: string,
    info: GraphQLResolveInfo,
    selected?: Set<string>,
  ): Promise<Item | null> {
    const selection = selected ? onlyColumns(type.class, selected) : selectionOf(type.class, info);
    const parameters = key.datatype === "texts" ? { index: `${type.name}_${key.name}`, property: key.name } : {};
    const query = findQuery(type.name, key, selection);
    return this.#finder(`${type.name}.${key.name}`, query, selection, parameters).load(
      key.upperCase ? value.toUpperCase() : value,
    );
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

  #nodeLoader(selection: Selection): Loader<Item | null> {
    return this.#finder("Node.id", nodeQuery(selection), selection);
  }

  #finder(key: string, query: string, selection: Selection, parameters = {}): Loader<Item | null> {
    return this.#loader(`${key} ${keyOf(selection)}`, async (values) => {
      const rows = await this.read(query, { values, ...columnParameters(selection), ...parameters });
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

  /** The pages of a list: of a relation for all parents at once, of a found list for the parents in `whose`. */
  #list(list: List, args: PageArguments, info: GraphQLResolveInfo): (parent: string) => Promise<Page<Item>> {
    const { name, type, relation, queries, whose } = list;
    const page = readPage(name, args, type);
    const condition = readFilter(type, args.filter, args.asOf);
    const selection = selectionOf(type, info, ...ofPage);
    const countOnly = onlyCounts(info);
    const shape = `${name} ${JSON.stringify([whose, page, args.filter ?? null, args.asOf ?? null])}`;
    const rowsOf = async (text: string, parents: readonly string[], own: object): Promise<Row[][]> => {
      const found = new Map<string, Row[]>(parents.map((id) => [id, []]));
      const rows = await this.read(text, {
        ...(whose === undefined ? { parents } : list.parameters),
        ...own,
        ...condition.parameters,
      });
      for (const row of rows) {
        if (whose !== undefined) found.get(whose)!.push(row);
        else found.get(row[0] as string)!.push(row.slice(1));
      }
      return [...found.values()];
    };
    const counter = this.#loader<number>(`${shape} count`, async (parents) =>
      (await rowsOf(queries.count(condition), parents, {})).map(([row]) => (row?.[0] as number | undefined) ?? 0),
    );
    const grouper = (request: GroupRequest): Loader<GroupRow[]> =>
      this.#loader<GroupRow[]>(
        `${shape} groups ${JSON.stringify(request)}`,
        (parents) =>
          rowsOf(queries.groups(condition, request), parents, { limit: request.limit }) as Promise<GroupRow[][]>,
      );
    const loader = this.#loader<Page<Item>>(`${shape} ${countOnly} ${keyOf(selection)}`, async (parents) => {
      const own = { ...columnParameters(selection), ...pageParameters(page) };
      const text = queries.page(page, condition, selection);
      const found = countOnly ? parents.map(() => []) : await rowsOf(text, parents, own);
      return parents.map((id, index) => {
        const items = found[index]!.map((row) => placed(row, selection, id));
        const groups = (request: GroupRequest): Promise<GroupRow[]> => grouper(request).load(id);
        return new Page(page, items, () => counter.load(id), relation, groups);
      });
    });
    return (parent) => {
      checkParent(name, page, parent);
      return loader.load(parent);
    };
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
