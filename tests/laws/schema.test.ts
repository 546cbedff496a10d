/** Laws of the schema: everything is described, and the committed file agrees with the classes. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  getNamedType,
} from "graphql";
import { errorCodes } from "../../src/graph/errors.ts";
import { entityTypes } from "../../src/graph/model/model.ts";
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

test("only what has an identity has an id: a normalised cache keeps by it what it was given last", () => {
  const output = types.filter((type) => isObjectType(type));
  const withId = output.filter((type) => "id" in type.getFields()).map(({ name }) => name);
  expect(withId).toEqual(
    output.filter((type) => type.getInterfaces().some(({ name }) => name === "Node")).map(({ name }) => name),
  );
});

describe("what can be null says when, and what is deprecated says what to ask instead", () => {
  const output = types.filter((type) => isObjectType(type) || isInterfaceType(type));

  test("in every type, a nullable field says when it is null", () => {
    const silent = output.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ""))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(silent).toEqual([]);
  });

  test("a reason of deprecation names what there is instead, or says why nothing is", () => {
    const all = types.flatMap((type): { name: string; deprecationReason?: string | null }[] => {
      if (isEnumType(type)) return [...type.getValues()];
      if (isInputObjectType(type)) return Object.values(type.getFields());
      if (!isObjectType(type) && !isInterfaceType(type)) return [];
      return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
    });
    expect(all.length).toBeGreaterThan(1000);
    for (const { name, deprecationReason } of all)
      if (deprecationReason != null)
        expect([name, deprecationReason]).toEqual([name, expect.stringMatching(/`\w+|because/)]);
  });
});

describe("codes of errors", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && name !== "graph/errors.ts",
  );
  const text = sources.map((name) => readFileSync(`src/${name}`, "utf8")).join("\n");
  const published = Object.keys(errorCodes);

  test("each that src gives is published", () => {
    const given = [...text.matchAll(/(?:AnswerError\(|\bcode(?: \?\?=|:) |answerWith\([^;]*?)\s*"([A-Z_]+)"/g)];
    expect(given.length).toBeGreaterThan(10);
    expect(given.map(([, code]) => code!).filter((code) => !published.includes(code))).toEqual([]);
  });

  test("each that is published is given, by src or by Apollo", () => {
    const ofApollo = readFileSync("node_modules/@apollo/server/dist/esm/errors/index.js", "utf8");
    for (const code of published) expect(`${text}${ofApollo}`).toMatch(new RegExp(`["']${code}["']`));
  });
});

test("each entity has its look-up, its list, its connection and its filter", () => {
  const fields = schema().getQueryType()!.getFields();
  for (const { name, plural } of entityTypes()) {
    expect(String(fields[plural]?.type)).toBe(`${name}Connection!`);
    expect(String(fields[name.charAt(0).toLowerCase() + name.slice(1)]?.type)).toBe(name);
    expect(isInputObjectType(schema().getType(`${name}Filter`))).toBe(true);
    const [by] = fields[name.charAt(0).toLowerCase() + name.slice(1)]!.args;
    expect((getNamedType(by!.type) as { isOneOf?: boolean }).isOneOf).toBe(true);
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
