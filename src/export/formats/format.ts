/** The interface of a format. */
import type { Access, Selection } from "../selection.ts";

/** The metadata in the head of an export. */
export interface About {
  title: string;
  edition: { digest: string; date: string };
}

export interface Format {
  /** Its name, which is also its file extension. */
  name: string;
  description: string;
  contentType: string;
  /** Writes a selection, piece by piece. */
  write(selection: Selection, about: About, access: Access): AsyncIterable<string>;
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
