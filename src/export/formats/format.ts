/** What a format is. */
import type { Access, Selection } from "../selection.ts";

/** What of an export goes into its head. */
export interface About {
  title: string;
  edition: { digest: string; date: string };
}

export interface Format {
  /** The word that names it, which is also how its file names end. */
  name: string;
  description: string;
  contentType: string;
  /** Writes a selection, a piece at a time. */
  write(selection: Selection, about: About, access: Access): AsyncIterable<string>;
}

/** Several values in one cell or attribute: joined by `|`; one within a value, or a backslash, has a backslash before it. */
export function joined(values: unknown[]): string {
  return values.map((each) => String(each).replace(/[\\|]/g, "\\$&")).join("|");
}

/** A value as text, for formats that know no other. */
export function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.some(isObject) ? JSON.stringify(value) : joined(value);
  return isObject(value) ? JSON.stringify(value) : String(value);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

/** The edition in few characters, for cells and file names: its day and the first digits of its digest. */
export function shortEdition({ digest, date }: About["edition"]): string {
  return `${date}-${digest.slice(0, 12)}`;
}
