/** Makes the entities of a row from a mapping, in the form of JSON Lines. */
import { readCell, slugOfCell } from "./cells.ts";
import type { RowCondition, MappedEntity, MappedValue, Mapping, Template } from "./mapping.ts";
import { within, type TableRow } from "./tableRow.ts";
import { cutTemplate, fillTemplate, type CutTemplate } from "./templates.ts";

type Constant = string | number | boolean;

/** A prepared entity of a mapping. */
export interface RowEntity {
  type: string;
  conditions: [column: string, words: string[] | null][];
  id: CutTemplate;
  at: CutTemplate[];
  source: string | undefined;
  fields: [name: string, values: RowValue[]][];
}

interface RowValue {
  /** Its template is an id: cells in it become slugs. */
  slugs: boolean;
  said: MappedValue;
  template?: CutTemplate;
  words: [name: "given" | "note" | "asOf", CutTemplate][];
  at: CutTemplate[];
}

/**
 * Prepares an entity of a mapping.
 * @param isRelation whether a field of the type names another entity.
 * @throws an error when a template is malformed.
 */
export function rowEntity(
  { at: atOfAll = "row {row}" }: Mapping,
  { type, id, at = atOfAll, source, where = {}, fields }: MappedEntity,
  isRelation: (field: string) => boolean,
): RowEntity {
  return {
    type,
    conditions: Object.entries(where).map(([column, condition]) => [column, wordsOf(condition)]),
    id: cutTemplate(id),
    at: cutAll(at),
    source,
    fields: Object.entries(fields).map(([name, given]) => [
      name,
      [given].flat().map((each) => rowValue(each, isRelation(name))),
    ]),
  };
}

/**
 * Makes the entity of a row.
 * @returns an object as in JSON Lines, or undefined when `where` excludes the row.
 * @throws an error that names the wrong cell and the reason.
 */
export function entityOfRow(entity: RowEntity, row: TableRow): Record<string, unknown> | undefined {
  for (const [column, words] of entity.conditions) {
    const text = row.cell(column) ?? "";
    if (words ? !words.includes(text) : text === "") return undefined;
  }
  const made: Record<string, unknown> = {
    id: within("id", () => filled(entity.id, (name) => slugOrNull(row.cell(name)), `Leave out such rows by "where".`)),
    at: placesOf(entity.at, row),
  };
  if (entity.source !== undefined) made.source = entity.source;
  for (const [name, values] of entity.fields) {
    const said = within(`${entity.type}.${name}`, () => values.flatMap((value) => valuesOfRow(value, row)));
    if (said.length > 0) made[name] = said;
  }
  return made;
}

function wordsOf(condition: RowCondition): string[] | null {
  return condition === "*" ? null : [condition].flat().map(String);
}

function rowValue(given: Template | MappedValue, slugs: boolean): RowValue {
  const said: MappedValue = typeof given === "object" ? given : { template: given };
  const words = (["given", "note", "asOf"] as const).flatMap((name) => {
    const text = said[name];
    return text === undefined ? [] : [[name, cutTemplate(text)] as RowValue["words"][number]];
  });
  const at = said.at === undefined ? [] : cutAll(said.at);
  const template = said.template === undefined ? {} : { template: cutTemplate(said.template) };
  return { slugs, said, ...template, words, at };
}

function cutAll(templates: Template | Template[]): CutTemplate[] {
  return [templates].flat().map(cutTemplate);
}

function valuesOfRow(value: RowValue, row: TableRow): object[] {
  const { said } = value;
  const { source, basis, confidence, rank, rankReason } = said;
  const common: Record<string, unknown> = { source, basis, confidence, rank, rankReason };
  for (const [name, template] of value.words) common[name] = fillTemplate(template, (each) => row.cell(each)).text;
  if (value.at.length > 0) common.at = placesOf(value.at, row);
  return contentsOf(value, row).map((content) => defined({ ...content, ...defined(common) }));
}

/** The value without its attributes: nothing when a cell is empty. */
function contentsOf({ said, template, slugs }: RowValue, row: TableRow): Record<string, unknown>[] {
  if (said.someValue) return [{ someValue: true }];
  if (said.noValue) return [{ noValue: true }];
  if (said.value !== undefined) return [{ value: said.value }];
  const cellOf = (name: string): string | null => (slugs ? slugOrNull(row.cell(name)) : row.cell(name));
  const text = template ? (fillTemplate(template, cellOf).text ?? null) : row.cell(said.column!);
  if (text === null) return [];
  return readCell(text, said).map(({ answer, given }) => {
    const content = typeof answer === "object" ? answer : { value: answer as Constant };
    return given === undefined || template ? { ...content } : { ...content, given };
  });
}

function placesOf(templates: CutTemplate[], row: TableRow): string[] {
  return templates.map((each) => within("at", () => filled(each, (name) => row.cell(name), "Each value has a place.")));
}

function filled(template: CutTemplate, cellOf: (name: string) => string | null, remedy: string): string {
  const { text, missing } = fillTemplate(template, cellOf);
  if (missing !== undefined) throw new Error(`the cell of "${missing}" is empty. ${remedy}`);
  return text;
}

function slugOrNull(text: string | null): string | null {
  return text === null ? null : slugOfCell(text);
}

function defined(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
