/** Exports read back by libraries of Python. Without one, its tests are left out, and say so. */
import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";

/** What reads what. */
const modules = {
  graph: "networkx",
  bibtex: "bibtexparser",
  ris: "rispy",
  rdf: "rdflib",
  shapes: "shapely",
  table: "pandas",
} as const;

type Reading = keyof typeof modules;

/** Whether Python has a module. Tells otherwise. */
export function hasPython(module: string): boolean {
  const has = spawnSync("python3", ["-c", `import ${module}`]).status === 0;
  if (!has) console.log(`Exports are not read back by ${module}: python3 has none. pip install ${module}`);
  return has;
}

/** A test that is left out without the module that reads it; the reason is printed. */
export function testWith(reading: Reading): typeof test {
  return hasPython(modules[reading]) ? test : (test.skip as typeof test);
}

/** What a library of Python finds in a text. @throws its error. */
export function readWithPython(reading: Reading, text: string, ...more: string[]): any {
  const read = spawnSync("python3", ["tests/support/exports/readBack.py", reading, ...more], {
    encoding: "utf8",
    input: text,
    maxBuffer: 1e9,
  });
  if (read.status !== 0) throw new Error(read.stderr);
  return JSON.parse(read.stdout);
}
