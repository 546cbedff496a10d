/** Facts in tables: CSV, with a mapping that says which entities each row makes. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { isFormula } from "./cells.ts";
import type { Fact } from "../facts.ts";
import { FileProblems } from "./fileProblems.ts";
import { linesOf, longestLine } from "./lines.ts";
import type { Origin, Problems } from "../problems.ts";
import { readEntity, type Defaults } from "./readEntity.ts";
import { readMapping, type ReadMapping } from "./readMapping.ts";
import { entityOfRow } from "./rowEntities.ts";
import { rowMaker, type RowMaker } from "./rowMaker.ts";
import { TableRow } from "./tableRow.ts";
import { writtenData } from "./written.ts";

/**
 * Reads a table row by row.
 * @param file the table, `.csv`.
 * @param mapping its mapping, `.mapping.yaml`.
 * @param take receives each entity of each row.
 */
export async function readTableFile(
  file: string,
  mapping: string,
  problems: Problems,
  take: (fact: Fact) => void,
): Promise<void> {
  const read = readMapping(mapping, problems);
  if (!read) return;
  const noted = new FileProblems(problems);
  await noted.whileReadable(() => new Table(file, read, noted, take).read());
}

interface Record {
  cells: string[];
  /** Its beginning. */
  origin: Origin;
}

class Table {
  readonly #file: string;
  readonly #mapping: ReadMapping;
  readonly #problems: FileProblems;
  readonly #take: (fact: Fact) => void;
  #rows = 0;
  /** Whether a row was refused before any entity was made of it. */
  #refused = false;
  #made: number[] = [];

  constructor(file: string, mapping: ReadMapping, problems: FileProblems, take: (fact: Fact) => void) {
    this.#file = file;
    this.#mapping = mapping;
    this.#problems = problems;
    this.#take = take;
  }

  async read(): Promise<void> {
    // The rest stands in each entity, since it may depend on the row.
    const { retrieved } = this.#mapping.mapping;
    const defaults: Defaults = { retrieved, locators: [] };
    let header: string[] | undefined;
    let maker: RowMaker | undefined;
    for await (const { cells, origin } of this.#records()) {
      this.#rows += 1;
      const texts = cells.map((cell) => cell.trim());
      if (!header) {
        header = this.#header(texts, origin);
        maker = rowMaker(this.#mapping, header, this.#problems);
        if (!maker) return;
        this.#made = maker.entities.map(() => 0);
      } else if (texts.some((text) => text !== "") && this.#isWhole(texts, header, maker!, origin)) {
        const own = new Map(header.map((name, index) => [name, texts[index]!]));
        this.#row(new TableRow(this.#rows, origin, own, maker!.cells), maker!, defaults);
      }
    }
    if (!header)
      this.#problems.add({ file: this.#file, line: 1 }, "is empty: expected a header with the names of the columns.");
    else this.#allMade();
  }

  #header(names: string[], origin: Origin): string[] {
    const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
    if (twice !== undefined)
      this.#problems.giveUp(
        origin,
        `has two columns called "${twice}": a mapping couldn't tell them apart. Rename one.`,
      );
    return names;
  }

  #isWhole(texts: string[], header: string[], { columns }: RowMaker, origin: Origin): boolean {
    if (texts.length !== header.length) {
      this.#refused = true;
      this.#problems.add(origin, `has ${texts.length} cells: expected ${header.length}, as the header has.`);
      return false;
    }
    const index = texts.findIndex((text, place) => columns.has(header[place]!) && isFormula(text));
    if (index < 0) return true;
    this.#refused = true;
    this.#problems.add(
      origin,
      `"${shortened(texts[index]!)}" in column "${header[index]!}" is a formula: expected a value. Save the table with the values.`,
    );
    return false;
  }

  #row(row: TableRow, { entities }: RowMaker, defaults: Defaults): void {
    for (const [index, entity] of entities.entries()) {
      let made;
      try {
        made = entityOfRow(entity, row);
      } catch (error) {
        // It fits, so it counts as made.
        this.#made[index]! += 1;
        this.#problems.add(row.origin, (error as Error).message);
      }
      if (made === undefined) continue;
      this.#made[index]! += 1;
      const written = writtenData(made, row.origin);
      const fact = readEntity(entity.type, written, written.entries(), defaults, this.#problems);
      if (fact) this.#take(fact);
    }
  }

  // A misspelt word would silently exclude all rows.
  #allMade(): void {
    if (this.#rows < 2)
      this.#problems.add({ file: this.#file, line: 1 }, "has a header and no rows: expected a row for each record.");
    if (this.#rows < 2 || this.#refused) return;
    for (const [index, made] of this.#made.entries())
      if (made === 0 && this.#mapping.mapping.entities[index]!.where)
        this.#problems.add(
          this.#mapping.originOf(["entities", index, "where"]),
          `fits none of the ${this.#rows - 1} rows of ${this.#file}.`,
        );
  }

  async *#records(): AsyncGenerator<Record> {
    const { delimiter = "," } = this.#mapping.mapping;
    let parsed = 0;
    const parser = parse({
      on_record: (cells: string[], { lines }) => {
        parsed = lines;
        return cells;
      },
      delimiter,
      info: true,
      relax_column_count: true,
      max_record_size: longestLine,
      // An empty line counts as a row, as in other programs.
      skip_empty_lines: false,
    });
    // The parser runs ahead of the loop, and an error ends what the loop has not yet seen.
    let line = 1;
    const flow = pipeline(Readable.from(this.#texts()), parser);
    // Its errors also come out of the loop below.
    flow.catch(() => undefined);
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
        yield { cells: record, origin: { file: this.#file, line } };
        line = info.lines + 1;
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      this.#problems.giveUp({ file: this.#file, line: parsed + 1 }, wordsOf(error));
    }
  }

  // Only line feeds: the library counts a Windows line break within a cell as two.
  async *#texts(): AsyncGenerator<string> {
    for await (const { texts } of linesOf(this.#file, this.#problems))
      yield `${texts.map((text) => text.replace(/\r$/, "")).join("\n")}\n`;
  }
}

function wordsOf(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return 'opens a quote that is closed nowhere: expected `"` at the end of the cell.';
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return 'has a quote within a cell: expected the whole cell in quotes, and each quote within as `""`.';
    case "CSV_MAX_RECORD_SIZE":
      return `begins a row of more than ${longestLine / 1024 / 1024} MB: is a quote before it closed nowhere?`;
    default:
      return `is not CSV: ${error.message}.`;
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
