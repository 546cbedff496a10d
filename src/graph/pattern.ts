/**
 * How the items of a list are reached. A pattern is a value: made from what a relation declares, asked for what a
 * statement needs to know of it, and printed as Cypher under any names.
 */
import { coordinate, ownerOf, relationOf, typeOf, type ModelClass, type Relation } from "./model.ts";
import { query } from "./queries.ts";

/** What stands at either end, and the edge or node on the way that may have the order of the list. */
export interface Names {
  parent: string;
  link: string;
  item: string;
  /** The list of what lies between, where a file of its own tells and a statement asks for it. */
  between?: string;
}

/** The names that statements use, but where one pattern stands within another. */
export const plainNames: Names = { parent: "parent", link: "link", item: "item" };

export interface Pattern {
  readonly found: Path | Own;
  /** What else holds of `item`, in Cypher. */
  readonly conditions: readonly string[];
  /** What has the list's order in its `sortKey`. */
  readonly sorter: "link" | "item";
  /**
   * What is read from an index of (key, sortKey, id), a page at a time, however long the list is; without a key, from
   * that of (sortKey, id). Null where all is read and then sorted.
   */
  readonly index: { readonly of: "link" | "item"; readonly key: string | null } | null;
  /** Whether it finds each item once. */
  readonly once: boolean;
  /** The edges of the parent, one for each item: Neo4j keeps their number. Null where there are none. */
  readonly edge: Edge | null;
}

/** Nodes with edges between them, one edge less. */
interface Path {
  nodes: readonly Node[];
  edges: readonly Edge[];
  /** The parameter that holds the parent's id, where no `parent` is bound. */
  given?: string;
}

interface Node {
  is: keyof Names;
  labels: readonly string[];
  /** A property that equals one of the parent's. */
  key?: { name: string; of: string };
}

interface Edge {
  is?: "link";
  type: string;
  way: "out" | "in" | "both";
}

/** A file of `cypher/`: of a relation, from `start` to each `found`; of a question, from parameters to each `item`. */
interface Own {
  file: string;
  from: "parent" | "parameters";
}

const patterns = new Map<Relation, Pattern>();

/**
 * The pattern of a relation: from its declaration, or, where none follows from that, the file at its coordinate in
 * `cypher/relations/`.
 * @throws when it passes relations that its owner and what lies between haven't.
 */
export function patternOf(relation: Relation): Pattern {
  let pattern = patterns.get(relation);
  if (!pattern) patterns.set(relation, (pattern = derivedFrom(relation) ?? ownPattern(fileOf(relation), "parent")));
  return pattern;
}

/** The file of a relation whose pattern doesn't follow from its declaration. */
export function fileOf(relation: Relation): string {
  return `relations/${coordinate(relation)}`;
}

/** The same pattern for the one parent whose id is in a parameter; `conditions` on `item` narrow it. */
export function patternFrom(relation: Relation, parameter: string, ...conditions: string[]): Pattern {
  const pattern = patternOf(relation);
  if ("file" in pattern.found)
    throw new Error(`${coordinate(relation)} is found by ${pattern.found.file}: from a parent.`);
  return { ...pattern, found: { ...pattern.found, given: parameter }, conditions };
}

/** All nodes with a label. */
export function everyNode(label: string): Pattern {
  return {
    ...byPath([{ is: "item", labels: [label] }], [], true),
    index: { of: "item", key: null },
  };
}

/** A pattern that a person wrote: a file of `cypher/`. */
export function ownPattern(file: string, from: Own["from"] = "parameters"): Pattern {
  return { found: { file, from }, conditions: [], sorter: "item", index: null, once: false, edge: null };
}

/** The pattern that follows from a declaration alone, or null. @throws what `patternOf` throws. */
export function derivedFrom(relation: Relation): Pattern | null {
  if (relation.through !== undefined) return passing(relation, relation.through);
  const target = typeOf(relation.target());
  if (relation.keyed) {
    const labels = target.abstract ? ["Node"] : [target.name, "Node"];
    return byPath([{ is: "item", labels, key: { name: "id", of: `${relation.name}Id` } }], [], true);
  }
  const [key, edge] = [keyOf(relation), edgeOf(relation)];
  const labels = [target.abstract ? "Node" : target.name];
  if (key !== null) {
    const pattern = byPath([{ is: "item", labels, key: { name: key, of: "id" } }], [], true);
    return { ...pattern, index: { of: "item", key }, edge };
  }
  if (edge === null) return null;
  const [item, path]: [Node, Edge] = [{ is: "item", labels }, relation.ordered ? { is: "link", ...edge } : edge];
  return { ...byPath([parentNode(relation.owner), item], [path], true), sorter: path.is ?? "item", edge };
}

// Two relations, one behind the other. Where what lies between sorts as the items do, it is read from its index.
function passing(relation: Relation, [toLink, toItem]: readonly [string, string]): Pattern | null {
  const first = passed(relation, relation.owner, toLink);
  const between = typeOf(first.target());
  const second = passed(relation, between.class, toItem);
  const [key, before, after] = [keyOf(first), edgeOf(first), edgeOf(second)];
  if (after === null) return null;
  const link: Node = { is: "link", labels: [between.name] };
  const item: Node = { is: "item", labels: [typeOf(second.target()).name] };
  if (key !== null && between.order[0] === toItem) {
    const pattern = byPath([{ ...link, key: { name: key, of: "id" } }, item], [after], true);
    return { ...pattern, sorter: "link", index: { of: "link", key }, edge: before };
  }
  return before === null ? null : byPath([parentNode(relation.owner), link, item], [before, after], false);
}

function passed(relation: Relation, cls: ModelClass, name: string): Relation {
  const found = relationOf(cls, name);
  if (found) return found;
  throw new Error(`${coordinate(relation)} passes "${name}", and ${cls.name} has no such relation. Correct "through".`);
}

function byPath(nodes: readonly Node[], edges: readonly Edge[], once: boolean): Pattern {
  return { found: { nodes, edges }, conditions: [], sorter: "item", index: null, once, edge: null };
}

// Of a list that a to-one relation leads to: the property in which its items keep the parent's id.
function keyOf(relation: Relation): string | null {
  const owner = relation.edge === undefined ? ownerOf(relation) : undefined;
  return owner === undefined || owner.many ? null : `${owner.name}Id`;
}

function edgeOf(relation: Relation): Edge | null {
  const { edge, inverse, name } = relation;
  if (edge !== undefined) return { type: edge, way: inverse === name ? "both" : "out" };
  const type = ownerOf(relation)?.edge;
  return type === undefined ? null : { type, way: "in" };
}

function parentNode(owner: ModelClass): Node {
  const { abstract, name } = typeOf(owner);
  return { is: "parent", labels: abstract ? [] : [name] };
}

/** A pattern as Cypher, with further conditions. */
export function printed({ found, conditions }: Pattern, further: readonly string[] = [], names = plainNames): string {
  const all = [...conditions, ...further];
  if ("nodes" in found) return `MATCH ${pathText(found, names)}${where(all)}`;
  return `${ownText(found, names)}${all.length === 0 ? "" : `\nWITH *${where(all)}`}`;
}

/** Conditions that hold together, in Cypher; none are nothing. */
export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `\nWHERE ${conditions.join(" AND ")}`;
}

/** The conditions without which the planner doesn't read an index: one on each column, if one that is always true. */
export function indexConditions({ index }: Pattern, names = plainNames): string[] {
  return index?.key == null ? [] : [`${names[index.of]}.sortKey >= ""`, `${names[index.of]}.id >= ""`];
}

/** The parent's edges as Cypher, for their number: `(parent)<-[:HOSTED_BY]-()`. */
export function edgesOfParent(edge: Edge): string {
  return `(parent)${edgeText(edge, plainNames)}()`;
}

/** The list of what lies between parent and item, whose claims say why the item is there; for a file given its name. */
export function betweenOf({ found }: Pattern, { link, between }: Names): string {
  if ("file" in found) return between!;
  return found.nodes.some(({ is }) => is === "link") ? `[${link}]` : "[]";
}

function pathText({ nodes, edges, given }: Path, names: Names): string {
  return nodes
    .map((node, index) => {
      const edge = edges[index - 1];
      return `${edge ? edgeText(edge, names) : ""}${nodeText(node, names, given)}`;
    })
    .join("");
}

function nodeText({ is, labels, key }: Node, names: Names, given: string | undefined): string {
  if (given !== undefined && is === "parent")
    return `(${names.parent}${labelsText([...labels, "Node"])} {id: $${given}})`;
  const value = key && (given === undefined ? `${names.parent}.${key.of}` : `$${given}`);
  return `(${names[is]}${labelsText(labels)}${key ? ` {${key.name}: ${value}}` : ""})`;
}

function labelsText(labels: readonly string[]): string {
  return labels.length === 0 ? "" : `:${labels.join("&")}`;
}

function edgeText({ is, type, way }: Edge, names: Names): string {
  return `${way === "in" ? "<-" : "-"}[${is ? names[is] : ""}:${type}]${way === "out" ? "->" : "-"}`;
}

// A file's names are its own, unlike any outside: Neo4j refuses a name that anything around an EXISTS has too.
function ownText({ file, from }: Own, { parent, item, between }: Names): string {
  if (from === "parameters") return `CALL () {\n${query(file)}\n}`;
  const returned = `RETURN found AS ${item}${between === undefined ? "" : `, between AS ${between}`}`;
  return `CALL (${parent}) {\nWITH ${parent} AS start\nCALL (start) {\n${query(file)}\n}\n${returned}\n}`;
}
