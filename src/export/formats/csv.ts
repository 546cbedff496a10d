/** CSV (RFC 4180): one row per item; all columns of its type, then sources, licences and edition. */
import { stringify } from "csv-stringify/sync";
import type { ExportNode } from "../nodes.ts";
import { columnsOf, joined, shortEdition, textOf, type Format } from "./format.ts";

const rowsAtOnce = 200;

const contentType = "text/csv; charset=utf-8; header=present";
const columns: Format["columns"] = (types) => [...columnsOf(types), "edition"];

/** How a variant begins, and how it writes a text. */
interface Variant {
  beginning: string;
  written: (text: string) => string;
}

const excel: Format = {
  name: "csv",
  description: "a table for spreadsheets",
  contentType,
  columns,
  // Without the byte order mark, Excel would read it in the encoding of the machine.
  write: writer({ beginning: "\ufeff", written: guarded }),
};

export const csv: Format = {
  name: "csv",
  description: "a table: one row an item",
  contentType,
  columns,
  excel,
  write: writer({ beginning: "", written: (text) => text }),
};

function writer({ beginning, written }: Variant): Format["write"] {
  return async function* write(selection, { edition }, _access, chosen = columns!(selection.types)) {
    const short = shortEdition(edition);
    const cells: Record<string, (node: ExportNode) => string> = {
      id: ({ id }) => id,
      type: ({ type }) => type.name,
      sources: ({ sources }) => joined(sources),
      licences: ({ licences }) => written(joined(licences)),
      edition: () => short,
    };
    const cellOf = (node: ExportNode, name: string): string => {
      const value = node.values[name];
      if (Object.hasOwn(cells, name)) return cells[name]!(node);
      if (value === undefined) return "";
      return typeof value === "number" ? String(value) : written(textOf(value));
    };
    const textOfRows = (rows: string[][]): string =>
      stringify(rows, {
        record_delimiter: "windows",
        // Readers end a row at a lone \r or \n, too, and many trim spaces that aren't quoted.
        quoted_match: /[\r\n]|^\s|\s$/,
        // Many readers skip an empty line.
        quoted_empty: chosen.length === 1,
      });
    let rows: string[][] = [[...chosen]];
    yield beginning;
    for await (const item of selection.items()) {
      rows.push(chosen.map((name) => cellOf(item, name)));
      if (rows.length < rowsAtOnce) continue;
      yield textOfRows(rows);
      rows = [];
    }
    if (rows.length > 0) yield textOfRows(rows);
  };
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
// Of the apostrophes before it, one was added: so what was written can be told from what was there.
const computed = /^'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;

/** A text that a spreadsheet would compute, with an apostrophe before it; numbers are unchanged. */
function guarded(text: string): string {
  return computed.test(text) && !number.test(text) ? `'${text}` : text;
}
