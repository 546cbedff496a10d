/** What one statement reads: entities with their columns, the targets of their to-one relations, and short lists. */
import type { GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { coordinate, isOwned, relationsOf } from "../model/model.ts";
import type { ModelClass, Relation } from "../model/declarations.ts";
import { derivedFrom, patternOf } from "../model/pattern.ts";
import type { PageRequest } from "../page.ts";
import type { Condition } from "../listQueries.ts";
import { columnsOf } from "./items.ts";
import { pagesInside, refused, type PageInside } from "./pagesInside.ts";
import { parametersOf, returned } from "./returned.ts";
import { below, fieldsBelow, levelAt, levelBelow, onlyCounts, onlyId, type SelectedField } from "./selectedFields.ts";

/** What a statement reads of an entity. */
export interface Selection {
  columns: string[];
  /** The targets of to-one relations. */
  joined: JoinedTarget[];
  /** Pages of to-many relations. */
  lists: JoinedList[];
}

export interface JoinedTarget {
  relation: Relation;
  /** Distinguishes its variables and parameters. */
  number: number;
  selection: Selection;
}

export interface JoinedList {
  relation: Relation;
  number: number;
  page: PageRequest;
  /** By which the resolver finds it: as `keyOfPage`. */
  key: string;
  condition: Condition;
  /** Null if the list is only counted. */
  selection: Selection | null;
  /** Whether its length is read: it is stored, so that nothing is walked. */
  isCounted: boolean;
}

/** What a statement reads. */
export interface Reading {
  /** The schema coordinate of what it begins with. */
  reads: string;
  selection: Selection;
  /** The relations that it leaves to others, each with the reason. */
  apart: readonly string[];
}

/** Nothing but the id. */
export const alone: Selection = { columns: [], joined: [], lists: [] };

/**
 * The bounds of one statement: the longest chain of relations, the most relations and lists, and the most rows that its
 * lists can have together, one inside the other. See docs/statements.md.
 */
export const bounds = { chain: 6, relations: 16, lists: 6, rows: 500 };
const shapes = new Set<string>();

/** The paths to the fields of each item of a page. */
export const ofPage: readonly (readonly string[])[] = [["nodes"], ["edges", "node"]];

/** What grows while a selection is read. */
interface Draft {
  info: GraphQLResolveInfo;
  relations: number;
  lists: number;
  apart: string[];
}

/** How many relations lead to a level, and how many rows it can have. */
interface Reach {
  depth: number;
  rows: number;
}

/**
 * What one statement reads of the entities of a type, for the field being resolved.
 * It follows from the request alone, up to a number of shapes.
 * @param options `paths` to the fields of the entity, from the field being resolved; defaults to right below it.
 * `rows` is the length of the page that the statement reads, or 1. `mostShapes`: each shape is a text, and each text a
 * plan, so that after so many, relations have statements of their own.
 */
export function readingOf(
  reads: string,
  cls: ModelClass,
  info: GraphQLResolveInfo,
  { paths = [[]], rows = 1, mostShapes }: { paths?: readonly (readonly string[])[]; rows?: number; mostShapes: number },
): Reading {
  const draft: Draft = { info, relations: 0, lists: 0, apart: [] };
  const level = paths.flatMap((path) => levelAt(info, path));
  // For the items of a list, one statement reads the lists of all.
  const selection = selectionAt(cls, level, draft, { depth: 0, rows: isOfOne(info) ? rows : Infinity });
  const { columns, joined, lists } = selection;
  const { apart } = draft;
  if (joined.length === 0 && lists.length === 0) return { reads, selection, apart };
  const shape = returned(selection);
  if (mostShapes === 0 || (shapes.size >= mostShapes && !shapes.has(shape))) {
    for (const { relation } of [...joined, ...lists])
      apart.push(because(relation, `there are statements of ${mostShapes} shapes already`));
    return { reads, selection: { ...alone, columns }, apart };
  }
  shapes.add(shape);
  return { reads, selection, apart };
}

/** Reads some columns, and nothing with them. */
export function onlyColumns(reads: string, columns: string[]): Reading {
  return { reads, selection: { ...alone, columns }, apart: [] };
}

/** The same for selections that read the same. */
export function keyOf(selection: Selection): string {
  return `${returned(selection)} ${JSON.stringify(parametersOf(selection))}`;
}

/** Whether the field is resolved once, and not for each item of a list. */
function isOfOne({ path }: GraphQLResolveInfo): boolean {
  for (let at: typeof path | undefined = path; at; at = at.prev) if (typeof at.key === "number") return false;
  return true;
}

function selectionAt(cls: ModelClass, level: readonly SelectionSetNode[], draft: Draft, reach: Reach): Selection {
  const fields = fieldsBelow(level, draft.info);
  const selection: Selection = { columns: columnsOf(cls, new Set(fields.keys())), joined: [], lists: [] };
  for (const relation of relationsOf(cls)) {
    const selected = fields.get(relation.name);
    if (!selected) continue;
    const inner = below(selected);
    // The id of the target stands on the entity itself.
    if (isOwned(relation) && !relation.many && onlyId(fieldsBelow(inner, draft.info).keys())) continue;
    const why = whyNone(relation, draft, reach);
    if (why !== undefined) draft.apart.push(because(relation, why));
    else if (relation.many) selection.lists.push(...listsOf(cls, relation, selected, draft, reach));
    else {
      const number = (draft.relations += 1);
      const target = selectionAt(relation.target(), inner, draft, { ...reach, depth: reach.depth + 1 });
      selection.joined.push({ relation, number, selection: target });
    }
  }
  return selection;
}

/** Why a statement can't read a relation with what leads to it. */
function whyNone(relation: Relation, draft: Draft, { depth }: Reach): string | undefined {
  if (derivedFrom(relation) === null) return "its pattern is written by hand";
  if (depth === bounds.chain) return `a chain has at most ${bounds.chain} relations`;
  if (draft.relations >= bounds.relations) return `a statement has at most ${bounds.relations} relations`;
  if (relation.many && draft.lists >= bounds.lists) return `a statement has at most ${bounds.lists} lists inside`;
  return undefined;
}

/** The pages of one relation that the statement reads: one for each that is asked for, under whatever name. */
function listsOf(
  cls: ModelClass,
  relation: Relation,
  selected: readonly SelectedField[],
  draft: Draft,
  reach: Reach,
): JoinedList[] {
  const pages = pagesInside(cls, relation, selected, draft.info);
  if (typeof pages === "string") {
    draft.apart.push(because(relation, pages));
    return [];
  }
  return pages.flatMap((page) => {
    const list = whyNone(relation, draft, reach) ?? listOf(relation, page, draft, reach);
    if (typeof list !== "string") return [list];
    draft.apart.push(because(relation, list));
    return [];
  });
}

/** One list inside, or why it isn't. */
function listOf(relation: Relation, inside: PageInside, draft: Draft, { depth, rows }: Reach): JoinedList | string {
  const { info } = draft;
  const { page, fields } = inside;
  const number = draft.relations + 1;
  let condition: Condition;
  try {
    condition = inside.conditionOf(number);
  } catch {
    return refused;
  }
  const names = [...fieldsBelow(below(fields), info).keys()];
  const countOnly = onlyCounts(names);
  const isStored = patternOf(relation).edge !== null && condition.text.length === 0;
  const isCounted = isStored && names.includes("totalCount");
  const further = { depth: depth + 1, rows: rows * page.limit };
  if (countOnly && !isCounted) return "its length isn't stored";
  if (!countOnly && rows === Infinity) return "one statement reads the lists of all parents";
  if (!countOnly && further.rows > bounds.rows)
    return `it can have ${further.rows} rows, and ${bounds.rows} are the most`;
  draft.relations = number;
  draft.lists += 1;
  const level = ofPage.flatMap((path) => levelBelow(below(fields), path, info));
  const selection = countOnly ? null : selectionAt(relation.target(), level, draft, further);
  return { relation, number, page, key: inside.key, condition, selection, isCounted };
}

function because(relation: Relation, why: string): string {
  return `${coordinate(relation)}: ${why}`;
}
