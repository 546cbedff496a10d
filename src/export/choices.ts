/** What a request chooses of a format: its columns, and its variant for spreadsheets. */
import type { EntityType } from "../graph/model/declarations.ts";
import { didYouMean, inputError } from "../graph/errors.ts";
import { nearest } from "../graph/id.ts";
import type { Asked } from "./parseSelection.ts";
import type { Format } from "./formats/format.ts";
import { formats } from "./formats/formats.ts";

export interface Chosen {
  /** The format, or its variant. */
  format: Format;
  /** The names of columns as given. */
  columns: string[] | undefined;
  /** The arguments that remain: those of the selection. */
  parameters: Asked["parameters"];
}

/** Parses the choices among the arguments of a request. @throws BAD_USER_INPUT when the format doesn't have them. */
export function readChoices({ columns, excel, ...parameters }: Asked["parameters"], format: Format): Chosen {
  if (columns !== undefined && !format.columns) throw onlyFor("columns", format, (each) => each.columns);
  if (excel !== undefined && !["", "true", "false"].includes(excel))
    throw inputError(`"excel" is true or false, or has no value; got ${JSON.stringify(excel.slice(0, 100))}.`);
  const isForExcel = excel !== undefined && excel !== "false";
  if (isForExcel && !format.excel) throw onlyFor("excel", format, (each) => each.excel);
  return {
    format: isForExcel ? format.excel! : format,
    columns: columns?.split(",").map((name) => name.trim()),
    parameters,
  };
}

function onlyFor(choice: string, { name }: Format, has: (format: Format) => unknown): Error {
  const names = formats.filter(has).map((each) => each.name);
  return inputError(
    `The format ${name} takes no "${choice}"; ${names.join(", ")} ${names.length > 1 ? "do" : "does"}.`,
  );
}

/** Checks the names of columns. @throws BAD_USER_INPUT for an unknown name, an empty one, or one given twice. */
export function checkColumns({ columns, format }: Chosen, types: readonly EntityType[]): void {
  if (columns === undefined) return;
  const known = format.columns!(types);
  for (const [index, name] of columns.entries()) {
    if (name === "") throw inputError(`"columns" has an empty name. The columns are ${known.join(", ")}.`);
    if (columns.indexOf(name) < index) throw inputError(`"columns" names "${name}" twice.`);
    if (known.includes(name)) continue;
    const given = name.slice(0, 100);
    throw inputError(
      `There is no column "${given}"${didYouMean(nearest(given, known)) || `. The columns are ${known.join(", ")}.`}`,
    );
  }
}
