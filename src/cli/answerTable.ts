/** An answer in GraphQL as a table for a terminal. */
import Table from "cli-table3";

type Fields = Record<string, unknown>;

/** A list of the answer, and where. */
interface Found {
  at: string;
  items: unknown[];
  /** How many there are on all pages, if the answer says so. */
  total: unknown;
}

/**
 * The first list of objects in an answer, as a table below a line that says what it is. Objects within a row become
 * columns such as `host.name`. A list within a row becomes its values, or the number of its items if each has several.
 * A null is `–`; what a row wasn't asked for is empty.
 * @param width the columns of the terminal; longer rows are wrapped. Without it, none is.
 */
export function tableOf(answer: Fields, width?: number): string {
  const lists = [...listsIn(answer, "")];
  const shown = lists.find(({ items }) => items.some(isObject)) ?? lists[0] ?? { at: "", items: [answer], total: null };
  const rows = shown.items.map((item) => flat(item));
  const names = columnsOf(rows);
  return [
    ...(shown.at ? [`${shown.at}: ${numberOf(shown)}`] : []),
    ...(names.length > 0 ? [drawn(names, rows, width)] : []),
    ...lists.filter((list) => list !== shown).map((list) => `Not shown: ${list.at}, ${numberOf(list)}`),
  ].join("\n");
}

/** All lists that aren't inside another, in the order of the answer. */
function* listsIn(value: Fields, at: string): Generator<Found> {
  for (const [name, inner] of Object.entries(value)) {
    const place = at ? `${at}.${name}` : name;
    if (Array.isArray(inner)) yield { at: place, items: inner, total: value.totalCount };
    else if (isObject(inner)) yield* listsIn(inner, place);
  }
}

function numberOf({ items, total }: Found): string {
  const of = typeof total === "number" && total !== items.length ? `${items.length} of ${total}` : `${items.length}`;
  return `${of} ${of === "1" ? "row" : "rows"}`;
}

/** A row by dotted names. */
function flat(value: unknown, at = "", row: Map<string, unknown> = new Map<string, unknown>()): Map<string, unknown> {
  if (isObject(value)) for (const [name, inner] of Object.entries(value)) flat(inner, at ? `${at}.${name}` : name, row);
  else row.set(at, Array.isArray(value) ? inOneCell(value) : value);
  return row;
}

function inOneCell(items: unknown[]): string {
  const values = items.map((item) => [...flat(item).values()]);
  if (items.length > 0 && values.every(({ length }) => length === 1))
    return values.map(([value]) => text(value)).join(", ");
  return items.length === 1 ? "1 item" : `${items.length} items`;
}

/** The names of all rows. Not `host`, which is null in a row, if another has `host.name`. */
function columnsOf(rows: Map<string, unknown>[]): string[] {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
}

function cellOf(row: Map<string, unknown>, name: string): string {
  if (row.has(name)) return text(row.get(name));
  const isInNull = [...row.keys()].some((outer) => name.startsWith(`${outer}.`));
  return isInNull ? text(null) : "";
}

/** A value on one line. Control characters are left out, since a terminal would obey them. */
function text(value: unknown): string {
  return value === null
    ? "–"
    : (typeof value === "string" ? value : JSON.stringify(value)).replaceAll(/\p{Cc}+/gu, " ");
}

function drawn(names: string[], rows: Map<string, unknown>[], width: number | undefined): string {
  const cells = rows.map((row) => names.map((name) => cellOf(row, name)));
  const isNumber = names.map((name) => rows.every((row) => typeof (row.get(name) ?? 0) === "number"));
  const widths = width === undefined ? undefined : widthsOf([names, ...cells], width);
  const table = new Table({
    head: names.map((name) => name || "value"),
    colAligns: isNumber.map((is) => (is ? "right" : "left")),
    // Wrapped rows need lines between them.
    style: { head: [], border: [], compact: width === undefined },
    ...(widths && { colWidths: widths, wordWrap: true }),
  });
  // A word that is longer than its column would be cut: an id, a date.
  const fits = (content: string, index: number): boolean =>
    content.split(" ").every(({ length }) => !widths || length <= widths[index]! - 2);
  table.push(
    ...cells.map((row) => row.map((content, index) => ({ content, wrapOnWordBoundary: fits(content, index) }))),
  );
  return table.toString();
}

/** The widths of columns with their two spaces: the widest give way until all, and the lines between them, fit. */
function widthsOf(cells: string[][], width: number): number[] {
  const wanted = cells[0]!.map((_, index) => Math.max(...cells.map((row) => row[index]!.length)) + 2);
  const room = width - wanted.length - 1;
  const sumAt = (most: number): number => wanted.reduce((sum, each) => sum + Math.min(each, most), 0);
  let most = Math.max(...wanted);
  while (most > narrowest && sumAt(most) > room) most -= 1;
  return wanted.map((each) => Math.min(each, most));
}

const narrowest = 8;

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
