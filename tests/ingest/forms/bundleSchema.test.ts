/** The JSON Schemas of a bundle's files agree with the reader and the checker. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { bundleLineSchema, bundleSchema, mappingSchema } from "../../../src/ingest/forms/bundleSchema.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
const validate = ajv.compile(bundleSchema());
const validateLine = ajv.compile(bundleLineSchema());
const validateMapping = ajv.compile(mappingSchema());
const accepts = (yaml: string): boolean => validate(parse(yaml, { merge: true }));

test.each([
  ["bundle.schema.json", bundleSchema],
  ["bundle-line.schema.json", bundleLineSchema],
  ["mapping.schema.json", mappingSchema],
])("%s is what the classes print", (file, print) => {
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(JSON.stringify(print())));
});

describe("every file of the seed is of its form", () => {
  const files = readdirSync("seed", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  test.each(files)("%s", (file) => {
    expect([accepts(readFileSync(`seed/${file}`, "utf8")), validate.errors]).toEqual([true, null]);
  });
});

const meeting = (fields: string): string =>
  `facts: { Meeting: [{ id: "meeting:a", name: A, status: HELD, ${fields} }] }`;

test.each([
  ["a plain value", meeting("date: 2023-12-27"), true],
  ["a year, which YAML reads as a number", meeting("date: 2023"), true],
  [
    "a value with its claim",
    meeting('host: { value: "country:mx", at: 1, basis: INFERRED, note: by the place }'),
    true,
  ],
  ["a value known and not named", meeting("host: { someValue: true }"), true],
  ["several values", meeting('topics: ["topic:a", { value: "topic:b", at: [3, 4] }]'), true],
  ["an unknown field", meeting("dat: 2023-12-27"), false],
  ["an unknown type", "facts: { Meting: [] }", false],
  ["an unknown word", meeting("kind: TALK"), false],
  ["an id of another kind", meeting('host: "place:a"'), false],
  ["a value and none", meeting("purpose: { value: a, noValue: true }"), false],
  ["an unknown word of a value", meeting("purpose: { value: a, page: 3 }"), false],
  ["a required field left out", 'facts: { Meeting: [{ id: "meeting:a", name: A }] }', false],
  ["a field of the other side", meeting('participations: "participation:a"'), false],
])("%s: %s", (_, yaml, accepted) => {
  expect(accepts(yaml)).toBe(accepted);
});

describe("every set of the guide is of its form", () => {
  const fixture = (name: string): string => readFileSync(`tests/fixtures/bundles/${name}`, "utf8");
  const guide = readFileSync("docs/bundles.md", "utf8");

  test.each(["yaml-set/calls.yaml", "table-set/sources.yaml"])("%s", (file) => {
    expect([accepts(fixture(file)), validate.errors]).toEqual([true, null]);
  });

  test("each line of jsonl-set/calls.jsonl", () => {
    for (const line of fixture("jsonl-set/calls.jsonl").trim().split("\n"))
      expect([line, validateLine(JSON.parse(line)), validateLine.errors]).toEqual([line, true, null]);
  });

  test("table-set/shelters.mapping.yaml", () => {
    const mapping: unknown = parse(fixture("table-set/shelters.mapping.yaml"));
    expect([validateMapping(mapping), validateMapping.errors]).toEqual([true, null]);
  });

  test.each([
    "yaml-set/calls.yaml",
    "jsonl-set/calls.jsonl",
    "table-set/sources.yaml",
    "table-set/shelters.csv",
    "table-set/shelters.mapping.yaml",
  ])("the guide has %s word for word", (file) => {
    expect(guide).toContain(`\n${fixture(file)}\`\`\``);
  });
});

const topic = { type: "Topic", id: "topic:a", source: "source:a", at: 1, name: "A" };

test.each<[string, object, boolean]>([
  ["an entity", topic, true],
  ["the defaults of a file", { source: "source:a", retrieved: "2026-11-24", at: [1, 2] }, true],
  ["a value with its claim", { ...topic, name: { value: "A", basis: "INFERRED", confidence: 0.5, note: "b" } }, true],
  ["no id", { type: "Topic", name: "A" }, false],
  ["no type", { id: "topic:a", name: "A" }, false],
  ["an unknown type", { ...topic, type: "Topik" }, false],
  ["a type that isn't stated", { ...topic, type: "Claim" }, false],
  ["an id of another type", { ...topic, id: "meeting:a" }, false],
  ["an unknown field", { ...topic, nam: "A" }, false],
  ["an unknown word of a value", { ...topic, name: { value: "A", page: 3 } }, false],
  ["a value that follows from claims", { ...topic, contested: ["name"] }, false],
])("a line with %s: %s", (_, line, accepted) => {
  expect(validateLine(line)).toBe(accepted);
});

const mapped = (field: unknown): unknown => ({
  entities: [{ type: "Flow", id: "flow:a-{row}", fields: { method: field } }],
});

test.each<[string, unknown, boolean]>([
  ["a constant", "told", true],
  ["a column", { column: "A", as: "date", order: "DMY", words: { x: null, y: { someValue: true } }, split: ";" }, true],
  ["a list", ["told", { template: "of {A}", basis: "INFERRED", confidence: 0.5, note: "b" }], true],
  ["a constant that is a structure", { value: { type: "Point" }, at: ["a", "row {row}"] }, true],
  ["two ways to a value", { column: "A", template: "b" }, false],
  ["no way to one", { as: "slug" }, false],
  ["an unknown reading", { column: "A", as: "contry" }, false],
  ["an unknown word", { colum: "A" }, false],
])("a mapping with %s: %s", (_, field, accepted) => {
  expect(validateMapping(mapped(field))).toBe(accepted);
});
