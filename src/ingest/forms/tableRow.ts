/** A row of a table, with the cells that its mapping names besides its own. */
import { readCell, wordOf } from "./cells.ts";
import type { NamedCell } from "./mapping.ts";
import type { Origin } from "../problems.ts";
import { cutTemplate, fillTemplate, type CutTemplate } from "./templates.ts";

/** The cells of a mapping, ready to be read. */
export type NamedCells = Map<string, NamedCell & { cut?: CutTemplate }>;

/** Makes the cells of a mapping ready. @throws an error when a template among them is malformed. */
export function namedCells(cells: Record<string, NamedCell>): NamedCells {
  return new Map(
    Object.entries(cells).map(([name, cell]) => [
      name,
      cell.template === undefined ? cell : { ...cell, cut: cutTemplate(cell.template) },
    ]),
  );
}

/** One row. Its cells are without white space around them. */
export class TableRow {
  /** As a program for tables counts it: the header is row 1. */
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
   * The text of a cell, of the row's own or of the mapping's; null when it is empty.
   * @throws an error that says which cell is wrong, and how.
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

/** Does something; an error of it begins with where it was. */
export function within<T>(what: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
  }
}
