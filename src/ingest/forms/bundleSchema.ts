/** The forms of a bundle's files as JSON Schemas, derived from the classes: for editors, and for programs that write bundles. */
import * as z from "zod";
import "../../entities/entities.ts";
import { ClaimBasis, ClaimRank } from "../../entities/Claim.ts";
import { implementationsOf, statedTypes, typeOf } from "../../graph/model/model.ts";
import type { EntityType, Property, Relation } from "../../graph/model/declarations.ts";
import { fieldsOf } from "../fields.ts";
import { mappingForm } from "./mapping.ts";
import { wordOfRecords, wordsOfRecord } from "./readEntity.ts";

type JsonSchema = Record<string, unknown>;

const text: JsonSchema = { type: "string" };
// YAML reads 2023 and 484 as numbers; they are taken literally.
const textOrNumber: JsonSchema = { type: ["string", "number"] };
const date: JsonSchema = {
  ...textOrNumber,
  description: "A date in EDTF: 2023-12-27, 2024-01, 1847, 1984?, 2021/..",
  examples: ["2023-12-27"],
};
const source: JsonSchema = { ...text, pattern: "^source:", description: "The id of a Source." };
const places: JsonSchema = {
  anyOf: [textOrNumber, { type: "array", items: textOrNumber, minItems: 1 }],
  description: "Where in the source: a paragraph, the id of a record; a list makes a claim for each.",
};

/** Where a record was published. */
const published: JsonSchema = {
  page: { ...text, description: "The publisher's page about the record." },
  file: { ...text, description: "The file of the published data set and the line: `data/mexico.xml:12`." },
  revision: { ...text, description: "The revision of the publication that has the record, such as a commit." },
};

const draft = "https://json-schema.org/draft/2020-12/schema";

/** Defaults of a YAML file, and of the first line of JSON Lines. */
const defaults: JsonSchema = {
  source: { ...source, description: "The source of each claim of the file, unless a value says otherwise." },
  retrieved: { ...date, description: "When the copy of the source was taken (EDTF), if it is known." },
  at: places,
  ...published,
};

/** The schema (draft 2020-12) of a file in YAML, whose aliases and merge keys are resolved. */
export function bundleSchema(): JsonSchema {
  const types = statedTypes();
  return {
    $schema: draft,
    title: "A file of an Entente bundle",
    type: "object",
    required: ["facts"],
    additionalProperties: false,
    properties: {
      ...defaults,
      anchors: { description: "Ignored: a place for YAML anchors." },
      facts: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          types.map(({ name }) => [name, { type: "array", items: { $ref: `#/$defs/${name}` } }]),
        ),
      },
    },
    $defs: { ...definitions(types), ...Object.fromEntries(types.map((type) => [type.name, entitySchema(type)])) },
  };
}

/** The schema of one line of a file in JSON Lines: an entity, or the defaults of the file. */
export function bundleLineSchema(): JsonSchema {
  const types = statedTypes();
  return {
    $schema: draft,
    title: "A line of an Entente bundle",
    type: "object",
    if: { required: ["type"] },
    // oxlint-disable-next-line unicorn/no-thenable
    then: {
      properties: { type: { enum: types.map(({ name }) => name) } },
      allOf: types.map(({ name }) => ({
        if: { properties: { type: { const: name } } },
        // oxlint-disable-next-line unicorn/no-thenable
        then: { $ref: `#/$defs/${name}` },
      })),
    },
    else: { description: "The first line may have no type.", additionalProperties: false, properties: defaults },
    $defs: {
      ...definitions(types),
      ...Object.fromEntries(types.map((type) => [type.name, entitySchema(type, { type: { const: type.name } })])),
    },
  };
}

/** The schema of the mapping of a table. */
export function mappingSchema(): JsonSchema {
  return z.toJSONSchema(mappingForm, { target: "draft-2020-12" });
}

function definitions(types: readonly EntityType[]): JsonSchema {
  return {
    claim: {
      type: "object",
      description: "Attributes of a value: its place, and how it was read.",
      properties: {
        given: { ...textOrNumber, description: "The value as written in the source, if different." },
        at: places,
        source,
        basis: { enum: Object.keys(ClaimBasis), default: "STATED" },
        confidence: { type: "number", minimum: 0, maximum: 1, default: 1 },
        note: { ...text, description: "How the value was read, if not obvious." },
        asOf: { ...date, description: "The time that the claim is about (EDTF)." },
        rank: { enum: Object.keys(ClaimRank) },
        rankReason: text,
        ...published,
      },
    },
    ...Object.fromEntries(types.flatMap((type) => statedFields(type).map(shapeOf))),
    ...Object.fromEntries(
      types.flatMap((type) => (type.recordFields.length > 0 ? [[recordName(type.name), recordOf(type)]] : [])),
    ),
  };
}

function entitySchema(type: EntityType, more: JsonSchema = {}): JsonSchema {
  const fields = statedFields(type);
  const required = fields.filter((field) => field.required).map((field) => field.name);
  const alone = required.filter((name) => !type.recordFields.includes(name));
  return {
    type: "object",
    description: type.description,
    required: ["id", ...alone],
    // A required field may be in a record instead; only the checker can tell whether it is.
    ...(alone.length < required.length && { anyOf: [{ required: [wordOfRecords] }, { required }] }),
    additionalProperties: false,
    properties: {
      ...more,
      id: { ...text, pattern: `^${type.kind}:`, description: `\`${type.kind}:slug\`` },
      at: places,
      source: { ...source, description: "The source of each claim of the entity, unless a value says otherwise." },
      retrieved: { ...date, description: "When the copy of the source was taken (EDTF), if it is known." },
      ...published,
      ...(type.recordFields.length > 0 && { [wordOfRecords]: records(type) }),
      ...Object.fromEntries(
        fields.map((field) => [field.name, { description: field.description, $ref: `#/$defs/${shapeOf(field)[0]}` }]),
      ),
    },
  };
}

/** Records: one, or several. */
function records({ name }: EntityType): JsonSchema {
  const one = { $ref: `#/$defs/${recordName(name)}` };
  return {
    description: "Fields that one record of the source gives together: one claim for all of them.",
    anyOf: [one, { type: "array", items: one, minItems: 1 }],
  };
}

function recordName(type: string): string {
  return `${type}Record`;
}

function recordOf(type: EntityType): JsonSchema {
  return {
    type: "object",
    required: ["fields"],
    additionalProperties: false,
    properties: {
      fields: {
        type: "object",
        minProperties: 1,
        additionalProperties: false,
        properties: Object.fromEntries(statedFields(type).flatMap(fieldOfRecord(type))),
      },
      ...Object.fromEntries(wordsOfRecord.map((word) => [word, { $ref: `#/$defs/claim/properties/${word}` }])),
    },
  };
}

function fieldOfRecord({ recordFields }: EntityType): (field: Property | Relation) => [string, JsonSchema][] {
  return (field) => {
    if (!recordFields.includes(field.name)) return [];
    const value = "datatype" in field ? valueOf(field) : idOf(field);
    return [[field.name, { anyOf: [value, { type: "array", items: value, minItems: 1 }] }]];
  };
}

function statedFields(type: EntityType): (Property | Relation)[] {
  return [...fieldsOf(type).values()].map((field) => field.property ?? field.relation);
}

// Fields of one kind share a shape, named after the kind.
function shapeOf(field: Property | Relation): [name: string, shape: JsonSchema] {
  if ("datatype" in field) return [field.enumeration ?? field.datatype, said(valueOf(field))];
  return [`${typeOf(field.target()).name}Id`, said(idOf(field))];
}

// A value may be plain, an object with attributes, or several of these.
function said(value: JsonSchema): JsonSchema {
  const claimed: JsonSchema = {
    $ref: "#/$defs/claim",
    type: "object",
    properties: { value, someValue: { const: true }, noValue: { const: true } },
    oneOf: [{ required: ["value"] }, { required: ["someValue"] }, { required: ["noValue"] }],
    unevaluatedProperties: false,
  };
  const one = [value, claimed];
  return { anyOf: [...one, { type: "array", items: { anyOf: one } }] };
}

function valueOf(property: Property): JsonSchema {
  switch (property.datatype) {
    case "enumeration":
      return { enum: property.values };
    case "integer":
      return { type: "integer" };
    case "float":
      return { type: "number" };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return date;
    case "json":
      return { type: ["object", "array"] };
    case "text":
    case "texts":
      return textOrNumber;
  }
}

function idOf(relation: Relation): JsonSchema {
  const kinds = implementationsOf(relation.target()).map((type) => type.kind);
  return { ...text, pattern: `^(?:${kinds.join("|")}):` };
}
