/** A selection in Cypher: what a statement returns of `item`, and the parameters of that. */
import { namesFor, patternOf, printed } from "../model/pattern.ts";
import { pageWithin } from "../pageTerms.ts";
import { folds } from "../fold.ts";
import type { JoinedList, JoinedTarget, Selection } from "./selection.ts";

/**
 * What is returned of `item`: its id, its columns, the targets joined to it, and its lists. Columns and lengths are
 * parameters, so that the text depends only on relations, directions, filters and orders.
 */
export function returned(selection: Selection): string {
  let text = texts.get(selection);
  if (text === undefined) texts.set(selection, (text = textOf(selection)));
  return text;
}

// A statement, its key and its shape need the text of one selection.
const texts = new WeakMap<Selection, string>();

function textOf(selection: Selection): string {
  const { joined, lists } = selection;
  const [, columns, ...further] = columnsOf(selection, "item", "");
  const names = ["targets", "lists"];
  const inside =
    joined.length + lists.length === 0 ? [] : further.map((text, index) => `, ${text} AS ${names[index]!}`);
  return `item.id AS id, ${columns!} AS columns${inside.join("")}`;
}

/** The id, the columns, the targets and the lists, as far as there are any after the columns. */
function columnsOf({ joined, lists }: Selection, item: string, number: number | ""): string[] {
  const own = [`${item}.id`, `[column IN $columns${number} | ${item}[column]]`];
  if (joined.length + lists.length > 0) own.push(`[${joined.map((each) => target(each, item)).join(", ")}]`);
  if (lists.length > 0) own.push(`[${lists.map((each) => list(each, item)).join(", ")}]`);
  return own;
}

function target({ relation, number, selection }: JoinedTarget, parent: string): string {
  const names = namesFor(parent, number);
  const columns = columnsOf(selection, names.item, number).join(", ");
  return `head(COLLECT { ${printed(patternOf(relation), [], names)} RETURN [${columns}] })`;
}

/** The number of all items, or null, and the rows of the page. */
function list({ relation, number, page, condition, selection, isCounted }: JoinedList, parent: string): string {
  const pattern = patternOf(relation);
  const names = namesFor(parent, number);
  const count = isCounted ? `COUNT { (${parent})${pattern.edge!("")}() }` : "null";
  if (selection === null) return `[${count}, null]`;
  const columns = columnsOf(selection, names.item, number).join(", ");
  return `[${count}, COLLECT { ${pageWithin(pattern, page, condition, names, `limit${number}`, columns)} }]`;
}

/** The parameters of what is returned. */
export function parametersOf(selection: Selection): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  const add = ({ columns, joined, lists }: Selection, number: number | ""): void => {
    parameters[`columns${number}`] = columns;
    for (const each of joined) add(each.selection, each.number);
    for (const each of lists) {
      Object.assign(parameters, each.condition.parameters);
      if (each.selection === null) continue;
      parameters[`limit${each.number}`] = each.page.limit + 1;
      if (each.page.order.property?.datatype === "text") parameters.folds = folds;
      add(each.selection, each.number);
    }
  };
  add(selection, "");
  return parameters;
}
