/** Parses YAML files with their lines, and checks them against a form: mistakes are noted at their line. */
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type DocumentOptions,
  type Node as YamlNode,
  type SchemaOptions,
} from "yaml";
import type * as z from "zod";
import type { Origin, Problems } from "../problems.ts";

/** A parsed file. */
export interface YamlFile {
  file: string;
  document: Document;
  lines: LineCounter;
}

/** A position in a file: `["entities", 0, "fields", "count"]`. */
export type YamlPath = readonly PropertyKey[];

/**
 * Parses YAML.
 * @param expected what the file is, for messages.
 * @param options of the parser; `{ schema: "failsafe" }` reads each scalar as text.
 * @returns undefined when it isn't YAML, which is noted.
 */
export function parseYaml(
  file: string,
  text: string,
  problems: Problems,
  expected: string,
  options: DocumentOptions & SchemaOptions = {},
): YamlFile | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true, uniqueKeys: true, ...options });
  for (const error of document.errors)
    problems.add(
      { file, line: error.linePos?.[0].line ?? 1 },
      `is not YAML: ${error.message.split("\n")[0]!.replace(/ at line .*$/, "")}. Expected ${expected}.`,
    );
  return document.errors.length > 0 ? undefined : { file, document, lines };
}

/**
 * Checks a file against a form.
 * @param unknown the message for a key that the form doesn't have.
 * @returns the parsed form; undefined when it doesn't match: mistakes are noted.
 */
export function checkForm<Form extends z.ZodType>(
  yaml: YamlFile,
  form: Form,
  problems: Problems,
  unknown: (key: string) => string,
): z.infer<Form> | undefined {
  let data: unknown;
  try {
    data = yaml.document.toJS();
  } catch (error) {
    problems.add({ file: yaml.file, line: 1 }, `is not YAML: ${(error as Error).message}`);
    return undefined;
  }
  const parsed = form.safeParse(data);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues.flatMap((issue) => clearest(issue, [], unknown)))
    problems.add(originOf(yaml, path), [path.map(String).join("."), message].filter((each) => each !== "").join(": "));
  return undefined;
}

/** The place of the key or the entry at a path, or of its closest existing ancestor. */
export function originOf({ file, document, lines }: YamlFile, path: YamlPath): Origin {
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
  return { file, line: lines.linePos(offset).line };
}

interface Fault {
  path: YamlPath;
  message: string;
}

// Of the possible forms of a value, the closest one.
function clearest(issue: z.core.$ZodIssue, above: YamlPath, unknown: (key: string) => string): Fault[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    const branches = issue.errors.map((branch) => branch.flatMap((each) => clearest(each, path, unknown)));
    const inside = branches.find(
      (branch) => branch.length > 0 && branch.every((each) => each.path.length > path.length),
    );
    const told = inside ?? branches.find((branch) => branch.some((each) => !each.message.startsWith("expected a ")));
    return told ?? [{ path, message: "expected a text, a number, or a map that says how the value is read." }];
  }
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...path, key], message: unknown(key) }));
  if (issue.code === "invalid_type") return [{ path, message: `expected ${wordFor(issue.expected)}.` }];
  return [{ path, message: `${issue.message.replace(/\.$/, "")}.` }];
}

const wordsOfKinds: Record<string, string> = { string: "a text", array: "a list", object: "a map", record: "a map" };

function wordFor(kind: string): string {
  return wordsOfKinds[kind] ?? `a ${kind}`;
}
