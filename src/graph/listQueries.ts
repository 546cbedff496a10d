/** The statements that the engine composes around patterns: pages, counts, groups, look-ups. */
import type { GroupRequest } from "./counts.ts";
import { folded, marks } from "./fold.ts";
import { allTypes, coordinate, relationsOf } from "./model/model.ts";
import type { Property, Relation } from "./model/declarations.ts";
import type { PageRequest } from "./page.ts";
import { everyNode, indexConditions, patternOf, printed, where, type Pattern } from "./model/pattern.ts";
import { query } from "./queries.ts";

// The columns are a parameter, not text: a statement's text depends on its relation, direction and filter alone.
const columns = "[column IN $columns | item[column]] AS columns";
const parents = "UNWIND $parents AS parentId\nMATCH (parent:Node {id: parentId})";

/** Reaches the one target of each parent. */
export function oneQuery(relation: Relation): string {
  return `${parents}\n${printed(patternOf(relation))}\nRETURN parentId, item.id AS id, ${columns}`;
}

/** A filter as Cypher: conditions on `item`, and the values of their parameters. */
export interface Condition {
  text: string[];
  parameters: Record<string, unknown>;
}

/** The statements of one list. */
export interface ListQueries {
  page(page: PageRequest, condition: Condition): string;
  count(condition: Condition): string;
  groups(condition: Condition, request: GroupRequest): string;
}

/** Those of a relation: their rows begin with the parent. */
export function ofRelation(relation: Relation): ListQueries {
  return {
    page: (...of) => manyQuery(relation, ...of),
    count: (...of) => countQuery(relation, ...of),
    groups: (...of) => groupQuery(relation, ...of),
  };
}

/** Those of patterns without a parent. */
export function ofPatterns(patterns: readonly Pattern[]): ListQueries {
  return {
    page: (...of) => foundQuery(patterns, ...of),
    count: (...of) => countFoundQuery(patterns, ...of),
    groups: (...of) => groupFoundQuery(patterns, ...of),
  };
}

/** A page of the targets of each parent, in order, one row more than the limit when there are more. */
export function manyQuery(relation: Relation, page: PageRequest, condition: Condition): string {
  const pattern = patternOf(relation);
  const order = orderOf(pattern, page);
  return [
    parents,
    "CALL (parent) {",
    printed(pattern, pageConditions(order, page).concat(condition.text)),
    `RETURN ${pattern.once ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
    orderAndLimit(page, order.leading),
    "}",
    `RETURN parentId, sortKey, tie, item.id AS id, ${columns}`,
  ].join("\n");
}

/** How many targets each parent has. */
export function countQuery(relation: Relation, condition: Condition): string {
  const pattern = patternOf(relation);
  // Neo4j keeps the number of a node's edges, so a list without a filter isn't walked to be counted.
  const counted =
    pattern.edge !== null && condition.text.length === 0
      ? `(parent)${pattern.edge("")}()`
      : `${everyone(pattern, condition)} RETURN ${pattern.once ? "" : "DISTINCT "}item`;
  return `${parents}\nRETURN parentId, COUNT { ${counted} } AS total`;
}

/** The groups of the targets of each parent. */
export function groupQuery(relation: Relation, condition: Condition, request: GroupRequest): string {
  const pattern = patternOf(relation);
  return [
    parents,
    "CALL (parent) {",
    everyone(pattern, condition),
    `WITH ${pattern.once ? "" : "DISTINCT "}item`,
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
function everyone(pattern: Pattern, condition: Condition): string {
  return printed(pattern, [...indexConditions(pattern), ...condition.text]);
}

/** A page of all entities with a label. */
export function listQuery(label: string, page: PageRequest, condition: Condition): string {
  return foundQuery([everyNode(label)], page, condition);
}

/** How many entities have a label. */
export function countAllQuery(label: string, condition: Condition): string {
  return countFoundQuery([everyNode(label)], condition);
}

/** A page of the entities that patterns without a parent find, each as `item`. */
export function foundQuery(patterns: readonly Pattern[], page: PageRequest, condition: Condition): string {
  const ways = patterns.map((pattern) => {
    const order = orderOf(pattern, page);
    return [
      printed(pattern, pageConditions(order, page).concat(condition.text)),
      `WITH ${pattern.once ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
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
export function countFoundQuery(patterns: readonly Pattern[], condition: Condition): string {
  return counting(reached(patterns, condition));
}

/** How many rows a text finds. */
export function counting(text: string): string {
  return `${text}\nRETURN count(*) AS total`;
}

/** The groups of the entities that patterns without a parent find. */
export function groupFoundQuery(patterns: readonly Pattern[], condition: Condition, request: GroupRequest): string {
  return [reached(patterns, condition), groups(request), "RETURN keys, count, uncertain, sum"].join("\n");
}

/** All that patterns without a parent find, each once as `item`. */
export function reached(patterns: readonly Pattern[], condition: Condition): string {
  const ways = patterns.map((pattern) => everyone(pattern, condition));
  const [only, ...others] = ways;
  if (others.length > 0)
    return `CALL () {\n${ways.map((way) => `${way}\nRETURN item`).join("\nUNION\n")}\n}\nWITH item`;
  return patterns[0]!.once ? only! : `${only!}\nWITH DISTINCT item`;
}

/** The conditions that what a pattern reads in the order of an index sorts between two parameters. */
export function sortedBetween({ index, sorter }: Pattern, low: string, high: string): string[] {
  return index === null ? [] : [`${sorter}.sortKey >= $${low}`, `${sorter}.sortKey <= $${high}`];
}

/** Entities by id, whatever their kind. A former id leads to what it became. */
export function nodeQuery(): string {
  return query("graph/node");
}

/** Entities of one kind by a natural key. */
export function findQuery(label: string, { name, datatype }: Property): string {
  const found = datatype === "texts" ? query("graph/byValue") : `MATCH (item:${label} {${name}: value})`;
  return `UNWIND $values AS value\n${found}\nRETURN value, item.id AS id, ${columns}`;
}

/** The parameters of a page: where it begins and ends, and its length with one to spare. */
export function pageParameters(page: PageRequest): Record<string, unknown> {
  return {
    limit: page.limit + 1,
    ...(page.after && { afterKey: page.after[0], afterId: page.after[1] }),
    ...(page.before && { beforeKey: page.before[0], beforeId: page.before[1] }),
    ...(page.order.property?.datatype === "text" && { marks }),
  };
}

/**
 * Some targets of `parent`, within another statement: the newest of what is dated, else the first in their order.
 * @param onward what follows the pattern; the conditions are on what it has.
 */
export function someWithin(relation: Relation, onward: string, conditions: string[], newest: boolean): string {
  const pattern = patternOf(relation);
  const { index } = pattern;
  const order = [...(index?.key == null ? [] : [`${index.of}.${index.key}`]), "item.sortKey", "item.id"];
  return [
    printed(pattern, indexConditions(pattern)),
    `${onward}${where(conditions)}`,
    `WITH * ORDER BY ${order.map((each) => (newest ? `${each} DESC` : each)).join(", ")} LIMIT toInteger($asked.limit)`,
  ].join("\n");
}

/** What a pattern's pages are sorted by, in Cypher. */
interface OrderTerms {
  sortKey: string;
  /** Tells apart what has the same key. */
  tie: string;
  /** In front of both, where an index begins with the parent's id. */
  leading: string;
  /** The variable that is read from an index of its parent's id, its sort key and its id. */
  indexed: string | null;
}

function orderOf({ index, sorter }: Pattern, page: PageRequest): OrderTerms {
  const own = page.order.property === null;
  const byKey = index?.key != null;
  return {
    sortKey: sortKeyOf(`${sorter}.sortKey`, page),
    tie: `${own && byKey ? index.of : "item"}.id`,
    leading: own && byKey ? `${index.of}.${index.key}` : "",
    indexed: own || byKey ? (index?.of ?? null) : null,
  };
}

// Nothing sorts last: after every text and every number.
function sortKeyOf(own: string, { order: { property } }: PageRequest): string {
  if (property === null) return own;
  const value = `item.${property.name}`;
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

function pageConditions({ sortKey, tie, indexed }: OrderTerms, page: PageRequest): string[] {
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

/** Every relation's pattern as a statement of its own, below its coordinate: to be read, and pasted in Neo4j's browser. */
export function printedPatterns(): string {
  const statements = allTypes().flatMap(({ class: cls }) =>
    relationsOf(cls)
      .filter(({ domain }) => domain === cls)
      .map(
        (relation) =>
          `// ${coordinate(relation)}\nMATCH (parent:Node {id: $id})\n${printed(patternOf(relation))}\nRETURN item;\n`,
      ),
  );
  return statements.join("\n");
}
