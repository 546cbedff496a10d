/** The form of a bundle's file as a JSON Schema, derived from the classes: for editors, and for programs that write bundles. */
import "../entities/index.ts";
import { ClaimBasis, ClaimRank } from "../entities/Claim.ts";
import {
  entityTypes,
  implementationsOf,
  propertiesOf,
  relationsOf,
  typeOf,
  type EntityType,
  type ModelClass,
  type Property,
  type Relation,
} from "../graph/model.ts";

type JsonSchema = Record<string, unknown>;

const text: JsonSchema = { type: "string" };
// YAML reads 2023 and 484 as numbers; they are taken as they stand.
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

/** The schema (draft 2020-12), of a file whose aliases and merge keys are resolved. */
export function bundleSchema(): JsonSchema {
  const types = entityTypes().filter((type) => type.name !== "Claim");
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A file of an Entente bundle",
    type: "object",
    required: ["facts"],
    additionalProperties: false,
    properties: {
      source: { ...source, description: "The source of each claim of the file, unless a value says otherwise." },
      retrieved: { ...date, description: "When the source was read (EDTF)." },
      anchors: { description: "Not read: a place for YAML anchors." },
      facts: {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          types.map(({ name }) => [name, { type: "array", items: { $ref: `#/$defs/${name}` } }]),
        ),
      },
    },
    $defs: {
      claim: {
        type: "object",
        description: "What goes with a value: where it stands, and how it was read.",
        properties: {
          given: { ...textOrNumber, description: "The value as the source gives it, where that differs." },
          at: places,
          source,
          basis: { enum: Object.keys(ClaimBasis), default: "STATED" },
          confidence: { type: "number", minimum: 0, maximum: 1, default: 1 },
          note: { ...text, description: "How it was read, where that is not plain." },
          asOf: { ...date, description: "The time for which it is said (EDTF)." },
          rank: { enum: Object.keys(ClaimRank) },
          rankReason: text,
        },
      },
      ...Object.fromEntries(types.flatMap(({ class: cls }) => [...stated(cls), ...owned(cls)].map(shapeOf))),
      ...Object.fromEntries(types.map((type) => [type.name, entitySchema(type)])),
    },
  };
}

function entitySchema({ kind, class: cls, description }: EntityType): JsonSchema {
  const fields = [...stated(cls), ...owned(cls)];
  return {
    type: "object",
    description,
    required: ["id", ...fields.filter((field) => field.required).map((field) => field.name)],
    additionalProperties: false,
    properties: {
      id: { ...text, pattern: `^${kind}:`, description: `\`${kind}:slug\`` },
      at: places,
      ...Object.fromEntries(
        fields.map((field) => [field.name, { description: field.description, $ref: `#/$defs/${shapeOf(field)[0]}` }]),
      ),
    },
  };
}

function stated(cls: ModelClass): Property[] {
  return propertiesOf(cls).filter(({ name }) => !["id", "someValue", "noValue"].includes(name));
}

function owned(cls: ModelClass): Relation[] {
  return relationsOf(cls).filter((relation) => relation.edge !== undefined);
}

// Fields of one kind share a shape, under the name of the kind.
function shapeOf(field: Property | Relation): [name: string, shape: JsonSchema] {
  if ("kind" in field) return [field.enumeration ?? field.kind, said(valueOf(field))];
  return [`${typeOf(field.target()).name}Id`, said(idOf(field))];
}

// A value may stand plainly, with its claim, or several times.
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
  switch (property.kind) {
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
