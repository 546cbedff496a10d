/** Checks a mapping against its table's header and the model: mistakes are reported once, not for each row. */
import "../../entities/entities.ts";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { statedTypes, typeNamed } from "../../graph/model/model.ts";
import type { EntityType } from "../../graph/model/declarations.ts";
import { fieldsOf } from "../fields.ts";
import type { MappedEntity, NamedCell } from "./mapping.ts";
import type { Problems } from "../problems.ts";
import type { YamlPath } from "./yamlForm.ts";
import type { ReadMapping } from "./readMapping.ts";
import { rowEntity, type RowEntity } from "./rowEntities.ts";
import { namedCells, type NamedCells } from "./tableRow.ts";
import { cellsOf, cutTemplate } from "./templates.ts";

/** Makes entities from rows. */
export interface RowMaker {
  cells: NamedCells;
  entities: RowEntity[];
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
  for (const [index, entity] of entities.entries()) check.entity(["entities", index], entity);
  if (check.wrong) return undefined;
  return {
    cells: namedCells(cells),
    entities: entities.map((entity) => {
      const fields = fieldsOf(typeNamed(entity.type)!);
      return rowEntity(read.mapping, entity, (name) => fields.get(name)?.relation !== undefined);
    }),
  };
}

class Check {
  wrong = false;
  readonly #read: ReadMapping;
  readonly #problems: Problems;
  readonly #known: Set<string>;
  readonly #hint: string;

  constructor(read: ReadMapping, header: string[], problems: Problems) {
    this.#read = read;
    this.#problems = problems;
    this.#known = new Set(header);
    const alone = header.length === 1 && /[;\t|]/.test(header[0]!);
    this.#hint = alone ? ` The header is one cell: say "delimiter" if that is not a comma.` : "";
  }

  namedCell(name: string, cell: NamedCell): void {
    const path = ["cells", name];
    if (this.#known.has(name) || name === "row")
      this.#add(path, `"${name}" is the name of a column, or of another cell: give the cell a name of its own.`);
    if (cell.column !== undefined) this.#column([...path, "column"], cell.column);
    this.templates([...path, "template"], cell.template);
    // After that, so that no cell refers to itself.
    this.#known.add(name);
  }

  entity(path: YamlPath, entity: MappedEntity): void {
    const type = typeNamed(entity.type);
    if (!type || !statedTypes().includes(type)) {
      const names = statedTypes().map(({ name }) => name);
      const near = didYouMean(nearest(entity.type, names)) || `. The types are ${names.join(", ")}.`;
      this.#add([...path, "type"], `"${entity.type}" is not a type of fact${near}`);
    } else this.#fields(path, type, entity);
    this.templates([...path, "id"], entity.id);
    this.templates([...path, "at"], entity.at);
    for (const column of Object.keys(entity.where ?? {})) this.#column([...path, "where", column], column);
    for (const [name, values] of Object.entries(entity.fields))
      for (const [index, value] of [values].flat().entries()) {
        const at = [...path, "fields", name, ...(Array.isArray(values) ? [index] : [])];
        if (typeof value !== "object") {
          this.templates(at, value);
          continue;
        }
        if (value.column !== undefined) this.#column([...at, "column"], value.column);
        for (const word of ["template", "at", "given", "note", "asOf"] as const)
          this.templates([...at, word], value[word]);
      }
  }

  templates(path: YamlPath, given: string | number | boolean | (string | number | boolean)[] | undefined): void {
    for (const each of given === undefined ? [] : [given].flat())
      try {
        for (const name of cellsOf(cutTemplate(each))) if (name !== "row") this.#column(path, name);
      } catch (error) {
        this.#add(path, (error as Error).message);
      }
  }

  #fields(path: YamlPath, type: EntityType, { fields }: MappedEntity): void {
    const names = [...fieldsOf(type).keys()];
    for (const name of Object.keys(fields))
      if (!names.includes(name))
        this.#add(
          [...path, "fields", name],
          `${type.name} has no field "${name}" to state${didYouMean(nearest(name, names)) || `. It has ${names.sort().join(", ")}.`}`,
        );
  }

  #column(path: YamlPath, name: string): void {
    if (this.#known.has(name)) return;
    const known = [...this.#known].filter((each) => each !== "");
    const near = didYouMean(nearest(name, known)) || `. It has ${known.join(", ")}.`;
    this.#add(path, `the table has no column "${name}"${near}${this.#hint}`);
  }

  #add(path: YamlPath, message: string): void {
    this.wrong = true;
    this.#problems.add(this.#read.originOf(path), message);
  }
}
