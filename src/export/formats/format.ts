/** The interface of a format. */
import type { EntityType } from "../../graph/model/declarations.ts";
import { fieldsOfAll } from "../exportFields.ts";
import type { Access, Selection } from "../selection.ts";

/** The metadata in the head of an export. */
export interface About {
  /** A title for people: `meetings of Mexico`. */
  title: string;
  /** What was asked for, with its arguments, so that anyone can ask for it again. */
  request: string;
  edition: { digest: string; date: string };
}

export interface Format {
  /** Its name, which is also its file extension. */
  name: string;
  description: string;
  contentType: string;
  /** The columns from which one can choose. Undefined for a format that has none. */
  columns?: (types: readonly EntityType[]) => string[];
  /** Its variant for spreadsheets. */
  excel?: Format;
  /**
   * Writes a selection, piece by piece.
   * @param columns the chosen ones, in this order; undefined for all.
   */
  write(selection: Selection, about: About, access: Access, columns?: readonly string[]): AsyncIterable<string>;
}

/** The columns of some types: id, type, all fields, sources and licences. */
export function columnsOf(types: readonly EntityType[]): string[] {
  const fields = fieldsOfAll(types).filter(({ name }) => name !== "id");
  return ["id", "type", ...fields.map(({ name }) => name), "sources", "licences"];
}

/** Those of some values that are chosen, in the order of the columns. */
export function chosenOf(values: Record<string, unknown>, columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.flatMap((name) => (name in values ? [[name, values[name]]] : [])));
}

/** Several values in one cell or attribute, joined by `|`; a `|` or backslash within a value is escaped. */
export function joined(values: unknown[]): string {
  return values.map((each) => String(each).replace(/[\\|]/g, "\\$&")).join("|");
}

/** A value as text, for formats without types. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.some(isObject) ? JSON.stringify(value) : joined(value);
  return isObject(value) ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** A short form of the edition, for cells and file names: its day and the first digits of its digest. */
export function shortEdition({ digest, date }: About["edition"]): string {
  return `${date}-${digest.slice(0, 12)}`;
}
