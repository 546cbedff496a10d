/** Checks a mapping against its table's header and the model: mistakes are reported once, not for each row. */
import "../../entities/entities.ts";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { statedTypes, typeNamed, typeOf } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { mistakesIn } from "../checkSaying.ts";
import { published } from "../facts.ts";
import { fieldsOf, storedValue, type StatedField } from "../fields.ts";
import type { MappedEntity, MappedValue, NamedCell, Template } from "./mapping.ts";
import { problemOf, type Problems } from "../problems.ts";
import { References } from "../references.ts";
import type { YamlPath } from "./yamlForm.ts";
import type { ReadMapping } from "./readMapping.ts";
import { rowEntity, type RowEntity } from "./rowEntities.ts";
import { rowText, type NamedCells } from "./tableRow.ts";
import { cellsOf, cutTemplate } from "./templates.ts";

/** Makes entities from rows. */
export interface RowMaker {
  cells: NamedCells;
  entities: RowEntity[];
  /** The columns that it reads. */
  columns: Set<string>;
}

/**
 * Prepares a mapping for the rows of a table.
 * @param header the names of the columns.
 * @returns undefined when the mapping doesn't fit: noted with its line in the mapping.
 */
export function rowMaker(read: ReadMapping, header: string[], problems: Problems): RowMaker | undefined {
  const check = new Check(read, header, problems);
  const { cells = {}, at, entities } = read.mapping;
  for (const [name, cell] of Object.entries(cells)) check.namedCell(name, cell);
  check.templates(["at"], at);
  check.words([], read.mapping);
  for (const [index, entity] of entities.entries()) check.entity(["entities", index], entity);
  if (check.wrong) return undefined;
  return {
    cells: new Map(Object.entries(cells).map(([name, cell]) => [name, rowText(cell)])),
    entities: entities.map((entity) => {
      const fields = fieldsOf(typeNamed(entity.type)!);
      return rowEntity(read.mapping, entity, (name) => fields.get(name)?.relation !== undefined);
    }),
    columns: check.columns,
  };
}

class Check {
  wrong = false;
  /** The columns read. */
  readonly columns = new Set<string>();
  readonly #read: ReadMapping;
  readonly #problems: Problems;
  readonly #known: Set<string>;
  readonly #hint: string;
  readonly #wrongAt = new Set<string>();

  constructor(read: ReadMapping, header: string[], problems: Problems) {
    this.#read = read;
    this.#problems = problems;
    this.#known = new Set(header);
    const alone = header.length === 1 && /[;\t|]/.test(header[0]!);
    this.#hint = alone ? ` The header is one cell: say "delimiter" if that is not a comma.` : "";
  }

  namedCell(name: string, cell: NamedCell): void {
    const path = ["cells", name];
    if (this.#known.has(name) || ownCells.includes(name))
      this.#add(path, `"${name}" is the name of a column, or of another cell: give the cell a name of its own.`);
    this.#reading(path, cell);
    // After that, so that no cell refers to itself.
    this.#known.add(name);
  }

  entity(path: YamlPath, entity: MappedEntity): void {
    const type = typeNamed(entity.type);
    const isStated = type !== undefined && statedTypes().includes(type);
    if (!isStated) {
      const names = statedTypes().map(({ name }) => name);
      const near = didYouMean(nearest(entity.type, names)) || `. The types are ${names.join(", ")}.`;
      this.#add([...path, "type"], `"${entity.type}" is not a type of fact${near}`);
    }
    this.templates([...path, "id"], entity.id);
    this.templates([...path, "at"], entity.at);
    this.words(path, entity);
    for (const column of Object.keys(entity.where ?? {})) this.#column([...path, "where", column], column);
    for (const [name, values] of Object.entries(entity.fields))
      for (const [index, value] of [values].flat().entries())
        this.#value(
          [...path, "fields", name, ...(Array.isArray(values) ? [index] : [])],
          value,
          isStated ? this.#field([...path, "fields", name], type, name) : undefined,
        );
    for (const [index, record] of [entity.record ?? []].flat().entries()) {
      const at = [...path, "record", ...(Array.isArray(entity.record) ? [index] : [])];
      this.templates([...at, "at"], record.at);
      this.words(at, record);
      for (const [name, value] of Object.entries(record.fields)) {
        const field = [...at, "fields", name];
        if (isStated && !type.recordFields.includes(name))
          this.#add(
            field,
            `${type.name}.${name} can't be part of a record. These can: ${type.recordFields.join(", ") || "none"}.`,
          );
        this.#value(field, value, isStated ? fieldsOf(type).get(name) : undefined);
      }
    }
  }

  /** The templates around a value, and those that are the same in all rows. */
  words(path: YamlPath, said: Partial<Record<string, unknown>>): void {
    for (const word of templatesAround) {
      const template = said[word] as Template | undefined;
      this.templates([...path, word], template);
      if (template === undefined || hasCells(template)) continue;
      const text = word === "confidence" ? Number(template) : String(template);
      for (const mistake of mistakesIn({ [word]: text })) this.#add([...path, word], mistake);
    }
  }

  #value(path: YamlPath, value: Template | NamedCell | MappedValue, field: StatedField | undefined): void {
    const said: MappedValue = typeof value === "object" ? value : { template: value };
    this.#reading(path, said);
    this.templates([...path, "at"], said.at);
    this.words(path, said);
    if (field && !this.#wrongAt.has(path.join()))
      for (const [word, constant] of constantsOf(said)) {
        const wrong = problemOf(() => checkConstant(field, constant));
        const at = typeof value === "object" ? [...path, ...word] : path;
        if (wrong !== undefined) this.#add(at, `${nameOf(field)}: ${wrong}`);
      }
  }

  #reading(path: YamlPath, { column, template, empty }: Pick<MappedValue, "column" | "template" | "empty">): void {
    if (column !== undefined) this.#column([...path, "column"], column);
    this.templates([...path, "template"], template);
    if (typeof empty !== "object") this.templates([...path, "empty"], empty);
  }

  templates(path: YamlPath, given: string | number | boolean | (string | number | boolean)[] | undefined): void {
    for (const each of given === undefined ? [] : [given].flat())
      try {
        for (const name of cellsOf(cutTemplate(each))) if (!ownCells.includes(name)) this.#column(path, name);
      } catch (error) {
        this.#add(path, (error as Error).message);
      }
  }

  #field(path: YamlPath, type: EntityType, name: string): StatedField | undefined {
    const fields = fieldsOf(type);
    const names = [...fields.keys()];
    if (!fields.has(name))
      this.#add(
        path,
        `${type.name} has no field "${name}" to state${didYouMean(nearest(name, names)) || `. It has ${names.sort().join(", ")}.`}`,
      );
    return fields.get(name);
  }

  #column(path: YamlPath, name: string): void {
    this.columns.add(name);
    if (this.#known.has(name)) return;
    const known = [...this.#known].filter((each) => each !== "");
    const near = didYouMean(nearest(name, known)) || `. It has ${known.join(", ")}.`;
    this.#add(path, `the table has no column "${name}"${near}${this.#hint}`);
  }

  #add(path: YamlPath, message: string): void {
    this.wrong = true;
    this.#wrongAt.add(path.join());
    this.#problems.add(this.#read.originOf(path), message);
  }
}

/** Cells that each row has besides its columns. */
const ownCells = ["row", "line"];

const templatesAround = ["source", "retrieved", "given", "confidence", "note", "asOf", ...published] as const;

function hasCells(template: Template): boolean {
  try {
    return cellsOf(cutTemplate(template)).length > 0;
  } catch {
    // Reported as a template.
    return true;
  }
}

/** What is the same in all rows that state it, with its place in the value. */
function* constantsOf(said: MappedValue): Generator<[YamlPath, unknown]> {
  if (said.value !== undefined) yield [["value"], said.value];
  const { as, words = {}, split, part, template, empty } = said;
  for (const [word, answer] of Object.entries(words))
    if (answer !== null && typeof answer !== "object") yield [["words", word], answer];
  if (typeof empty !== "object" && empty !== undefined && !hasCells(empty)) yield [["empty"], empty];
  if (
    template !== undefined &&
    !hasCells(template) &&
    (as ?? split ?? part) === undefined &&
    Object.keys(words).length === 0
  )
    yield [["template"], template];
}

/** @throws an error when a field can't have the value. */
function checkConstant({ property, relation }: StatedField, constant: unknown): void {
  const value = typeof constant === "number" || typeof constant === "boolean" ? constant.toString() : constant;
  if (property) storedValue(property, value);
  else if (typeof value !== "string") throw new Error("expected the id of an entity.");
  else new References().refer(value, typeOf(relation.target()), { file: "", line: 0 });
}

function nameOf({ property, relation }: StatedField): string {
  return (property ?? relation).name;
}
