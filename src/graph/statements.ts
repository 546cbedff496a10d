/** The statements that the engine composes around the patterns of `cypher/`: pages, counts, groups, look-ups. */
import type { GroupRequest } from "./counts.ts";
import { folded, marks } from "./fold.ts";
import { ownerOf, relationOf, type Property, type Relation } from "./model.ts";
import type { PageRequest } from "./page.ts";
import { pathOf, query } from "./queries.ts";

// The columns are a parameter, not text: a statement's text depends on its relation, direction and filter alone.
const columns = "[column IN $columns | item[column]] AS columns";
const parents = "UNWIND $parents AS parentId\nMATCH (parent:Node {id: parentId})";

/** Reaches the one target of each parent. */
export function oneStatement(relation: Relation): string {
  return `${parents}\n${query(pathOf(relation))}\nRETURN parentId, item.id AS id, ${columns}`;
}

/** A filter as Cypher: conditions on `item`, and the values of their parameters. */
export interface Condition {
  text: string[];
  parameters: Record<string, unknown>;
}

/** The statements of one list. */
export interface ListStatements {
  page(page: PageRequest, condition: Condition): string;
  count(condition: Condition): string;
  groups(condition: Condition, request: GroupRequest): string;
}

/** Those of a relation: their rows begin with the parent. */
export function ofRelation(relation: Relation): ListStatements {
  return {
    page: (...of) => manyStatement(relation, ...of),
    count: (...of) => countStatement(relation, ...of),
    groups: (...of) => groupStatement(relation, ...of),
  };
}

/** Those of patterns without a parent. */
export function ofPatterns(patterns: string[]): ListStatements {
  return {
    page: (...of) => foundStatement(patterns, ...of),
    count: (...of) => countFoundStatement(patterns, ...of),
    groups: (...of) => groupFoundStatement(patterns, ...of),
  };
}

/** A page of the targets of each parent, in order, one row more than the limit when there are more. */
export function manyStatement(relation: Relation, page: PageRequest, condition: Condition): string {
  const pattern = query(pathOf(relation));
  const order = orderOf(pattern, page);
  return [
    parents,
    "CALL (parent) {",
    withConditions(pattern, pageConditions(order, page).concat(condition.text)),
    `RETURN ${isDistinct(relation) ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
    orderAndLimit(page, order.leading),
    "}",
    `RETURN parentId, sortKey, tie, item.id AS id, ${columns}`,
  ].join("\n");
}

/** How many targets each parent has. */
export function countStatement(relation: Relation, condition: Condition): string {
  // Neo4j keeps the number of a node's edges, so a list without a filter isn't walked to be counted.
  const counted = relation.through === undefined ? relation : relationOf(relation.owner, relation.through)!;
  const edge = ownerOf(counted)?.edge;
  const pattern =
    edge !== undefined && relation.edge === undefined && condition.text.length === 0
      ? `(parent)<-[:${edge}]-()`
      : `${everyone(query(pathOf(relation)), condition)}${isDistinct(relation) ? "" : " RETURN DISTINCT item"}`;
  return `${parents}\nRETURN parentId, COUNT { ${pattern} } AS total`;
}

/** The groups of the targets of each parent. */
export function groupStatement(relation: Relation, condition: Condition, request: GroupRequest): string {
  return [
    parents,
    "CALL (parent) {",
    everyone(query(pathOf(relation)), condition),
    `WITH ${isDistinct(relation) ? "" : "DISTINCT "}item`,
    groups(request),
    "RETURN keys, count, uncertain, sum",
    "}",
    "RETURN parentId, keys, count, uncertain, sum",
  ].join("\n");
}

function groups({ groupings, byCount, sum }: GroupRequest): string {
  const keys = groupings.map((_, index) => `key${index}`);
  const uncertain = groupings.flatMap((each) => each.uncertain ?? []);
  return [
    `WITH ${groupings.map(({ key }, index) => `${key} AS ${keys[index]!}`).join(", ")}, count(item) AS count`,
    `, ${uncertain.length === 0 ? "0" : `count(CASE WHEN ${uncertain.join(" OR ")} THEN 1 END)`} AS uncertain`,
    sum === null ? ", null AS sum" : `, CASE WHEN count(item.${sum}) > 0 THEN sum(item.${sum}) END AS sum`,
    `ORDER BY ${byCount ? "count DESC, " : ""}${keys.join(", ")} LIMIT toInteger($limit)`,
    `WITH [${keys.join(", ")}] AS keys, count, uncertain, sum`,
  ].join("\n");
}

// All that a pattern reaches, in no order: those of a hub are read from the index of its id.
function everyone(pattern: string, condition: Condition): string {
  // It is walked by an index: without these conditions the planner looks through all of the label.
  const { keyed } = keyOfPattern(pattern);
  return withConditions(pattern, [...(keyed ? indexConditions(keyed) : []), ...condition.text]);
}

/** A page of all entities with a label. */
export function listStatement(label: string, page: PageRequest, condition: Condition): string {
  return foundStatement([all(label)], page, condition);
}

/** How many entities have a label. */
export function countAllStatement(label: string, condition: Condition): string {
  return countFoundStatement([all(label)], condition);
}

/** The pattern of all entities with a label. */
export function all(label: string): string {
  return `MATCH (item:${label})`;
}

/** A page of the entities that patterns without a parent find, each as `item`. */
export function foundStatement(patterns: string[], page: PageRequest, condition: Condition): string {
  const ways = patterns.map((pattern) => {
    const order = orderOf(pattern, page);
    return [
      withConditions(pattern, pageConditions(order, page).concat(condition.text)),
      `WITH ${findsOnce(pattern) ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
      orderAndLimit(page, order.leading),
    ].join("\n");
  });
  const [only, ...others] = ways;
  return [
    others.length === 0
      ? only!
      : `CALL () {\n${ways.map((way) => `${way}\nRETURN item, sortKey, tie`).join("\nUNION\n")}\n}\nWITH item, sortKey, tie\n${orderAndLimit(page, "")}`,
    `RETURN sortKey, tie, item.id AS id, ${columns}`,
  ].join("\n");
}

/** How many entities patterns without a parent find. */
export function countFoundStatement(patterns: string[], condition: Condition): string {
  return `${reached(patterns, condition)}\nRETURN count(item) AS total`;
}

/** The groups of the entities that patterns without a parent find. */
export function groupFoundStatement(patterns: string[], condition: Condition, request: GroupRequest): string {
  return [reached(patterns, condition), groups(request), "RETURN keys, count, uncertain, sum"].join("\n");
}

/** All that patterns without a parent find, each once as `item`. */
export function reached(patterns: string[], condition: Condition): string {
  const ways = patterns.map((pattern) => everyone(pattern, condition));
  const [only, ...others] = ways;
  if (others.length > 0)
    return `CALL () {\n${ways.map((way) => `${way}\nRETURN item`).join("\nUNION\n")}\n}\nWITH item`;
  return findsOnce(patterns[0]!) ? only! : `${only!}\nWITH DISTINCT item`;
}

// All of a label are each found once, and so are those that keep one id.
function findsOnce(pattern: string): boolean {
  return isAll(pattern) || keyOfPattern(pattern).keyed !== undefined;
}

function isAll(pattern: string): boolean {
  return /^MATCH \(item:\w+\)$/.test(pattern);
}

/** Entities by id, whatever their kind. A former id leads to what it became. */
export function nodeStatement(): string {
  return query("query/node");
}

/** Entities of one kind by a natural key. */
export function findStatement(label: string, { name, kind }: Property): string {
  const found = kind === "texts" ? query("query/byValue") : `MATCH (item:${label} {${name}: value})`;
  return `UNWIND $values AS value\n${found}\nRETURN value, item.id AS id, ${columns}`;
}

/** The parameters of a page: where it begins and ends, and its length with one to spare. */
export function pageParameters(page: PageRequest): Record<string, unknown> {
  return {
    limit: page.limit + 1,
    ...(page.after && { afterKey: page.after[0], afterId: page.after[1] }),
    ...(page.before && { beforeKey: page.before[0], beforeId: page.before[1] }),
    ...(page.order.property?.kind === "text" && { marks }),
  };
}

/** A relation's pattern within another statement, its variables named apart from all others there. */
export function patternWithin(relation: Relation, parent: string, number: number): { pattern: string; target: string } {
  const text = query(pathOf(relation));
  const bound = [...text.matchAll(/[([](\w+)(?=[:)\] {&])|\bAS (\w+)/g)].map(
    ([, variable, alias]) => variable ?? alias!,
  );
  const names = new Set(["parent", ...bound]);
  const renamed = (name: string): string => (name === "parent" ? parent : `${name}_${number}`);
  const pattern = text.replace(/(?<![.:$\w])\w+/g, (word) => (names.has(word) ? renamed(word) : word));
  const { keyed } = keyOfPattern(text);
  const target = renamed("item");
  return { pattern: keyed ? withConditions(pattern, indexConditions(renamed(keyed))) : pattern, target };
}

/**
 * Some targets of `parent`, within another statement: the newest of what is dated, else the first in their order.
 * @param further what follows the pattern before its conditions, on `item`.
 */
export function someWithin(relation: Relation, further: string, conditions: string[], newest: boolean): string {
  const { keyed, key } = keyOfPattern(query(pathOf(relation)));
  const order = [...(keyed === undefined ? [] : [`${keyed}.${key}`]), "item.sortKey", "item.id"];
  const pattern = withConditions(query(pathOf(relation)), keyed === undefined ? [] : indexConditions(keyed));
  return [
    pattern,
    further === "" ? withConditions("WITH item", conditions) : withConditions(further, conditions),
    `WITH * ORDER BY ${order.map((each) => (newest ? `${each} DESC` : each)).join(", ")} LIMIT toInteger($asked.limit)`,
  ].join("\n");
}

/** What a pattern's pages are sorted by, in Cypher. */
interface Order {
  sortKey: string;
  /** Tells apart what has the same key. */
  tie: string;
  /** In front of both, where an index begins with the parent's id. */
  leading: string;
  /** The variable that is read from an index of its parent's id, its sort key and its id. */
  indexed: string | null;
}

// `(item:Flow {placeId: parent.id})` is read from the index of (placeId, sortKey, id), a page at a time, however many
// there are.
function keyOfPattern(pattern: string): { keyed?: string; key?: string } {
  const [, keyed, key] = /\((item|link):\w+ \{(\w+): (?:parent\.id|\$\w+)\}\)/.exec(pattern) ?? [];
  return keyed === undefined ? {} : { keyed, key: key! };
}

// The planner uses such an index only if each of its columns has a condition, if one that is always true.
function indexConditions(keyed: string): string[] {
  return [`${keyed}.sortKey >= ""`, `${keyed}.id >= ""`];
}

// A pattern that names `link` sorts by it: the edge, or the node between, that has the order.
function orderOf(pattern: string, page: PageRequest): Order {
  const { keyed, key } = keyOfPattern(pattern);
  const own = page.order.property === null;
  const sorter = keyed ?? (pattern.includes("[link:") ? "link" : "item");
  return {
    sortKey: sortKeyOf(`${sorter}.sortKey`, page),
    tie: `${own && keyed ? keyed : "item"}.id`,
    leading: own && keyed !== undefined ? `${keyed}.${key}` : "",
    indexed: keyed ?? (own && isAll(pattern) ? "item" : null),
  };
}

// Nothing sorts last: after every text and every number.
function sortKeyOf(own: string, { order: { property } }: PageRequest): string {
  if (property === null) return own;
  const value = `item.${property.name}`;
  switch (property.kind) {
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

function pageConditions({ sortKey, tie, indexed }: Order, page: PageRequest): string[] {
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

function orderAndLimit(page: PageRequest, leading: string): string {
  const columns = [leading, "sortKey", "tie"].filter(Boolean);
  const descending = page.backward !== page.order.descending;
  return `ORDER BY ${columns.map((column) => (descending ? `${column} DESC` : column)).join(", ")} LIMIT toInteger($limit)`;
}

/** A pattern with more conditions on what it reaches. */
export function withConditions(pattern: string, conditions: string[]): string {
  if (conditions.length === 0) return pattern;
  return `${pattern}\n${/\bWHERE\b/.test(pattern) ? "AND" : "WHERE"} ${conditions.join(" AND ")}`;
}

// Edges of one type join two nodes once, so only a derived pattern can reach an item twice.
function isDistinct(relation: Relation): boolean {
  return relation.edge !== undefined || relation.inverse !== undefined || relation.through !== undefined;
}
