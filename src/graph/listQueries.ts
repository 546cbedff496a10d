/** The engine's queries, built around patterns: pages, counts, groups, look-ups. */
import type { GroupRequest } from "./counts.ts";
import { allTypes, coordinate, relationsOf } from "./model/model.ts";
import type { Property, Relation } from "./model/declarations.ts";
import { returned } from "./selection/returned.ts";
import { alone, type Selection } from "./selection/selection.ts";
import type { PageRequest } from "./page.ts";
import { orderAndLimit, orderOf, pageConditions, readsIndex, type OrderTerms } from "./pageTerms.ts";
import {
  everyNode,
  indexConditions,
  patternOf,
  printed,
  printedByIndex,
  where,
  type Pattern,
} from "./model/pattern.ts";
import { query } from "./queries.ts";

const parents = "UNWIND $parents AS parentId\nMATCH (parent:Node {id: parentId})";

/** Finds the one target of each parent. */
export function oneQuery(relation: Relation, selection = alone): string {
  return `${parents}\n${printed(patternOf(relation))}\nRETURN parentId, ${returned(selection)}`;
}

/** A filter as Cypher: conditions on `item`, and the values of their parameters. */
export interface Condition {
  text: string[];
  /** Whether it names items by an id, a key or a word, so that another index than that of the order may be better. */
  isSelective?: boolean;
  parameters: Record<string, unknown>;
}

/** The queries of one list. */
export interface ListQueries {
  page(page: PageRequest, condition: Condition, selection: Selection): string;
  count(condition: Condition): string;
  groups(condition: Condition, request: GroupRequest): string;
}

/** For a relation: rows begin with the parent. */
export function ofRelation(relation: Relation): ListQueries {
  return {
    page: (...of) => manyQuery(relation, ...of),
    count: (...of) => countQuery(relation, ...of),
    groups: (...of) => groupQuery(relation, ...of),
  };
}

/** For patterns without a parent. */
export function ofPatterns(patterns: readonly Pattern[]): ListQueries {
  return {
    page: (...of) => foundQuery(patterns, ...of),
    count: (...of) => countFoundQuery(patterns, ...of),
    groups: (...of) => groupFoundQuery(patterns, ...of),
  };
}

/** A page of the targets of each parent, in order, plus one row if there are more. */
export function manyQuery(relation: Relation, page: PageRequest, condition: Condition, selection = alone): string {
  const pattern = patternOf(relation);
  const order = orderOf(pattern, page);
  return [
    parents,
    "CALL (parent) {",
    pageOf(pattern, order, page, condition),
    `RETURN ${pattern.once ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
    orderAndLimit(page, order.leading),
    "}",
    `RETURN parentId, sortKey, tie, ${returned(selection)}`,
  ].join("\n");
}

/** What a page of a pattern reads. */
function pageOf(pattern: Pattern, order: OrderTerms, page: PageRequest, condition: Condition): string {
  const conditions = [...pageConditions(order, page), ...condition.text];
  return readsIndex(order, condition) ? printedByIndex(pattern, conditions) : printed(pattern, conditions);
}

/** The number of targets of each parent. */
export function countQuery(relation: Relation, condition: Condition): string {
  const pattern = patternOf(relation);
  // Neo4j stores the number of a node's edges, so an unfiltered list needn't be walked.
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
    "RETURN keys, count, uncertain, sum, refusal",
    "}",
    "RETURN parentId, keys, count, uncertain, sum, refusal",
  ].join("\n");
}

function groups({ groupings, byCount, uncertain: isAsked, sum }: GroupRequest): string {
  const keys = groupings.map((_, index) => `key${index}`);
  const uncertain = isAsked ? groupings.flatMap((each) => each.uncertain ?? []) : [];
  const summed =
    sum === null
      ? ", null AS sum, null AS refusal"
      : `, CASE WHEN count(item.${sum.of}) > 0 THEN sum(item.${sum.of}) END AS sum, ${sum.refusal} AS refusal`;
  const largest = sum === null ? "count DESC, " : "refusal IS NULL DESC, coalesce(sum, -1) DESC, count DESC, ";
  return [
    `WITH ${groupings.map(({ key }, index) => `${key} AS ${keys[index]!}`).join(", ")}, count(item) AS count`,
    `, ${uncertain.length === 0 ? "0" : `count(CASE WHEN ${uncertain.join(" OR ")} THEN 1 END)`} AS uncertain`,
    summed,
    `ORDER BY ${byCount ? largest : ""}${keys.join(", ")} LIMIT toInteger($limit)`,
    `WITH [${keys.join(", ")}] AS keys, count, uncertain, sum, refusal`,
  ].join("\n");
}

// All matches of a pattern, unordered: those of a hub are read from the index of its id.
function everyone(pattern: Pattern, condition: Condition): string {
  return printed(pattern, [...indexConditions(pattern), ...condition.text]);
}

/** A page of all entities with a label. */
export function listQuery(label: string, page: PageRequest, condition: Condition, selection = alone): string {
  return foundQuery([everyNode(label)], page, condition, selection);
}

/** The number of entities with a label. */
export function countAllQuery(label: string, condition: Condition): string {
  return countFoundQuery([everyNode(label)], condition);
}

/** A page of the entities found by patterns without a parent, each as `item`. */
export function foundQuery(
  patterns: readonly Pattern[],
  page: PageRequest,
  condition: Condition,
  selection = alone,
): string {
  const ways = patterns.map((pattern) => {
    const order = orderOf(pattern, page);
    return [
      pageOf(pattern, order, page, condition),
      `WITH ${pattern.once ? "" : "DISTINCT "}item, ${order.sortKey} AS sortKey, ${order.tie} AS tie`,
      orderAndLimit(page, order.leading),
    ].join("\n");
  });
  const [only, ...others] = ways;
  return [
    others.length === 0
      ? only!
      : `CALL () {\n${ways.map((way) => `${way}\nRETURN item, sortKey, tie`).join("\nUNION\n")}\n}\nWITH item, sortKey, tie\n${orderAndLimit(page, "")}`,
    `RETURN sortKey, tie, ${returned(selection)}`,
  ].join("\n");
}

/** The number of entities found by patterns without a parent. */
export function countFoundQuery(patterns: readonly Pattern[], condition: Condition): string {
  return counting(reached(patterns, condition));
}

/** The number of rows of a query. */
export function counting(text: string): string {
  return `${text}\nRETURN count(*) AS total`;
}

/** The groups of the entities found by patterns without a parent. */
export function groupFoundQuery(patterns: readonly Pattern[], condition: Condition, request: GroupRequest): string {
  return [reached(patterns, condition), groups(request), "RETURN keys, count, uncertain, sum, refusal"].join("\n");
}

/** All entities found by patterns without a parent, each once as `item`. */
export function reached(patterns: readonly Pattern[], condition: Condition): string {
  const ways = patterns.map((pattern) => everyone(pattern, condition));
  const [only, ...others] = ways;
  if (others.length > 0)
    return `CALL () {\n${ways.map((way) => `${way}\nRETURN item`).join("\nUNION\n")}\n}\nWITH item`;
  return patterns[0]!.once ? only! : `${only!}\nWITH DISTINCT item`;
}

/** Conditions that restrict the sort key of an indexed pattern to a range of two parameters. */
export function sortedBetween({ index, sorter }: Pattern, low: string, high: string): string[] {
  return index === null ? [] : [`${sorter}.sortKey >= $${low}`, `${sorter}.sortKey <= $${high}`];
}

/** Entities by id, of any kind. A former id leads to the current entity. */
export function nodeQuery(selection = alone): string {
  return `${query("graph/node")}\nRETURN value, ${returned(selection)}`;
}

/** Entities of one kind by a natural key. */
export function findQuery(label: string, { name, datatype }: Property, selection = alone): string {
  const found = datatype === "texts" ? query("graph/byValue") : `MATCH (item:${label} {${name}: value})`;
  return `UNWIND $values AS value\n${found}\nRETURN value, ${returned(selection)}`;
}

/**
 * Some targets of `parent`, within another query: the newest if dated, otherwise the first in order.
 * @param onward what follows the pattern; the conditions are on its variables.
 * @param walk whether the newest come first, whether to begin after the item `$asked.afterKey`, `$asked.afterId`, and
 * the variable whose id breaks ties between what one item leads to, after `$asked.afterOther`.
 */
export function someWithin(
  relation: Relation,
  onward: string,
  conditions: string[],
  { newest, after = false, tie = null }: { newest: boolean; after?: boolean; tie?: string | null },
): string {
  const pattern = patternOf(relation);
  const { index } = pattern;
  const order = [
    ...(index?.key == null ? [] : [`${index.of}.${index.key}`]),
    "item.sortKey",
    "item.id",
    ...(tie === null ? [] : [`${tie}.id`]),
  ];
  const later = newest ? "<" : ">";
  const beyond = [
    `item.sortKey ${later} $asked.afterKey`,
    `item.id ${later} $asked.afterId`,
    ...(tie === null ? [] : [`item.id = $asked.afterId AND ${tie}.id ${later} $asked.afterOther`]),
  ].join(" OR ");
  return [
    printed(pattern, [...indexConditions(pattern), ...(after ? [`item.sortKey ${later}= $asked.afterKey`] : [])]),
    `${onward}${where([...conditions, ...(after ? [`(${beyond})`] : [])])}`,
    `WITH * ORDER BY ${order.map((each) => (newest ? `${each} DESC` : each)).join(", ")} LIMIT toInteger($asked.limit)`,
  ].join("\n");
}

/** Every relation's pattern as a separate query, below its coordinate, to paste in Neo4j's browser. */
export function printedPatterns(): string {
  const queries = allTypes().flatMap(({ class: cls }) =>
    relationsOf(cls)
      .filter(({ domain }) => domain === cls)
      .map(
        (relation) =>
          `// ${coordinate(relation)}\nMATCH (parent:Node {id: $id})\n${printed(patternOf(relation))}\nRETURN item;\n`,
      ),
  );
  return queries.join("\n");
}
