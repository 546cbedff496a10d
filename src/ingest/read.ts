/** First stage: a bundle, a folder of YAML files, as facts with the places where they stand. */
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import {
  LineCounter,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type Node as YamlNode,
} from "yaml";
import { BundleError, Problems, type Place } from "./problems.ts";

/** One value that one source gives to one field, as it stands in the file. */
export interface Assertion {
  valueKind: "VALUE" | "SOME_VALUE" | "NO_VALUE";
  value: unknown;
  given?: string;
  /** Where in the source; a claim is made for each. */
  locators: string[];
  source?: string;
  basis: string;
  confidence: number;
  note?: string;
  asOf?: string;
  retrieved?: string;
  rank?: string;
  rankReason?: string;
  place: Place;
}

/** What the files say of one entity. */
export interface Fact {
  type: string;
  id: string;
  place: Place;
  fields: Map<string, { place: Place; assertions: Assertion[] }>;
}

/** A bundle as it was read; its name is the folder's. */
export interface Bundle {
  name: string;
  facts: Fact[];
}

const wordsOfFile = ["source", "retrieved", "anchors", "facts"];
const wordsOfValue = [
  "value",
  "someValue",
  "noValue",
  "given",
  "at",
  "source",
  "basis",
  "confidence",
  "note",
  "asOf",
  "rank",
  "rankReason",
];

/**
 * Reads a bundle.
 * @param folder a folder with one or more `.yaml` files.
 * @throws BundleError naming file and line of all that isn't of the form.
 */
export function readBundle(folder: string): Bundle {
  let names: string[];
  try {
    names = statSync(folder).isDirectory()
      ? readdirSync(folder)
          .filter((name) => /\.ya?ml$/.test(name))
          .sort()
      : [];
  } catch {
    names = [];
  }
  if (names.length === 0)
    throw new BundleError([`${folder}:1 is not a bundle: expected a folder with one or more .yaml files.`]);
  const problems = new Problems();
  const name = path.basename(path.resolve(folder));
  const facts = names.flatMap((file) => readFile(path.join(folder, file), problems));
  problems.settle();
  return { name, facts };
}

interface Defaults {
  source?: string;
  retrieved?: string;
  locators: string[];
}

/** A YAML map whose aliases and merge keys are resolved, each value with its place. */
type Entries = Map<string, { node: YamlNode | null; place: Place }>;

function readFile(file: string, problems: Problems): Fact[] {
  const lines = new LineCounter();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    problems.add({ file, line: 1 }, `can't be read: ${(error as Error).message}`);
    return [];
  }
  const document = parseDocument(text, { lineCounter: lines, merge: true, uniqueKeys: true });
  for (const error of document.errors)
    problems.add({ file, line: error.linePos?.[0].line ?? 1 }, `is not YAML: ${error.message.split("\n")[0]}`);
  if (document.errors.length > 0) return [];
  const reader = new FileReader(file, document, lines, problems);
  try {
    return reader.facts();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.add({ file, line: 1 }, "refers to itself without end.");
    return [];
  }
}

class FileReader {
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #problems: Problems;

  constructor(file: string, document: Document, lines: LineCounter, problems: Problems) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
    this.#problems = problems;
  }

  facts(): Fact[] {
    const top = this.#entries(this.#document.contents as YamlNode | null, `a map with ${wordsOfFile.join(", ")}`);
    if (!top) return [];
    this.#known(top, wordsOfFile, "A file of a bundle");
    const defaults: Defaults = { locators: [], ...this.#text(top, "source"), ...this.#text(top, "retrieved") };
    const types = top.get("facts");
    if (!types) {
      this.#problems.add(this.#place(this.#document.contents as YamlNode), `has no "facts".`);
      return [];
    }
    const facts: Fact[] = [];
    for (const [type, { node, place }] of this.#entries(types.node, "a map from types to lists of entities") ?? []) {
      const list = this.#resolve(node);
      if (!isSeq(list)) this.#problems.add(place, `${type}: expected a list of entities.`);
      else for (const each of list.items) facts.push(...this.#fact(type, each as YamlNode, defaults));
    }
    return facts;
  }

  #fact(type: string, node: YamlNode, fileDefaults: Defaults): Fact[] {
    const entries = this.#entries(node, `a ${type}: a map of its fields`);
    if (!entries) return [];
    const place = this.#place(node);
    const id = this.#text(entries, "id").id;
    if (id === undefined) {
      this.#problems.add(place, `${type} has no "id".`);
      return [];
    }
    const defaults = { ...fileDefaults, ...this.#locators(entries) };
    const fields: Fact["fields"] = new Map();
    for (const [field, entry] of entries) {
      if (field === "id" || field === "at") continue;
      fields.set(field, { place: entry.place, assertions: this.#assertions(entry.node, entry.place, defaults) });
    }
    return [{ type, id, place, fields }];
  }

  #assertions(node: YamlNode | null, place: Place, defaults: Defaults): Assertion[] {
    const resolved = this.#resolve(node);
    if (isSeq(resolved)) {
      if (resolved.items.some((each) => isSeq(this.#resolve(each as YamlNode)))) {
        this.#problems.add(place, "a list within a list.");
        return [];
      }
      return resolved.items.flatMap((each) =>
        this.#assertions(each as YamlNode, this.#place(each as YamlNode) ?? place, defaults),
      );
    }
    const plain = {
      locators: defaults.locators,
      source: defaults.source,
      retrieved: defaults.retrieved,
      basis: "STATED",
      confidence: 1,
      place,
    };
    if (!isMap(resolved)) return [{ ...plain, valueKind: "VALUE", value: scalar(resolved) }];
    const entries = this.#entries(resolved, "a value")!;
    this.#known(entries, wordsOfValue, "A value");
    const kinds = (["value", "someValue", "noValue"] as const).filter((word) => entries.has(word));
    if (kinds.length !== 1) {
      this.#problems.add(place, `A value has "value", or "someValue: true", or "noValue: true": one of them.`);
    }
    for (const word of kinds) {
      if (word !== "value" && scalar(this.#resolve(entries.get(word)!.node)) !== "true") {
        this.#problems.add(place, `"${word}" is true, or is left out.`);
      }
    }
    const valueKind = entries.has("someValue") ? "SOME_VALUE" : entries.has("noValue") ? "NO_VALUE" : "VALUE";
    const value = this.#resolve(entries.get("value")?.node ?? null);
    return [
      {
        ...plain,
        valueKind,
        value: isMap(value) || isSeq(value) ? value.toJS(this.#document) : scalar(value),
        ...this.#locators(entries),
        ...this.#texts(entries, ["source", "given", "basis", "note", "asOf", "rank", "rankReason"]),
        confidence: Number(this.#text(entries, "confidence").confidence ?? 1),
      },
    ];
  }

  #locators(entries: Entries): { locators?: string[] } {
    const entry = entries.get("at");
    if (!entry) return {};
    const node = this.#resolve(entry.node);
    const nodes = isSeq(node) ? node.items.map((each) => this.#resolve(each as YamlNode)) : [node];
    return { locators: nodes.map((each) => scalar(each) ?? "") };
  }

  #text(entries: Entries, name: string): Record<string, string> {
    return this.#texts(entries, [name]);
  }

  #texts(entries: Entries, names: string[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const name of names) {
      const entry = entries.get(name);
      if (!entry) continue;
      const text = scalar(this.#resolve(entry.node));
      if (typeof text === "string") found[name] = text;
      else this.#problems.add(entry.place, `"${name}" is a text.`);
    }
    return found;
  }

  #known(entries: Entries, words: string[], what: string): void {
    for (const [word, { place }] of entries)
      if (!words.includes(word)) this.#problems.add(place, `${what} has no "${word}". It has ${words.join(", ")}.`);
  }

  #entries(node: YamlNode | null, expected: string): Entries | undefined {
    const map = this.#resolve(node);
    if (!isMap(map)) {
      this.#problems.add(this.#place(node), `expected ${expected}.`);
      return undefined;
    }
    const own: Entries = new Map();
    const merged: Entries = new Map();
    for (const pair of map.items) {
      if (!isPair(pair)) continue;
      if (!isScalar(pair.key)) {
        this.#problems.add(this.#place(pair.key as YamlNode), "a key is one word.");
        continue;
      }
      const key = pair.key.source ?? String(pair.key.value);
      const place = this.#place(pair.key);
      if (key === "<<")
        for (const [name, entry] of this.#entries(pair.value as YamlNode, "a map to merge") ?? [])
          merged.set(name, entry);
      else own.set(key, { node: pair.value as YamlNode | null, place });
    }
    return new Map([...merged, ...own]);
  }

  #resolve(node: YamlNode | null | undefined): YamlNode | null {
    return isAlias(node) ? (node.resolve(this.#document) ?? null) : (node ?? null);
  }

  #place(node: YamlNode | null): Place {
    return { file: this.#file, line: node?.range ? this.#lines.linePos(node.range[0]).line : 1 };
  }
}

// The text as it stands, so that 2023 is a year and 0484 a code; numbers and booleans are read by the checker.
function scalar(node: unknown): string | null {
  if (!isScalar(node) || node.value === null) return null;
  return typeof node.value === "string" ? node.value : (node.source ?? JSON.stringify(node.value));
}
