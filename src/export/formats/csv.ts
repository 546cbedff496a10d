/** CSV (RFC 4180): one row per item; all columns of its type, then sources, licences and edition. */
import { stringify } from "csv-stringify/sync";
import { fieldsOfAll } from "../exportFields.ts";
import type { ExportNode } from "../nodes.ts";
import { joined, shortEdition, textOf, type Format } from "./format.ts";

const rowsAtOnce = 200;

export const csv: Format = {
  name: "csv",
  description: "a table: one row an item",
  contentType: "text/csv; charset=utf-8; header=present",
  async *write(selection, { edition }) {
    const fields = fieldsOfAll(selection.types).filter(({ name }) => name !== "id");
    const short = shortEdition(edition);
    const rowOf = ({ id, type, values, sources, licences }: ExportNode): string[] => [
      id,
      type.name,
      ...fields.map(({ name }) => cell(values[name])),
      joined(sources),
      guarded(joined(licences)),
      short,
    ];
    let rows = [["id", "type", ...fields.map(({ name }) => name), "sources", "licences", "edition"]];
    for await (const item of selection.items()) {
      rows.push(rowOf(item));
      if (rows.length < rowsAtOnce) continue;
      yield stringify(rows, { record_delimiter: "windows" });
      rows = [];
    }
    if (rows.length > 0) yield stringify(rows, { record_delimiter: "windows" });
  },
};

function cell(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "number" ? String(value) : guarded(textOf(value));
}

// A spreadsheet would run a text that begins like this as a formula. Numbers are unchanged.
function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
