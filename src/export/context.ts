/** The context of JSON-LD, derived from the model. */
import { entityTypes } from "../graph/model/model.ts";
import type { EntityType } from "../graph/model/declarations.ts";
import { fieldsOf, type ExportField } from "./exportFields.ts";
import { prefixes } from "./vocabulary.ts";

let made: object | undefined;

/** The value of `@context`. Field meanings are scoped by type. */
export function context(): object {
  return (made ??= {
    "@version": 1.1,
    ...prefixes,
    id: "@id",
    type: "@type",
    identifier: "schema:identifier",
    sources: { "@id": "prov:wasDerivedFrom", "@type": "@id" },
    licences: "schema:license",
    sameAs: { "@id": "schema:sameAs", "@type": "@id" },
    ...Object.fromEntries(
      entityTypes().map((type) => [
        type.name,
        {
          "@id": own(type.name),
          "@context": Object.fromEntries(
            fieldsOf(type)
              .filter(({ name }) => name !== "id")
              .map((field) => [field.name, term(field)]),
          ),
        },
      ]),
    ),
  });
}

/** The types of an entity: its name here, and its terms in other vocabularies. */
export function typesOf({ name, elsewhere }: EntityType): string[] {
  return [name, ...elsewhere, "prov:Entity"];
}

function own(word: string): string {
  return `entente:vocabulary:${word}`;
}

const datatypes: Partial<Record<ExportField["datatype"], string>> = {
  date: "edtf:EDTF",
  day: "xsd:date",
  integer: "xsd:integer",
  float: "xsd:double",
  boolean: "xsd:boolean",
  json: "@json",
  id: "@id",
  ids: "@id",
};

function term(field: ExportField): object {
  const type = datatypes[field.datatype];
  return {
    "@id": field.elsewhere ?? own(field.name),
    ...(type && { "@type": type }),
    ...(field.relation?.ordered && { "@container": "@list" }),
  };
}
