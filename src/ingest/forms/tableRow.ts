/** A row of a table, with the named cells of its mapping. */
import { readCell, wordOf } from "./cells.ts";
import type { NamedCell } from "./mapping.ts";
import type { Origin } from "../problems.ts";
import { cutTemplate, fillTemplate, type CutTemplate } from "./templates.ts";

/** The prepared cells of a mapping. */
export type NamedCells = Map<string, NamedCell & { cut?: CutTemplate }>;

/** Prepares the cells of a mapping. @throws an error when a template is malformed. */
export function namedCells(cells: Record<string, NamedCell>): NamedCells {
  return new Map(
    Object.entries(cells).map(([name, cell]) => [
      name,
      cell.template === undefined ? cell : { ...cell, cut: cutTemplate(cell.template) },
    ]),
  );
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
    const own = this.#own.get(name);
    if (own !== undefined) return own === "" ? null : own;
    let read = this.#read.get(name);
    if (read === undefined) this.#read.set(name, (read = this.#readNamed(name)));
    return read;
  }

  #readNamed(name: string): string | null {
    const cell = this.#named.get(name)!;
    const text = cell.cut ? (fillTemplate(cell.cut, (each) => this.cell(each)).text ?? null) : this.cell(cell.column!);
    if (text === null) return null;
    const [found] = within(`cell "${name}"`, () => readCell(text, cell));
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
