/** Reads a query's selection ahead, so that only needed columns are fetched, and what one statement can fetch, by one. */
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";
import { columnsOf } from "./items.ts";
import { coordinate, isOwned, relationsOf } from "./model/model.ts";
import type { ModelClass, Relation } from "./model/declarations.ts";
import { derivedFrom, namesFor, patternOf, printed } from "./model/pattern.ts";

/** What a statement reads of an entity: its columns, and the targets of to-one relations with theirs. */
export interface Selection {
  columns: string[];
  joined: { relation: Relation; selection: Selection }[];
}

/** Nothing but the id. */
export const alone: Selection = { columns: [], joined: [] };

/** The longest chain of to-one relations that one statement reads, and the most of them. */
const longestChain = 3;
const mostJoined = 12;
/** Each text is a plan of its own: after so many shapes, targets are read by statements of their own. */
const mostShapes = 500;
const shapes = new Set<string>();

type Info = Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">;

/**
 * The names of the fields selected below the one being resolved.
 * Fragments on any type count, and `@skip` is ignored: at worst an unused column is fetched.
 * @param path the fields to descend through first: `"edges", "node"`.
 */
export function selectedFields(info: Info, ...path: string[]): Set<string> {
  return new Set(fieldsBelow(levelAt(info, path), info).keys());
}

/**
 * What one statement reads of the entities of a type: the columns of the fields selected, and with them the targets of
 * to-one relations. The answer depends on the request alone, but for the first requests of more shapes than a graph should
 * plan.
 * @param paths to the fields of the entity, from the field being resolved. Defaults to right below it.
 */
export function selectionOf(cls: ModelClass, info: Info, ...paths: string[][]): Selection {
  const levels = (paths.length === 0 ? [[]] : paths).flatMap((path) => levelAt(info, path));
  const left = { joined: mostJoined };
  const selection = selectionAt(cls, levels, info, left, 0);
  if (selection.joined.length === 0) return selection;
  const shape = shapeOf(selection);
  if (shapes.size >= mostShapes && !shapes.has(shape)) return { columns: selection.columns, joined: [] };
  shapes.add(shape);
  return selection;
}

/** The fields of each item of a page. */
export const ofPage = [["nodes"], ["edges", "node"]];

/** The same for selections that read the same. */
export function keyOf(selection: Selection): string {
  return `${shapeOf(selection)} ${JSON.stringify(columnParameters(selection))}`;
}

/** The columns of some fields, with nothing joined. */
export function onlyColumns(cls: ModelClass, selected: Set<string>): Selection {
  return { columns: columnsOf(cls, selected), joined: [] };
}

/** The names of what it joins: the text of a statement depends on nothing else of it. */
function shapeOf({ joined }: Selection): string {
  return joined.map(({ relation, selection }) => `${coordinate(relation)}(${shapeOf(selection)})`).join();
}

/**
 * What is returned of `item`: its id, its columns, and the targets joined to it. The columns are parameters, so that the
 * text depends only on relation, direction, filter, and what is joined.
 */
export function returned(selection: Selection): string {
  const targets = selection.joined.length === 0 ? "" : `, ${joinedTexts(selection, "item", { count: 0 })} AS joined`;
  return `item.id AS id, [column IN $columns | item[column]] AS columns${targets}`;
}

function joinedTexts({ joined }: Selection, parent: string, numbers: { count: number }): string {
  const texts = joined.map(({ relation, selection }) => {
    const number = (numbers.count += 1);
    const names = { ...namesFor(parent, number), item: `one${number}` };
    const own = [`${names.item}.id`, `[column IN $columns${number} | ${names.item}[column]]`];
    if (selection.joined.length > 0) own.push(joinedTexts(selection, names.item, numbers));
    return `head(COLLECT { ${printed(patternOf(relation), [], names)} RETURN [${own.join(", ")}] })`;
  });
  return `[${texts.join(", ")}]`;
}

/** The parameters of what is returned: the columns, and those of each target. */
export function columnParameters(selection: Selection): Record<string, string[]> {
  const parameters: Record<string, string[]> = { columns: selection.columns };
  let count = 0;
  const add = ({ joined }: Selection): void => {
    for (const { selection: own } of joined) {
      parameters[`columns${(count += 1)}`] = own.columns;
      add(own);
    }
  };
  add(selection);
  return parameters;
}

function selectionAt(
  cls: ModelClass,
  level: SelectionSetNode[],
  info: Info,
  left: { joined: number },
  depth: number,
): Selection {
  const fields = fieldsBelow(level, info);
  const joined: Selection["joined"] = [];
  for (const relation of relationsOf(cls)) {
    const below = relation.many ? undefined : fields.get(relation.name);
    if (!below || depth === longestChain || left.joined === 0 || derivedFrom(relation) === null) continue;
    // The id of the target stands on the entity itself.
    if (isOwned(relation) && onlyId(new Set(fieldsBelow(below, info).keys()))) continue;
    left.joined -= 1;
    joined.push({ relation, selection: selectionAt(relation.target(), below, info, left, depth + 1) });
  }
  return { columns: columnsOf(cls, new Set(fields.keys())), joined };
}

function levelAt(info: Info, path: string[]): SelectionSetNode[] {
  let level: SelectionSetNode[] = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  for (const name of path) level = fieldsBelow(level, info).get(name) ?? [];
  return level;
}

/** The fields of a level, each with what is selected below it, under any alias. */
function fieldsBelow(level: SelectionSetNode[], info: Pick<Info, "fragments">): Map<string, SelectionSetNode[]> {
  const fields = new Map<string, SelectionSetNode[]>();
  walk(level, info, (field, selection) => {
    const found = fields.get(field) ?? [];
    if (selection) found.push(selection);
    fields.set(field, found);
  });
  return fields;
}

/** Whether only the id of an entity is selected. */
export function onlyId(selected: Set<string>): boolean {
  for (const name of selected) if (name !== "id" && name !== "__typename") return false;
  return true;
}

/** Whether a list is only counted: then no page is read. */
export function onlyCounts(info: GraphQLResolveInfo): boolean {
  const selected = selectedFields(info);
  return selected.size > 0 && [...selected].every((name) => name === "totalCount" || name === "counts");
}

function walk(
  level: SelectionSetNode[],
  info: Pick<Info, "fragments">,
  visit: (field: string, selection: SelectionSetNode | undefined) => void,
): void {
  for (const { selections } of level) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) visit(selection.name.value, selection.selectionSet);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk([selection.selectionSet], info, visit);
      else walk([info.fragments[selection.name.value]!.selectionSet], info, visit);
    }
  }
}
