/** The Cypher of the project, read from `cypher/` at start, and the statements that the engine makes of it. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { camelCase, coordinate, type Relation } from "./model.ts";
import type { Condition } from "./filter.ts";
import type { PageRequest } from "./page.ts";

const folder = fileURLToPath(new URL("../../cypher/", import.meta.url));

/** Every file of `cypher/`, by its path there without the ending: `official/meetings`. Comments are left out. */
export const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cypher"))
    .sort()
    .map((name) => [
      name.slice(0, -".cypher".length).split(path.sep).join("/"),
      withoutComments(readFileSync(path.join(folder, name), "utf8")),
    ]),
);

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, "").trim();
}

/**
 * One file by its path.
 * @throws when there is none: the class that declares the relation and the folder have parted.
 */
export function query(name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new Error(`There is no cypher/${name}.cypher.`);
  return text;
}

/** The path of a relation's file: `meeting/participations`. */
export function pathOf(relation: Relation): string {
  const [type, name] = coordinate(relation).split(".") as [string, string];
  return `${camelCase(type)}/${name}`;
}

// The columns are a parameter, not text: a statement's text depends on its relation, direction and filter alone.
const columns = "[column IN $columns | item[column]] AS columns";
const parents = "UNWIND $parents AS parentId\nMATCH (parent:Node {id: parentId})";

/** Reaches the one target of each parent. */
export function oneStatement(relation: Relation): string {
  return `${parents}\n${query(pathOf(relation))}\nRETURN parentId, item.id AS id, ${columns}`;
}

/** A page of the targets of each parent, in order, one row more than the limit when there are more. */
export function manyStatement(relation: Relation, page: PageRequest, condition: Condition): string {
  const sorter = sorterOf(relation);
  return [
    parents,
    "CALL (parent) {",
    withConditions(query(pathOf(relation)), pageConditions(sorter, page).concat(condition.text)),
    `RETURN ${distinct(relation)}item, ${sorter}.sortKey AS sortKey, item.id AS id`,
    orderAndLimit(page),
    "}",
    `RETURN parentId, sortKey, id, ${columns}`,
  ].join("\n");
}

/** How many targets each parent has. */
export function countStatement(relation: Relation, condition: Condition): string {
  const pattern = withConditions(query(pathOf(relation)), condition.text);
  return `${parents}\nRETURN parentId, COUNT { ${pattern}${isDerived(relation) ? " RETURN DISTINCT item" : ""} } AS total`;
}

/** A page of all entities with a label. */
export function listStatement(label: string, page: PageRequest, condition: Condition): string {
  // The bounds that are always true make the planner read the page from the index of (sortKey, id).
  const always = [...(page.after || page.before ? [] : ['item.sortKey >= ""']), 'item.id >= ""'];
  return [
    withConditions(`MATCH (item:${label})`, [...always, ...pageConditions("item", page), ...condition.text]),
    "WITH item, item.sortKey AS sortKey, item.id AS id",
    orderAndLimit(page),
    `RETURN sortKey, id, ${columns}`,
  ].join("\n");
}

/** How many entities have a label. */
export function countAllStatement(label: string, condition: Condition): string {
  return `${withConditions(`MATCH (item:${label})`, condition.text)}\nRETURN count(item) AS total`;
}

/** Entities by id, whatever their kind, or by a natural key of one kind. */
export function findStatement(label: string, key: string): string {
  return `UNWIND $values AS value\nMATCH (item:${label} {${key}: value})\nRETURN value, item.id AS id, ${columns}`;
}

/** The parameters of a page: where it begins and ends, and its length with one to spare. */
export function pageParameters(page: PageRequest): Record<string, unknown> {
  return {
    limit: page.limit + 1,
    ...(page.after && { afterKey: page.after[0], afterId: page.after[1] }),
    ...(page.before && { beforeKey: page.before[0], beforeId: page.before[1] }),
  };
}

function pageConditions(sorter: string, page: PageRequest): string[] {
  const key = `${sorter}.sortKey`;
  const conditions: string[] = [];
  if (page.after) conditions.push(`${key} >= $afterKey`, `(${key} > $afterKey OR item.id > $afterId)`);
  if (page.before) conditions.push(`${key} <= $beforeKey`, `(${key} < $beforeKey OR item.id < $beforeId)`);
  return conditions;
}

function orderAndLimit(page: PageRequest): string {
  const direction = page.backward ? " DESC" : "";
  return `ORDER BY sortKey${direction}, id${direction} LIMIT toInteger($limit)`;
}

function withConditions(pattern: string, conditions: string[]): string {
  if (conditions.length === 0) return pattern;
  return `${pattern}\n${/\bWHERE\b/.test(pattern) ? "AND" : "WHERE"} ${conditions.join(" AND ")}`;
}

// A pattern that names `link` sorts by it: the edge, or the node between, that has the order.
function sorterOf(relation: Relation): string {
  return /\blink\b/.test(query(pathOf(relation))) ? "link" : "item";
}

// Edges of one type join two nodes once, so only a pattern of several steps can reach an item twice.
function isDerived(relation: Relation): boolean {
  return !relation.edge && !relation.inverse;
}

function distinct(relation: Relation): string {
  return isDerived(relation) ? "DISTINCT " : "";
}
