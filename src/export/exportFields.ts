/** The fields of an export, from the model: values, first and last days of dates, ids of relation targets. */
import { isOwned, propertiesOf, relationsOf } from "../graph/model/model.ts";
import type { EntityType, Property, Relation } from "../graph/model/declarations.ts";
import { once } from "../graph/once.ts";

export interface ExportField {
  name: string;
  datatype: "text" | "texts" | "integer" | "float" | "boolean" | "date" | "day" | "json" | "id" | "ids";
  description: string;
  /** Its term in other vocabularies. */
  elsewhere?: string;
  property?: Property;
  relation?: Relation;
}

/** The fields of a type, `id` first, with the relations that facts state on its side. */
export const fieldsOf = once((type: EntityType): ExportField[] => [
  ...propertiesOf(type.class).flatMap(fieldsOfProperty),
  ...relationsOf(type.class)
    .filter(isOwned)
    .map((relation): ExportField => {
      const { name, description, elsewhere, many } = relation;
      return { name, datatype: many ? "ids" : "id", description, elsewhere, relation };
    }),
]);

/** The fields of several types, each name once. A field of different kinds is written as text. */
export function fieldsOfAll(types: readonly EntityType[]): ExportField[] {
  const all = new Map<string, ExportField>();
  for (const field of types.flatMap(fieldsOf)) {
    const known = all.get(field.name);
    if (!known) all.set(field.name, field);
    else if (known.datatype !== field.datatype) all.set(field.name, { ...known, datatype: "text" });
  }
  return [...all.values()];
}

function fieldsOfProperty(property: Property): ExportField[] {
  const { name, description, elsewhere } = property;
  const own: ExportField = { name, datatype: datatypeOf(property), description, property };
  if (typeof elsewhere === "string") own.elsewhere = elsewhere;
  if (own.datatype !== "date") return [own];
  const day = (which: "first" | "last"): ExportField => ({
    name: `${name}${which === "first" ? "First" : "Last"}`,
    datatype: "day",
    description: `The ${which} day that \`${name}\` can mean.`,
    property,
  });
  return [own, day("first"), day("last")];
}

function datatypeOf({ datatype }: Property): ExportField["datatype"] {
  return datatype === "enumeration" ? "text" : datatype;
}
