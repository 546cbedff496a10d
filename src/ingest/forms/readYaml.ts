/** First stage: a bundle's YAML files as facts, with their origins. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { isAlias, isMap, isPair, isScalar, isSeq, type Node as YamlNode } from "yaml";
import type { Fact } from "../facts.ts";
import { BundleError, Problems, type Origin } from "../problems.ts";
import { readDefaults, readEntity, readNoOther, wordsOfDefaults } from "./readEntity.ts";
import type { Entries, Written } from "./written.ts";
import { readText } from "./readText.ts";
import { parseYaml, type YamlFile } from "./yamlForm.ts";

/** A bundle as read; it is named after the folder. */
export interface Bundle {
  name: string;
  facts: Fact[];
}

const wordsOfFile = [...wordsOfDefaults, "anchors", "facts"];

/**
 * Reads a bundle of YAML files alone; `readBundleFolder` reads every form.
 * @param folder a folder with one or more `.yaml` files.
 * @throws BundleError with file and line of all mistakes.
 */
export function readBundle(folder: string): Bundle {
  let names: string[];
  try {
    names = statSync(folder).isDirectory() ? readdirSync(folder).filter(isYamlName).sort() : [];
  } catch {
    names = [];
  }
  if (names.length === 0)
    throw new BundleError([`${folder}:1 is not a bundle: expected a folder with one or more .yaml files.`]);
  const problems = new Problems();
  const name = path.basename(path.resolve(folder));
  const facts = names.flatMap((file) => readYamlFile(path.join(folder, file), problems));
  problems.settle();
  return { name, facts };
}

/** Whether a file of that name has facts in YAML: the mapping of a table doesn't. */
export function isYamlName(name: string): boolean {
  return /^[^.].*\.ya?ml$/i.test(name) && !/\.mapping\.ya?ml$/i.test(name);
}

/** Reads one YAML file, and notes mistakes. */
export function readYamlFile(file: string, problems: Problems): Fact[] {
  const text = readText(file, problems);
  if (text === undefined) return [];
  const yaml = parseYaml(file, text, problems, "a map with source and facts");
  if (!yaml) return [];
  const noted = new Set<string>();
  // A map shared by several entities is checked for each; report its mistakes once.
  const once: Pick<Problems, "add"> = {
    add(origin, message) {
      const key = `${origin.line} ${message}`;
      if (!noted.has(key)) problems.add(origin, message);
      noted.add(key);
    },
  };
  const written = new YamlWritten(yaml.document.contents as YamlNode | null, { ...yaml, problems: once });
  try {
    return readFile(written, problems);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    problems.add({ file, line: 1 }, "has an alias that refers to itself.");
    return [];
  }
}

function readFile(top: Written, problems: Problems): Fact[] {
  const entries = mapOf(top, `a map with ${wordsOfFile.join(", ")}`, problems);
  if (!entries) return [];
  readNoOther(entries, wordsOfFile, "A file of a bundle", problems);
  const defaults = readDefaults(entries, { locators: [] }, problems);
  const types = entries.get("facts");
  if (!types) {
    problems.add(top.origin, `has no "facts": expected a list of entities for each type.`);
    return [];
  }
  const facts: Fact[] = [];
  for (const [type, { node: list, origin }] of mapOf(types.node, "a map from types to lists of entities", problems) ??
    []) {
    if (list.shape !== "list") {
      problems.add(origin, `${type}: expected a list of entities.`);
      continue;
    }
    for (const each of list.items()) {
      const fields = mapOf(each, `a ${type}: a map of its fields`, problems);
      const fact = fields && readEntity(type, each, fields, defaults, problems);
      if (fact) facts.push(fact);
    }
  }
  return facts;
}

function mapOf(written: Written, expected: string, problems: Problems): Entries | undefined {
  if (written.shape === "map") return written.entries();
  problems.add(written.origin, `expected ${expected}.`);
  return undefined;
}

interface FileWithProblems extends YamlFile {
  problems: Pick<Problems, "add">;
}

/** A node of YAML; aliases and merge keys are resolved on access, as they may be circular. */
class YamlWritten implements Written {
  readonly origin: Origin;
  readonly shape: Written["shape"];
  readonly #node: YamlNode | null;
  readonly #in: FileWithProblems;

  constructor(node: YamlNode | null, file: FileWithProblems) {
    this.#node = isAlias(node) ? (node.resolve(file.document) ?? null) : node;
    this.#in = file;
    this.origin = originIn(file, node);
    if (isSeq(this.#node)) this.shape = "list";
    else if (isMap(this.#node)) this.shape = "map";
    else this.shape = scalar(this.#node) === null ? "nothing" : "text";
  }

  text(): string | null {
    return scalar(this.#node);
  }

  items(): Written[] {
    return isSeq(this.#node) ? this.#node.items.map((each) => new YamlWritten(each as YamlNode | null, this.#in)) : [];
  }

  entries(): Entries {
    const own: Entries = new Map();
    const merged: Entries = new Map();
    for (const pair of isMap(this.#node) ? this.#node.items : []) {
      if (!isPair(pair)) continue;
      const origin = originIn(this.#in, pair.key as YamlNode);
      if (!isScalar(pair.key)) {
        this.#in.problems.add(origin, "expected a key of one word.");
        continue;
      }
      const key = pair.key.source ?? String(pair.key.value);
      const node = new YamlWritten(pair.value as YamlNode | null, this.#in);
      if (key !== "<<") own.set(key, { node, origin });
      else if (node.shape === "map") for (const [name, entry] of node.entries()) merged.set(name, entry);
      else this.#in.problems.add(node.origin, "expected a map to merge.");
    }
    return new Map([...merged, ...own]);
  }

  structure(): unknown {
    return this.#node?.toJS(this.#in.document);
  }
}

function originIn({ file, lines }: YamlFile, node: YamlNode | null): Origin {
  return { file, line: node?.range ? lines.linePos(node.range[0]).line : 1 };
}

// The literal text, so that 2023 is a year and 0484 a code; the checker reads numbers and booleans.
function scalar(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === "string" ? node.value : (node.source ?? JSON.stringify(node.value));
}
