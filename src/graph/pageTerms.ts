/** A page in Cypher: its order, its bounds, its length. */
import { folded, folds } from "./fold.ts";
import type { Condition } from "./listQueries.ts";
import { namesFor, printed, printedByIndex, type Names, type Pattern } from "./model/pattern.ts";
import type { PageRequest } from "./page.ts";

/** The sort expressions of a pattern's pages. */
export interface OrderTerms {
  sortKey: string;
  /** Breaks ties. */
  tie: string;
  /** Precedes both, if an index begins with the parent's id. */
  leading: string;
  /** The variable read from an index of parent id, sort key and id. */
  indexed: string | null;
}

const plainNames = namesFor("parent");

/** The order of a page of a pattern's items. */
export function orderOf({ index, sorter }: Pattern, page: PageRequest, names: Names = plainNames): OrderTerms {
  const own = page.order.property === null;
  const byKey = index?.key != null;
  return {
    sortKey: sortKeyOf(`${names[sorter]}.sortKey`, page, names.item),
    tie: `${own && byKey ? names[index.of] : names.item}.id`,
    leading: own && byKey ? `${names[index.of]}.${index.key}` : "",
    indexed: own || byKey ? (index ? names[index.of] : null) : null,
  };
}

// Null sorts last: after every text and number.
function sortKeyOf(own: string, { order: { property } }: PageRequest, item: string): string {
  if (property === null) return own;
  const value = `${item}.${property.name}`;
  switch (property.datatype) {
    case "text":
      return `coalesce(${folded(value)}, "\uffff")`;
    case "date":
      return `coalesce(${value}First, ${value}, "\uffff")`;
    case "integer":
    case "float":
      return `coalesce(${value}, 1e308)`;
    default:
      return `coalesce(toString(${value}), "\uffff")`;
  }
}

/** What the items of a page meet: the bounds of the page, and what makes the planner read an index. */
export function pageConditions({ sortKey, tie, indexed }: OrderTerms, page: PageRequest): string[] {
  const own = page.order.property === null;
  const conditions = indexed === null ? [] : [`${indexed}.id >= ""`];
  if (indexed !== null && !(own && (page.after || page.before))) conditions.push(`${indexed}.sortKey >= ""`);
  const [later, earlier] = page.order.descending ? ["<", ">"] : [">", "<"];
  if (page.after)
    conditions.push(`${sortKey} ${later}= $afterKey`, `(${sortKey} ${later} $afterKey OR ${tie} ${later} $afterId)`);
  if (page.before)
    conditions.push(
      `${sortKey} ${earlier}= $beforeKey`,
      `(${sortKey} ${earlier} $beforeKey OR ${tie} ${earlier} $beforeId)`,
    );
  return conditions;
}

/** Whether a page is read from the index of its order, whatever the planner estimates. */
export function readsIndex({ indexed }: OrderTerms, { isSelective = false }: Condition): boolean {
  return indexed !== null && !isSelective;
}

/** @param terms the columns of the key and the tie, and the name of the parameter of the length. */
export function orderAndLimit(
  page: PageRequest,
  leading: string,
  terms = { sortKey: "sortKey", tie: "tie", limit: "limit" },
): string {
  const columns = [leading, terms.sortKey, terms.tie].filter(Boolean);
  const descending = page.backward !== page.order.descending;
  const order = columns.map((column) => (descending ? `${column} DESC` : column)).join(", ");
  return `ORDER BY ${order} LIMIT toInteger($${terms.limit})`;
}

/** The parameters of a page: its bounds, and its length plus one. */
export function pageParameters(page: PageRequest): Record<string, unknown> {
  return {
    limit: page.limit + 1,
    ...(page.after && { afterKey: page.after[0], afterId: page.after[1] }),
    ...(page.before && { beforeKey: page.before[0], beforeId: page.before[1] }),
    ...(page.order.property?.datatype === "text" && { folds }),
  };
}

/** The rows of a page within another query: `[sort key, tie, ...]` of each item, in order. */
export function pageWithin(
  pattern: Pattern,
  page: PageRequest,
  condition: Condition,
  names: Names,
  limit: string,
  columns: string,
): string {
  const order = orderOf(pattern, page, names);
  const terms = { sortKey: `${names.item}Key`, tie: `${names.item}Tie`, limit };
  return [
    (readsIndex(order, condition) ? printedByIndex : printed)(
      pattern,
      [...pageConditions(order, page), ...condition.text],
      names,
    ),
    `WITH ${pattern.once ? "" : "DISTINCT "}${names.item}, ${order.sortKey} AS ${terms.sortKey}, ${order.tie} AS ${terms.tie}`,
    orderAndLimit(page, order.leading, terms),
    `RETURN [${terms.sortKey}, ${terms.tie}, ${columns}]`,
  ].join("\n");
}
