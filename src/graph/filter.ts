/** Filters as Cypher: conditions on the items of a list. */
import { inputError, limitError } from "./errors.ts";
import { readEdtf } from "./edtf.ts";
import { fold, folds } from "./fold.ts";
import { isOwned, propertyOf, relationOf, typeOf } from "./model/model.ts";
import type { ModelClass, Relation } from "./model/declarations.ts";
import { filteredAs, operators, type FilteredDatatype } from "./operators.ts";
import { indexConditions, namesFor, patternOf, printed } from "./model/pattern.ts";
import type { Condition } from "./listQueries.ts";

/** The maximum number of conditions, so that the graph can plan the query. */
export const maximumConditions = 20;
/** The maximum length of a chain of relations. */
export const maximumRelations = 3;

/** The variable of the items, and what the names of the parameters begin with: a filter may stand within another query. */
export interface FilterNames {
  item: string;
  prefix: string;
}

interface Draft extends FilterNames {
  isSelective: boolean;
  parameters: Record<string, unknown>;
  conditions: number;
  /** Makes the variables of the relations in a filter unique. */
  variables: number;
}

/**
 * Parses a filter.
 * @param asOf a day, `YYYY-MM-DD`: only what was or may have been in effect, among types that have a time.
 * @returns conditions on the items, joined by AND, without values in the text.
 * @throws BAD_USER_INPUT on a null condition or an empty `or`, LIMIT_EXCEEDED on a filter that is too large.
 */
export function readFilter(
  cls: ModelClass,
  filter: object | null | undefined,
  asOf?: string | null,
  names: FilterNames = { item: "item", prefix: "" },
): Condition {
  const draft: Draft = { ...names, parameters: {}, conditions: 0, variables: 0, isSelective: false };
  const text = filter == null ? [] : conditionsOf(cls, filter, names.item, draft, 0);
  if (asOf != null) {
    const day = `${names.prefix}asOf`;
    const conditions = timeConditions(cls, names.item, `$${day}`);
    text.push(...conditions);
    if (conditions.length > 0) draft.parameters[day] = asOf;
  }
  return { text, parameters: draft.parameters, isSelective: draft.isSelective };
}

function conditionsOf(cls: ModelClass, filter: object, item: string, draft: Draft, depth: number): string[] {
  const text: string[] = [];
  for (const [name, given] of Object.entries(filter).sort(byName)) {
    if (given == null) continue;
    if (name === "not") text.push(negated(conditionsOf(cls, given as object, item, draft, depth)));
    else if (name === "and" || name === "or") {
      const parts = given as object[];
      if (parts.length === 0 && name === "or")
        throw inputError(`${typeOf(cls).name}Filter.or: got an empty list. Leave it out, or give a filter.`);
      if (parts.length === 0) continue;
      const joined = parts.map((part) => conjunction(conditionsOf(cls, part, item, draft, depth)));
      text.push(`(${joined.join(name === "and" ? " AND " : " OR ")})`);
    } else {
      const relation = relationOf(cls, name);
      if (relation) text.push(...relationConditions(relation, given as Given, item, draft, depth + 1));
      else text.push(...valueConditions(cls, name, given as object, item, draft));
    }
  }
  return text;
}

function valueConditions(cls: ModelClass, name: string, given: object, item: string, draft: Draft): string[] {
  const property = propertyOf(cls, name);
  const datatype = name === "id" ? "id" : filteredAs(property!);
  // There may be an index that finds just these.
  if (property?.datatype !== "text" || property.key) draft.isSelective ||= "eq" in given || "in" in given;
  return operatorConditions(`${typeOf(cls).name}Filter.${name}`, datatype, given, `${item}.${name}`, draft);
}

function operatorConditions(
  where: string,
  datatype: FilteredDatatype,
  given: object,
  expression: string,
  draft: Draft,
): string[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .sort(byName)
    .map(([word, value]) => {
      if (value === null || (Array.isArray(value) && value.includes(null)))
        throw inputError(`${where}.${word}: got null. Leave it out, or give a value.`);
      const parameter = `${draft.prefix}filter${draft.conditions}`;
      const { type, cypher } = operators[datatype][word]!;
      const compared = (datatype === "text" || datatype === "texts") && type !== "whether";
      if (compared) draft.parameters.folds = folds;
      draft.parameters[parameter] = type === "date" ? range(value as string) : compared ? foldedAll(value) : value;
      counted(draft);
      return cypher(expression, `$${parameter}`);
    });
}

type Given = Partial<Record<"some" | "none" | "every" | "count", object>> & object;

function relationConditions(relation: Relation, given: Given, item: string, draft: Draft, depth: number): string[] {
  const cls = relation.target();
  // An id stored on the item needs no step, and may have an index.
  if (
    !relation.many &&
    isOwned(relation) &&
    Object.keys(given).join() === "id" &&
    (given as { id?: object }).id != null
  ) {
    draft.isSelective = true;
    return operatorConditions(
      `${typeOf(cls).name}Filter.id`,
      "id",
      (given as { id: object }).id,
      `${item}.${relation.name}Id`,
      draft,
    );
  }
  if (depth > maximumRelations)
    throw limitError(
      `A filter follows at most ${maximumRelations} relations in a chain; "${relation.name}" is one too many.`,
      maximumRelations,
    );
  if (!relation.many)
    return [exists(relation, item, draft, (target) => conditionsOf(cls, given, target, draft, depth))];
  const text: string[] = [];
  const inner = (filter: object) => (target: string) => conditionsOf(cls, filter, target, draft, depth);
  if (given.some != null) text.push(exists(relation, item, draft, inner(given.some)));
  if (given.none != null) text.push(`NOT ${exists(relation, item, draft, inner(given.none))}`);
  if (given.every != null) {
    const filter = given.every;
    text.push(`NOT ${exists(relation, item, draft, (target) => [negated(inner(filter)(target))])}`);
  }
  if (given.count != null) {
    const { edge } = patternOf(relation);
    // Neo4j stores the number of a node's edges.
    const number = edge
      ? `COUNT { (${item})${edge("")}() }`
      : `COUNT { ${within(relation, item, draft, () => [], "DISTINCT ")} }`;
    text.push(...operatorConditions(`${typeOf(cls).name}ListFilter.count`, "integer", given.count, number, draft));
  }
  return text;
}

function exists(relation: Relation, item: string, draft: Draft, inner: (target: string) => string[]): string {
  counted(draft);
  return `EXISTS { ${within(relation, item, draft, inner)} }`;
}

// A relation's pattern within another query, with unique variables.
function within(
  relation: Relation,
  parent: string,
  draft: Draft,
  inner: (target: string) => string[],
  distinct = "",
): string {
  const number = (draft.variables += 1);
  const names = namesFor(parent, `Within${number}`);
  const pattern = patternOf(relation);
  const conditions = [...indexConditions(pattern, names), ...inner(names.item)];
  return `${printed(pattern, conditions, names)} RETURN ${distinct}${names.item}`;
}

function counted(draft: Draft): void {
  draft.conditions += 1;
  if (draft.conditions > maximumConditions)
    throw limitError(`A filter has at most ${maximumConditions} conditions; got more.`, maximumConditions);
}

// Treat Cypher's null as false: a condition not known to hold doesn't, and its negation does.
function negated(text: string[]): string {
  return `NOT coalesce(${conjunction(text)}, false)`;
}

function conjunction(text: string[]): string {
  return text.length === 0 ? "true" : `(${text.join(" AND ")})`;
}

function foldedAll(value: unknown): unknown {
  return Array.isArray(value) ? value.map((each) => fold(each as string)) : fold(value as string);
}

function range(edtf: string): { firstDay: string; lastDay: string } {
  const { firstDay, lastDay } = readEdtf(edtf);
  return { firstDay: firstDay ?? "0000", lastDay: lastDay ?? "9999-12-31" };
}

/** An unknown end may lie later; something without any known day isn't known to be in effect. */
function timeConditions(cls: ModelClass, item: string, day: string): string[] {
  const { from, until, except } = typeOf(cls).time;
  if (from === undefined) return [];
  return [
    `${item}.heldFirst <= ${day}`,
    // Lists sorted by their time are read from an index on it.
    ...(from === "sortKey" ? [`${item}.sortKey <= ${day}`] : []),
    // Without an end of its own, it has happened once it began.
    ...(until === undefined ? [] : [`${item}.heldLast >= ${day}`]),
    ...(except === undefined
      ? []
      : [`none(pause IN coalesce(${item}.pauses, []) WHERE left(pause, 10) < ${day} AND right(pause, 10) > ${day})`]),
  ];
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
