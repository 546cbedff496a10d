/** Pages of lists, each batched over all parents of its field. */
import type { GraphQLResolveInfo } from "graphql";
import type { GroupRequest, GroupRow } from "./counts.ts";
import type { Row } from "./database/driver.ts";
import { readFilter } from "./filter.ts";
import type { ListQueries } from "./listQueries.ts";
import type { ModelClass, Relation } from "./model/declarations.ts";
import type { Pattern } from "./model/pattern.ts";
import { Page, checkParent, keyOfPage, readPage, type PageArguments, type Placed } from "./page.ts";
import { pageParameters } from "./pageTerms.ts";
import { joinedList, placed, type Item } from "./selection/items.ts";
import { parametersOf } from "./selection/returned.ts";
import { onlyCounts, selectedFields } from "./selection/selectedFields.ts";
import { keyOf, ofPage, onlyColumns, readingOf, type Reading } from "./selection/selection.ts";

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
export interface List
  extends Pick<FoundList, "name" | "type" | "relation">, Partial<Pick<FoundList, "whose" | "parameters">> {
  queries: ListQueries;
}

/** Loads by key, all keys of one turn at once. */
interface Loader<T> {
  load: (key: string) => Promise<T>;
}

/** How a request reads. */
export interface Access {
  shapes: { mostShapes: number };
  read: (text: string, parameters: Record<string, unknown>, reading: Reading) => Promise<Row[]>;
  loader: <T>(key: string, batch: (keys: readonly string[]) => Promise<(T | Error)[]>) => Loader<T>;
}

/**
 * The pages of a list: of a relation for all parents at once, of a found list for the parents in `whose`.
 * @returns the page of a parent: what came with the entity, or what a statement reads for all.
 * @throws as `readPage` and `readFilter`.
 */
export function pagesOf(
  list: List,
  args: PageArguments,
  info: GraphQLResolveInfo,
  { shapes, read, loader: loaderOf }: Access,
): (parent: string, entity?: object) => Promise<Page<Item>> | Page<Item> {
  const { name, type, relation, queries, whose } = list;
  const page = readPage(name, args, type);
  const key = keyOfPage(page);
  const condition = readFilter(type, args.filter, args.asOf);
  const reading = readingOf(name, type, info, { ...shapes, paths: ofPage, rows: page.limit });
  const { selection } = reading;
  const countOnly = onlyCounts(selectedFields(info));
  const shape = `${name} ${JSON.stringify([whose, page, args.filter ?? null, args.asOf ?? null])}`;
  const rowsOf = async (text: string, parents: readonly string[], own: object, reading: Reading): Promise<Row[][]> => {
    const found = new Map<string, Row[]>(parents.map((id) => [id, []]));
    const given = whose === undefined ? { parents } : list.parameters;
    const rows = await read(text, { ...given, ...own, ...condition.parameters }, reading);
    for (const row of rows) {
      if (whose !== undefined) found.get(whose)!.push(row);
      else found.get(row[0] as string)!.push(row.slice(1));
    }
    return [...found.values()];
  };
  const counter = loaderOf<number>(`${shape} count`, async (parents) =>
    (await rowsOf(queries.count(condition), parents, {}, onlyColumns(`${name} totalCount`, []))).map(
      ([row]) => (row?.[0] as number | undefined) ?? 0,
    ),
  );
  const grouper = (request: GroupRequest): Loader<GroupRow[]> =>
    loaderOf<GroupRow[]>(
      `${shape} groups ${JSON.stringify(request)}`,
      (parents) =>
        rowsOf(
          queries.groups(condition, request),
          parents,
          { limit: request.limit },
          onlyColumns(`${name} counts`, []),
        ) as Promise<GroupRow[][]>,
    );
  const loader = loaderOf<Page<Item>>(`${shape} ${countOnly} ${keyOf(selection)}`, async (parents) => {
    const own = { ...parametersOf(selection), ...pageParameters(page) };
    const text = queries.page(page, condition, selection);
    const found = countOnly ? parents.map(() => []) : await rowsOf(text, parents, own, reading);
    return parents.map((id, index) =>
      pageOf(
        id,
        found[index]!.map((row) => placed(row, selection, id)),
      ),
    );
  });
  const pageOf = (id: string, items: Placed<Item>[], count: number | null = null): Page<Item> => {
    const total = () => count ?? counter.load(id);
    return new Page(page, items, total, relation, (request) => grouper(request).load(id));
  };
  return (parent, entity) => {
    const came = entity && relation && joinedList(entity, relation, key);
    if (came) return pageOf(parent, came.items ?? [], came.count);
    checkParent(name, page, parent);
    return loader.load(parent);
  };
}
