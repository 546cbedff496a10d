/** A row of a table, with the named cells of its mapping. */
import { readCell, wordOf, type CellFormat, type CellValue } from "./cells.ts";
import type { MappedValue, WordMeaning } from "./mapping.ts";
import type { Origin } from "../problems.ts";
import { cutTemplate, fillTemplate, type CutTemplate } from "./templates.ts";

/** How a text of a row is read, prepared: a cell or a template, and what an empty one states. */
export interface RowText {
  format: CellFormat;
  column?: string | undefined;
  cut?: CutTemplate;
  empty?: CutTemplate | Exclude<WordMeaning, null | string | number | boolean>;
}

/** The prepared cells of a mapping. */
export type NamedCells = Map<string, RowText>;

/** Prepares the reading of a text. @throws an error when a template is malformed. */
export function rowText(format: CellFormat & Pick<MappedValue, "column" | "template" | "empty">): RowText {
  const { column, template, empty } = format;
  return {
    format,
    column,
    ...(template !== undefined && { cut: cutTemplate(template) }),
    ...(empty !== undefined && { empty: typeof empty === "object" ? empty : cutTemplate(empty) }),
  };
}

/**
 * The values of a text.
 * @param cellOf gives the text of a cell, or null when it is empty.
 * @returns none when its cell, or a cell of its template, is empty, or states nothing, and there is no fallback.
 * @throws an error that says what was expected.
 */
export function readRowText(
  { format, column, cut, empty }: RowText,
  cellOf: (name: string) => string | null,
): CellValue[] {
  const text = cut ? (fillTemplate(cut, cellOf).text ?? null) : cellOf(column!);
  const values = text === null ? [] : readCell(text, format);
  if (values.length > 0 || empty === undefined) return values;
  if (!("parts" in empty)) return [{ answer: empty }];
  const answer = fillTemplate(empty, cellOf).text;
  return answer === undefined || answer === "" ? [] : [{ answer }];
}

/** One row. Its cells are trimmed. */
export class TableRow {
  /** As in a spreadsheet: the header is row 1. */
  readonly number: number;
  readonly origin: Origin;
  readonly #own: Map<string, string>;
  readonly #named: NamedCells;
  readonly #read = new Map<string, string | null>();

  constructor(number: number, origin: Origin, own: Map<string, string>, named: NamedCells) {
    this.number = number;
    this.origin = origin;
    this.#own = own;
    this.#named = named;
  }

  /**
   * The text of a cell, from the row or the mapping; null when it is empty.
   * @throws an error that names the wrong cell and the reason.
   */
  cell(name: string): string | null {
    if (name === "row") return String(this.number);
    if (name === "line") return String(this.origin.line);
    const own = this.#own.get(name);
    if (own !== undefined) return own === "" ? null : own;
    let read = this.#read.get(name);
    if (read === undefined) this.#read.set(name, (read = this.#readNamed(name)));
    return read;
  }

  #readNamed(name: string): string | null {
    const [found] = within(`cell "${name}"`, () => readRowText(this.#named.get(name)!, (each) => this.cell(each)));
    return found === undefined ? null : wordOf(found.answer);
  }
}

/** Runs something; its errors are prefixed with the place. */
export function within<T>(what: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
