/** The JSON Schema of a bundle's files says what the checker says. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";
import { bundleSchema } from "../../src/ingest/bundleSchema.ts";

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(bundleSchema());
const accepts = (yaml: string): boolean => validate(parse(yaml, { merge: true }));

test("bundle.schema.json is what the classes print", () => {
  expect(JSON.parse(readFileSync("bundle.schema.json", "utf8"))).toEqual(bundleSchema());
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
