/** The mapping of a table, read and checked against its form. */
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  visit,
  type Document,
  type LineCounter,
  type Node as YamlNode,
} from "yaml";
import type * as z from "zod";
import { didYouMean } from "../../graph/errors.ts";
import { nearest } from "../../graph/id.ts";
import { mappingForm, type Mapping } from "./mapping.ts";
import type { Place, Problems } from "../problems.ts";
import { parseYaml } from "./readYaml.ts";
import { readText } from "../sources/shared/xml.ts";

/** Where in a mapping something stands: `["entities", 0, "fields", "count"]`. */
export type MappingPath = readonly PropertyKey[];

/** A mapping, and where its parts stand. */
export interface ReadMapping {
  mapping: Mapping;
  placeOf(path: MappingPath): Place;
}

/** Reads a mapping. @returns undefined when it isn't of the form: what is wrong is noted with its line. */
export function readMapping(file: string, problems: Problems): ReadMapping | undefined {
  const text = readText(file, problems);
  const yaml = text === undefined ? undefined : parseYaml(file, text, problems);
  if (!yaml) return undefined;
  const { document, lines } = yaml;
  const placeOf = (path: MappingPath): Place => ({ file, line: lineOf(document, lines, path) });
  if (!plainNumbers(document, (line) => ({ file, line }), lines, problems)) return undefined;
  let data: unknown;
  try {
    data = document.toJS();
  } catch (error) {
    problems.add({ file, line: 1 }, `is not YAML: ${(error as Error).message}`);
    return undefined;
  }
  const parsed = mappingForm.safeParse(data);
  if (parsed.success) return { mapping: parsed.data, placeOf };
  for (const { path, message } of parsed.error.issues.flatMap((issue) => clearest(issue, [])))
    problems.add(placeOf(path), [path.map(String).join("."), message].filter((each) => each !== "").join(": "));
  return undefined;
}

interface Fault {
  path: MappingPath;
  message: string;
}

// Of the ways in which a value may be written, the one that it comes nearest to.
function clearest(issue: z.core.$ZodIssue, above: MappingPath): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const branches = issue.errors.map((branch) => branch.flatMap((each) => clearest(each, path)));
    const inside = branches.find(
      (branch) => branch.length > 0 && branch.every((each) => each.path.length > path.length),
    );
    const told = inside ?? branches.find((branch) => branch.some((each) => !each.message.startsWith("expected a ")));
    return told ?? [{ path, message: "expected a text, a number, or a map that says how the value is read." }];
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `is no word of a mapping here${didYouMean(nearest(key, wordsOfMapping)) || "."}`,
    }));
  if (issue.code === "invalid_type") return [{ path, message: `expected ${wordFor(issue.expected)}.` }];
  return [{ path, message: `${issue.message.replace(/\.$/, "")}.` }];
}

const wordsOfKinds: Record<string, string> = { string: "a text", array: "a list", object: "a map", record: "a map" };

function wordFor(kind: string): string {
  return wordsOfKinds[kind] ?? `a ${kind}`;
}

const wordsOfMapping = (
  "source retrieved at delimiter cells entities type id where fields column template value someValue noValue as order " +
  "split words given basis confidence note asOf rank rankReason"
).split(" ");

// YAML reads 007 as 7 and 1e3 as 1000: whoever writes them means the digits.
function plainNumbers(
  document: Document,
  placeAt: (line: number) => Place,
  lines: LineCounter,
  problems: Problems,
): boolean {
  let plain = true;
  visit(document, {
    Scalar(_, { value, source, range }) {
      if (typeof value !== "number" || source === undefined || /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(source)) return;
      plain = false;
      problems.add(placeAt(lines.linePos(range?.[0] ?? 0).line), `${source} is read as ${value}: write it in quotes.`);
    },
  });
  return plain;
}

function lineOf(document: Document, lines: LineCounter, path: MappingPath): number {
  let node = document.contents as YamlNode | null;
  let offset = node?.range?.[0] ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    const pair = isMap(node)
      ? node.items.find((each) => isPair(each) && isScalar(each.key) && String(each.key.value) === String(step))
      : undefined;
    const next = (pair ? pair.value : isMap(node) ? undefined : node.get(step, true)) as YamlNode | null | undefined;
    if (next === undefined) break;
    offset = ((pair?.key as YamlNode | undefined) ?? next)?.range?.[0] ?? offset;
    node = next;
  }
  return lines.linePos(offset).line;
}
