/** Makes the entities of a row from a mapping, in the form of JSON Lines. */
import { published } from "../facts.ts";
import { slugOfCell, wordOf } from "./cells.ts";
import type { RowCondition, MappedEntity, MappedRecord, MappedValue, Mapping, NamedCell, Template } from "./mapping.ts";
import { readRowText, rowText, within, type RowText, type TableRow } from "./tableRow.ts";
import { cutTemplate, fillTemplate, type CutTemplate } from "./templates.ts";

/** A prepared entity of a mapping. */
export interface RowEntity {
  type: string;
  conditions: [column: string, words: string[] | null][];
  id: CutTemplate;
  at: CutTemplate[];
  words: Words;
  records: RowRecord[];
  fields: [name: string, values: RowValue[]][];
}

/** The templates around a value: its source, its place, how it was read. */
type Words = [name: string, CutTemplate][];

interface RowRecord {
  fields: [name: string, RowField][];
  at: CutTemplate[];
  words: Words;
  basis: string | undefined;
}

/** How a field's text is read. */
interface RowField {
  /** Its template is an id: cells in it become slugs. */
  slugs: boolean;
  text: RowText;
}

interface RowValue extends RowField {
  said: MappedValue;
  at: CutTemplate[];
  words: Words;
}

const templates = ["source", "given", "confidence", "note", "asOf", ...published] as const;

/**
 * Prepares an entity of a mapping.
 * @param isRelation whether a field of the type names another entity.
 * @throws an error when a template is malformed.
 */
export function rowEntity(mapping: Mapping, entity: MappedEntity, isRelation: (field: string) => boolean): RowEntity {
  const { type, id, at = mapping.at ?? "row {row}", where = {}, fields, record = [] } = entity;
  const around = Object.fromEntries(
    ["source" as const, ...published].map((name) => [name, entity[name] ?? mapping[name]]),
  );
  return {
    type,
    conditions: Object.entries(where).map(([column, condition]) => [column, wordsOf(condition)]),
    id: cutTemplate(id),
    at: cutAll(at),
    words: cutWords(around),
    records: [record].flat().map((each) => rowRecord(each, isRelation)),
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
    id: within("id", () => filled(entity.id, slugsOf(row), `Leave out such rows by "where".`)),
    at: placesOf(entity.at, row),
    ...filledWords(entity.words, row),
  };
  if (entity.records.length > 0)
    made.record = within(`${entity.type}.record`, () => entity.records.map((each) => recordOfRow(each, row)));
  for (const [name, values] of entity.fields) {
    const said = within(`${entity.type}.${name}`, () => values.flatMap((value) => valuesOfRow(value, row)));
    if (said.length > 0) made[name] = said;
  }
  return made;
}

function wordsOf(condition: RowCondition): string[] | null {
  return condition === "*" ? null : [condition].flat().map(String);
}

function rowField(given: Template | NamedCell | MappedValue, slugs: boolean): RowField {
  return { slugs, text: rowText(typeof given === "object" ? given : { template: given }) };
}

function rowValue(given: Template | MappedValue, slugs: boolean): RowValue {
  const said: MappedValue = typeof given === "object" ? given : { template: given };
  const at = said.at === undefined ? [] : cutAll(said.at);
  return { ...rowField(given, slugs), said, at, words: cutWords(said) };
}

function rowRecord(record: MappedRecord, isRelation: (field: string) => boolean): RowRecord {
  return {
    fields: Object.entries(record.fields).map(([name, each]) => [name, rowField(each, isRelation(name))]),
    at: record.at === undefined ? [] : cutAll(record.at),
    words: cutWords(record),
    basis: record.basis,
  };
}

function cutWords(said: Partial<Record<string, unknown>>): Words {
  return templates.flatMap((name): Words =>
    said[name] === undefined ? [] : [[name, cutTemplate(said[name] as Template)]],
  );
}

function cutAll(all: Template | Template[]): CutTemplate[] {
  return [all].flat().map(cutTemplate);
}

function valuesOfRow(value: RowValue, row: TableRow): object[] {
  const { basis, rank, rankReason } = value.said;
  const common = { basis, rank, rankReason, ...surroundings(value, row) };
  return contentsOf(value, row).map((content) => defined({ ...content, ...defined(common) }));
}

function recordOfRow(record: RowRecord, row: TableRow): object {
  const fields = record.fields.flatMap(([name, field]) => {
    const texts = within(name, () => readRowText(field.text, cellsFor(field, row)).map(({ answer }) => wordOf(answer)));
    return texts.length === 0 ? [] : [[name, texts.length === 1 ? texts[0] : texts]];
  });
  return defined({ fields: Object.fromEntries(fields), basis: record.basis, ...surroundings(record, row) });
}

/** Its words and its places. */
function surroundings({ words, at }: { words: Words; at: CutTemplate[] }, row: TableRow): Record<string, unknown> {
  return { ...filledWords(words, row), ...(at.length > 0 && { at: placesOf(at, row) }) };
}

/** The value without its attributes: nothing when a cell is empty. */
function contentsOf(value: RowValue, row: TableRow): Record<string, unknown>[] {
  const { said, text } = value;
  if (said.someValue) return [{ someValue: true }];
  if (said.noValue) return [{ noValue: true }];
  if (said.value !== undefined) return [{ value: said.value }];
  return readRowText(text, cellsFor(value, row)).map(({ answer, given }) => {
    const content = typeof answer === "object" ? answer : { value: answer };
    return given === undefined || text.cut ? { ...content } : { ...content, given };
  });
}

function cellsFor({ slugs, text }: RowField, row: TableRow): (name: string) => string | null {
  return slugs && (text.cut || text.empty) ? slugsOf(row, text.column) : (name) => row.cell(name);
}

/** Cells as parts of an id. @param but a column whose text is read as it is. */
function slugsOf(row: TableRow, but?: string): (name: string) => string | null {
  return (name) => {
    const text = row.cell(name);
    return text === null || name === but ? text : slugOfCell(text);
  };
}

function filledWords(words: Words, row: TableRow): Record<string, unknown> {
  return defined(
    Object.fromEntries(
      words.map(([name, template]) => {
        // A value without its source would be said by another.
        if (name === "source")
          return [
            name,
            within("source", () =>
              filled(template, slugsOf(row), `Give the cell a fallback: a named cell with "empty".`),
            ),
          ];
        return [name, fillTemplate(template, (each) => row.cell(each)).text];
      }),
    ),
  );
}

function placesOf(all: CutTemplate[], row: TableRow): string[] {
  return all.map((each) => within("at", () => filled(each, (name) => row.cell(name), "Each value has a place.")));
}

function filled(template: CutTemplate, cellOf: (name: string) => string | null, remedy: string): string {
  const { text, missing } = fillTemplate(template, cellOf);
  if (missing !== undefined) throw new Error(`the cell of "${missing}" is empty. ${remedy}`);
  return text;
}

function defined(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
