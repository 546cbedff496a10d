/** First stage for sets of any form: a folder, or one file, as one bundle. */
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Fact } from "../facts.ts";
import { MergedFacts } from "./mergeFacts.ts";
import { BundleError, type Problems } from "../problems.ts";
import { isYamlName, readYamlFile, type Bundle } from "./readYaml.ts";
import { readLinesFile } from "./readLines.ts";
import { readTableFile } from "./readTable.ts";

const mappingEnds = [".mapping.yaml", ".mapping.yml"];
const forms = "files of facts: .yaml, .jsonl, or .csv with its .mapping.yaml";

/**
 * Reads a bundle: the YAML, JSON Lines and tables of a folder, or one such file.
 * Merges what several files, lines or rows state about one entity.
 * @param at the folder or the file; the bundle is named after the folder, or the file without extension.
 * @param problems receives mistakes of form, with file and line. The caller settles it.
 * @throws BundleError when there is nothing to read.
 */
export async function readBundleFolder(at: string, problems: Problems): Promise<Bundle> {
  const files = filesAt(at);
  const merged = new MergedFacts();
  for (const file of files) await readInto(merged, file, problems);
  const name = path.basename(path.resolve(at));
  return { name: isFolder(at) ? name : stemOf(name), facts: merged.all() };
}

async function readInto(merged: MergedFacts, file: string, problems: Problems): Promise<void> {
  const take = (fact: Fact): void => merged.add(fact);
  if (!statSync(file).isFile()) {
    problems.add({ file, line: 1 }, "is not a file, although its name is that of one.");
  } else if (isLines(file)) {
    await readLinesFile(file, problems, take);
  } else if (isTable(file)) {
    const mapping = mappingOf(file);
    if (mapping !== undefined) await readTableFile(file, mapping, problems, take);
    else
      problems.add(
        { file, line: 1 },
        `has no mapping: expected ${stemOf(path.basename(file))}.mapping.yaml beside it, which says how to read its rows.`,
      );
  } else if (isMapping(file)) {
    problems.add(
      { file, line: 1 },
      `is a mapping without a table: expected ${stemOf(path.basename(file))}.csv beside it.`,
    );
  } else {
    for (const fact of onceEach(readYamlFile(file, problems), problems)) take(fact);
  }
}

// A duplicate id in handwritten YAML is a mistake. Rows of tables repeat assertions.
function onceEach(facts: Fact[], problems: Problems): Fact[] {
  const origins = new Map<string, Fact["origin"]>();
  return facts.filter(({ id, origin }) => {
    const earlier = origins.get(id);
    if (!earlier) {
      origins.set(id, origin);
      return true;
    }
    problems.add(origin, `"${id}" is already at ${earlier.file}:${earlier.line}. State an entity in one place only.`);
    return false;
  });
}

function filesAt(at: string): string[] {
  let files: string[];
  try {
    files = isFolder(at)
      ? readdirSync(at)
          .filter(isOfBundle)
          .sort()
          .map((name) => path.join(at, name))
      : [tableOf(at) ?? at].filter((file) => isOfBundle(path.basename(file)));
  } catch {
    files = [];
  }
  // Of a table and its mapping, read the table.
  const read = files.filter((file) => !(isMapping(file) && tableOf(file) !== undefined));
  if (read.length === 0)
    throw new BundleError([`${at}:1 is not a bundle: expected a folder with ${forms}; or one of these.`]);
  return read;
}

function isFolder(at: string): boolean {
  return statSync(at).isDirectory();
}

function isOfBundle(name: string): boolean {
  return !name.startsWith(".") && (isYamlName(name) || isMapping(name) || isLines(name) || isTable(name));
}

function isLines(name: string): boolean {
  return /\.jsonl$/i.test(name);
}

function isTable(name: string): boolean {
  return /\.csv$/i.test(name);
}

function isMapping(name: string): boolean {
  return mappingEnds.some((end) => name.toLowerCase().endsWith(end));
}

function mappingOf(table: string): string | undefined {
  return mappingEnds.map((end) => table.replace(/\.csv$/i, end)).find((file) => existsSync(file));
}

/** The table that a mapping is of, where there is one. */
function tableOf(mapping: string): string | undefined {
  if (!isMapping(mapping)) return undefined;
  const stem = mapping.replace(/\.mapping\.ya?ml$/i, "");
  return [".csv", ".CSV"].map((end) => `${stem}${end}`).find((file) => existsSync(file));
}

function stemOf(name: string): string {
  return name.replace(/(?:\.mapping)?\.[^.]+$/, "");
}
