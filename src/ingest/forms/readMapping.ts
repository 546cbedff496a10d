/** The mapping of a table, read and checked against its form. */
import { visit } from "yaml";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import type { Origin, Problems } from "../problems.ts";
import { readText } from "./readText.ts";
import { checkForm, parseYaml, originOf, type YamlFile, type YamlPath } from "./yamlForm.ts";
import { mappingForm, type Mapping } from "./mapping.ts";

/** A mapping, and the places of its parts. */
export interface ReadMapping {
  mapping: Mapping;
  originOf(path: YamlPath): Origin;
}

/** Reads a mapping. @returns undefined when it is malformed: noted with the line. */
export function readMapping(file: string, problems: Problems): ReadMapping | undefined {
  const text = readText(file, problems);
  const yaml = text === undefined ? undefined : parseYaml(file, text, problems, "a map with source and facts");
  if (!yaml || !plainNumbers(yaml, problems)) return undefined;
  const unknown = (key: string): string =>
    `is not a word of a mapping here${didYouMean(nearest(key, wordsOfMapping)) || "."}`;
  const mapping = checkForm(yaml, mappingForm, problems, unknown);
  return mapping && { mapping, originOf: (path) => originOf(yaml, path) };
}

const wordsOfMapping = (
  "source retrieved at delimiter cells entities type id where fields column template value someValue noValue as order " +
  "split part group empty words record given basis confidence note asOf rank rankReason page file revision"
).split(" ");

// YAML reads 007 as 7 and 1e3 as 1000, but the author means the digits.
function plainNumbers({ file, document, lines }: YamlFile, problems: Problems): boolean {
  let plain = true;
  visit(document, {
    Scalar(_, { value, source, range }) {
      if (typeof value !== "number" || source === undefined || /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(source)) return;
      plain = false;
      const line = lines.linePos(range?.[0] ?? 0).line;
      problems.add({ file, line }, `${source} is read as ${value}: write it in quotes.`);
    },
  });
  return plain;
}
