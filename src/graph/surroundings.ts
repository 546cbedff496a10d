/** The surroundings of entities of one kind: lists of steps, each read a few items at a time and counted. */
import { unknown } from "./model/derived.ts";
import { owningSideOf, relationsOf, typeOf } from "./model/model.ts";
import type { EntityType, Relation } from "./model/declarations.ts";
import { indexConditions, patternOf, printed, where } from "./model/pattern.ts";
import { someWithin } from "./listQueries.ts";
import { endsOf, isJoining, sidesOf, stepKinds, type StepKind } from "./steps.ts";

/** One list of steps of an entity. */
export interface StepList {
  kind: StepKind;
  /** The relation from this entity to the targets, or to the edges stored as nodes. */
  relation: Relation;
  /** The relation that has the edges. */
  owning: Relation;
  /** Whether it continues through the target of `relation` to its other ends. */
  joined: boolean;
}

/**
 * The lists of steps of a kind of entity.
 * @param collapse whether an edge stored as a node is passed through in one step rather than being a target.
 */
export function stepListsOf(type: EntityType, collapse: boolean): StepList[] {
  return relationsOf(type.class).flatMap((relation): StepList[] => {
    const owning = relation.edge === undefined ? owningSideOf(relation) : relation;
    const kind = owning?.edge === undefined ? undefined : stepKinds().find(({ edges }) => edges.includes(owning.edge!));
    if (owning === undefined || kind === undefined) return [];
    const joined = collapse && kind.type !== null && relation !== owning;
    const arrives = relation === owning ? sidesOf(owning).targets : sidesOf(owning).domains;
    const hidden = collapse && !joined && arrives.every(isJoining);
    return hidden ? [] : [{ kind, relation, owning, joined }];
  });
}

// All arguments are in one map, `$asked`, so that there is one plan for any number of ids.

/** The number of steps in each list of some entities. Rows are `[id, counts]`. */
export function countsQuery(lists: readonly StepList[]): string {
  return `${parents}\nRETURN id, ${countsOf(lists)}`;
}

/** The number of steps in each list of some entities within a period: `first`, `last` and `timed` in `$asked`. */
export function countsInTimeQuery(lists: readonly StepList[]): string {
  const counts = lists.map((list) => {
    const pattern = patternOf(list.relation);
    return `COUNT { ${printed(pattern, indexConditions(pattern))}\n${onwardOf(list, true)} }`;
  });
  return `${parents}\nRETURN id, [${counts.join(", ")}]`;
}

/**
 * A few steps of a list, for each of some entities. Rows are `[id, items]`; an item is `[id, id of the edge stored as a
 * node, type of the edge to the item, number of its edges, sort key, sort key of the edge stored as a node or item]`.
 * @param timed whether to restrict to a period: the query then needs `first`, `last` and `timed` in `$asked`.
 * @param after whether to begin after a step: `afterKey`, `afterId` and `afterOther` in `$asked`.
 * @param backward whether to go from the end of the list.
 */
export function stepListQuery(list: StepList, timed: boolean, after = false, backward = false): string {
  return `${parents}\nRETURN id, ${listOf(list, timed, after, backward)}`;
}

const parents = "UNWIND $asked.ids AS id\nMATCH (parent:Node {id: id})";

// Neo4j stores these numbers.
function countsOf(lists: readonly StepList[]): string {
  const counts = lists.map(({ relation }) => `COUNT { (parent)${patternOf(relation).edge!("")}() }`);
  return `[${counts.join(", ")}]`;
}

function listOf(list: StepList, timed: boolean, after: boolean, backward: boolean): string {
  const { relation, joined } = list;
  const walk = {
    newest: (typeOf(relation.target()).time.from === "sortKey") !== backward,
    after,
    tie: joined ? "other" : null,
  };
  const { onward, conditions } = furtherOf(list, timed);
  const found = joined
    ? "[other.id, item.id, type(edge), COUNT { (other)--() }, other.sortKey, item.sortKey]"
    : "[item.id, null, null, COUNT { (item)--() }, item.sortKey, item.sortKey]";
  return `COLLECT { ${someWithin(relation, onward, conditions, walk)}\nRETURN ${found} }`;
}

function onwardOf(list: StepList, timed: boolean): string {
  const { onward, conditions } = furtherOf(list, timed);
  return `${onward}${where(conditions)} RETURN 1`;
}

// What follows the pattern of a list: the way through an edge stored as a node, and the conditions.
function furtherOf({ kind, joined }: StepList, timed: boolean): { onward: string; conditions: string[] } {
  if (!joined) return { onward: "WITH item", conditions: timed ? [inTime("item")] : [] };
  const edges = endsOf(kind.type!).map(({ edge }) => edge);
  return {
    onward: `MATCH (item)-[edge:${edges.join("|")}]->(other:Node)`,
    conditions: ["other <> parent", ...(timed ? [inTime("item"), inTime("other")] : [])],
  };
}

// As in paths/steps.cypher: without a date or a known end, it may have been.
function inTime(item: string): string {
  return `($asked.timed[split(${item}.id, ":")[0]] IS NULL
    OR (${item}.heldFirst <= $asked.last OR ${item}.heldFirst = "${unknown}") AND ${item}.heldLast >= $asked.first)`;
}
