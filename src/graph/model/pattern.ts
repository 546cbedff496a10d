/**
 * How to find the items of a list in Cypher. A pattern is a value derived from a relation's declaration; it has the
 * information that queries need, and prints Cypher with any variable names.
 */
import { coordinate, owningSideOf, relationOf, typeOf } from "./model.ts";
import type { ModelClass, Relation } from "./declarations.ts";
import { query } from "../queries.ts";

/** The variables of a pattern. */
export interface Names {
  parent: string;
  /** The parent's id: `parent.id`, or a parameter if no parent is bound. */
  id: string;
  /** The edge or node in between, which may have the list's order. */
  link: string;
  item: string;
}

/** Names for a parent, and, unless the pattern is nested in another, for everything else. */
export function namesFor(parent: string, number: number | string = ""): Names {
  return { parent, id: `${parent}.id`, link: `link${number}`, item: `item${number}` };
}
const plainNames = namesFor("parent");

export interface Pattern {
  /** The match: `MATCH (link:Participation {countryId: parent.id})-[:IN_MEETING]->(item:Meeting)`. */
  readonly matched: (names: Names) => string;
  /** Further conditions on `item`, in Cypher. */
  readonly conditions: readonly string[];
  /** The variable whose `sortKey` orders the list. */
  readonly sorter: "link" | "item";
  /**
   * The variable read from an index of (key, sortKey, id), a page at a time, however long the list is; without a key,
   * from an index of (sortKey, id). Null if everything is read and sorted.
   */
  readonly index: {
    readonly of: "link" | "item";
    readonly key: string | null;
    /** The label of the index. */
    readonly label: string;
  } | null;
  /** Whether it finds each item once. */
  readonly once: boolean;
  /** The parent's edges, one per item: Neo4j stores their number. Null if there are none. */
  readonly edge: Edge | null;
  /** The list of nodes on the way, whose claims are the evidence for the item, in Cypher. */
  readonly between: string;
}

/** An edge with or without a variable: `<-[link:HELD_AT]-`. */
type Edge = (name: string) => string;

const simple = { conditions: [], sorter: "item", index: null, once: true, edge: null, between: "[]" } as const;
const patterns = new Map<Relation, Pattern>();

/**
 * The pattern of a relation, from its declaration or from the file of its coordinate in
 * `cypher/relations/`.
 * @throws when `through` names unknown relations, or the file is missing.
 */
export function patternOf(relation: Relation): Pattern {
  let pattern = patterns.get(relation);
  if (!pattern) patterns.set(relation, (pattern = derivedFrom(relation) ?? patternOfFile(query(fileOf(relation)))));
  return pattern;
}

/** The pattern that follows from a declaration alone, or null. @throws as `patternOf`. */
export function derivedFrom(relation: Relation): Pattern | null {
  if (relation.through !== undefined) return passing(relation, relation.through);
  const { abstract, name } = typeOf(relation.target());
  const label = abstract ? "Node" : name;
  if (relation.foreignKey) {
    const labels = abstract ? label : `${label}&Node`;
    return { ...simple, matched: ({ parent, item }) => `MATCH (${item}:${labels} {id: ${parent}.${relation.name}Id})` };
  }
  const [key, edge] = [keyOf(relation), edgeOf(relation)];
  if (key !== null)
    return {
      ...simple,
      matched: ({ id, item }) => `MATCH (${item}:${label} {${key}: ${id}})`,
      index: { of: "item", key, label },
      edge,
    };
  if (edge === null) return null;
  return {
    ...simple,
    matched: (names) =>
      `MATCH ${parentOf(relation, names)}${edge(relation.ordered ? names.link : "")}(${names.item}:${label})`,
    sorter: relation.ordered ? "link" : "item",
    edge,
  };
}

// Two chained relations. If the node in between sorts like the items, it is read from its index.
function passing(relation: Relation, [toLink, toItem]: readonly [string, string]): Pattern | null {
  const first = passed(relation, relation.domain, toLink);
  const between = typeOf(first.target());
  const second = passed(relation, between.class, toItem);
  const [key, before, after] = [keyOf(first), edgeOf(first), edgeOf(second)];
  if (before === null || after === null) return null;
  const onward = (item: string): string => `${after("")}(${item}:${typeOf(second.target()).name})`;
  if (key !== null && between.order[0] === toItem)
    return {
      ...simple,
      matched: ({ id, link, item }) => `MATCH (${link}:${between.name} {${key}: ${id}})${onward(item)}`,
      sorter: "link",
      index: { of: "link", key, label: between.name },
      edge: before,
      between: "[link]",
    };
  return {
    ...simple,
    matched: (names) =>
      `MATCH ${parentOf(relation, names)}${before("")}(${names.link}:${between.name})${onward(names.item)}`,
    once: false,
    between: "[link]",
  };
}

function passed(relation: Relation, cls: ModelClass, name: string): Relation {
  const found = relationOf(cls, name);
  if (found) return found;
  throw new Error(`${coordinate(relation)} passes "${name}", and ${cls.name} has no such relation. Correct "through".`);
}

// The property of the items with the parent's id, for a list that inverts a to-one relation.
function keyOf(relation: Relation): string | null {
  const owning = relation.edge === undefined ? owningSideOf(relation) : undefined;
  return owning === undefined || owning.many ? null : `${owning.name}Id`;
}

function edgeOf(relation: Relation): Edge | null {
  const { edge, inverse, name } = relation;
  if (edge !== undefined) return (link) => `-[${link}:${edge}]-${inverse === name ? "" : ">"}`;
  const type = owningSideOf(relation)?.edge;
  return type === undefined ? null : (link) => `<-[${link}:${type}]-`;
}

function parentOf({ domain }: Relation, { parent }: Names): string {
  const { abstract, name } = typeOf(domain);
  return abstract ? `(${parent})` : `(${parent}:${name})`;
}

/** The file of a relation whose pattern isn't derived. */
export function fileOf(relation: Relation): string {
  return `relations/${coordinate(relation)}`;
}

// A file has its own variables in a CALL: Neo4j refuses names that are also used around an EXISTS.
function patternOfFile(text: string): Pattern {
  return {
    ...simple,
    matched: ({ parent, link, item }) =>
      `CALL (${parent}) {\nWITH ${parent} AS start\nCALL (start) {\n${text}\n}\nRETURN found AS ${item}, between AS ${link}\n}\nWITH *`,
    once: false,
    between: "link",
  };
}

/** A query's own file, run with parameters: returns each `item`. */
export function patternOfQuestion(file: string): Pattern {
  return { ...simple, matched: () => `CALL () {\n${query(file)}\n}\nWITH *`, once: false };
}

/**
 * The pattern of an indexed relation for the one parent whose id is in a parameter.
 * @param conditions further conditions on `item`.
 */
export function patternFrom(relation: Relation, parameter: string, ...conditions: string[]): Pattern {
  const pattern = patternOf(relation);
  if (pattern.index === null)
    throw new Error(`${coordinate(relation)} can't be read from $${parameter}: no index leads from its parent's id.`);
  return { ...pattern, matched: (names) => pattern.matched({ ...names, id: `$${parameter}` }), conditions };
}

/** All nodes with a label. */
export function everyNode(label: string): Pattern {
  return { ...simple, matched: ({ item }) => `MATCH (${item}:${label})`, index: { of: "item", key: null, label } };
}

/** A pattern as Cypher, with further conditions. */
export function printed(pattern: Pattern, further: readonly string[] = [], names = plainNames): string {
  return `${pattern.matched(names)}${where([...pattern.conditions, ...further])}`;
}

/**
 * The same, read from its index. The planner estimates by statistics, and takes any other index on a condition that is
 * always true: somebody's index on the ids of meetings made a page of them eight times dearer.
 */
export function printedByIndex(pattern: Pattern, further: readonly string[], names = plainNames): string {
  const { index, conditions } = pattern;
  const columns = index && [...(index.key === null ? [] : [index.key]), "sortKey", "id"];
  const hint = index && `\nUSING INDEX ${names[index.of]}:${index.label}(${columns!.join(", ")})`;
  return `${pattern.matched(names)}${hint ?? ""}${where([...conditions, ...further])}`;
}

/** Joined conditions, in Cypher; empty if there are none. */
export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `\nWHERE ${conditions.join(" AND ")}`;
}

/** Conditions that make the planner use an index: one on each column, even if always true. */
export function indexConditions({ index }: Pattern, names = plainNames): string[] {
  return index?.key == null ? [] : [`${names[index.of]}.sortKey >= ""`, `${names[index.of]}.id >= ""`];
}
