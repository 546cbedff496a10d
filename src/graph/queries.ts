/** The Cypher of the project, read from `cypher/` at start. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { camelCase, coordinate, type Relation } from "./model.ts";

const folder = fileURLToPath(new URL("../../cypher/", import.meta.url));

/** Every file of `cypher/`, by its path there without the ending: `official/meetings`. Comments are left out. */
export const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cypher"))
    .sort()
    .map((name) => [
      name.slice(0, -".cypher".length).split(path.sep).join("/"),
      withoutComments(readFileSync(path.join(folder, name), "utf8")),
    ]),
);

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, "").trim();
}

/**
 * One file by its path.
 * @throws when there is none: the class that declares the relation and the folder have parted.
 */
export function query(name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new Error(`There is no cypher/${name}.cypher.`);
  return text;
}

/** The path of a relation's file: `meeting/participations`. */
export function pathOf(relation: Relation): string {
  const [type, name] = coordinate(relation).split(".") as [string, string];
  return `${camelCase(type)}/${name}`;
}

/** The patterns of a file of `cypher/` that finds its items in several ways, with UNION between them. */
export function patternsOf(name: string): string[] {
  return query(name).split(/^UNION$/m);
}
