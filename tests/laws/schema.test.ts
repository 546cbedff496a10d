/** Laws of the schema: all of it is described, and the committed file is what the classes say. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
} from "graphql";
import { entityTypes } from "../../src/graph/model.ts";
import { printedSchema, schema } from "../../src/schema.ts";

const types = Object.values(schema().getTypeMap()).filter((type) => !isIntrospectionType(type));

test("schema.graphql is what the classes print", () => {
  expect(readFileSync("schema.graphql", "utf8")).toBe(printedSchema());
});

describe("every word of the schema is described", () => {
  test.each(types.map((type) => [type.name, type] as const))("%s", (_, type) => {
    expect([type.name, ...undescribed(type)]).toEqual([type.name]);
  });
});

test("each entity has its look-up, its list, its connection and its filter", () => {
  const fields = schema().getQueryType()!.getFields();
  for (const { name, plural } of entityTypes()) {
    expect(String(fields[plural]?.type)).toBe(`${name}Connection!`);
    expect(String(fields[name.charAt(0).toLowerCase() + name.slice(1)]?.type)).toBe(name);
    expect(isInputObjectType(schema().getType(`${name}Filter`))).toBe(true);
    expect((schema().getType(`${name}Key`) as { isOneOf?: boolean }).isOneOf).toBe(true);
  }
});

function undescribed(type: GraphQLNamedType): string[] {
  const missing: string[] = [];
  if (!type.description) missing.push("itself");
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) missing.push(field.name);
      for (const arg of field.args) if (!arg.description) missing.push(`${field.name}(${arg.name})`);
    }
  }
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) if (!field.description) missing.push(field.name);
  if (isEnumType(type)) for (const value of type.getValues()) if (!value.description) missing.push(value.name);
  return missing;
}
