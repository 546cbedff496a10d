/** The Cypher files of `cypher/`, read at start. */
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";

const folder = fileURLToPath(new URL("../../cypher/", import.meta.url));

/** Every file of `cypher/`, by its path without the extension: `paths/steps`. */
export const files: ReadonlyMap<string, string> = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".cypher"))
    .sort()
    .map((name) => [
      name.slice(0, -".cypher".length).split(path.sep).join("/"),
      readFileSync(path.join(folder, name), "utf8").trim(),
    ]),
);

/**
 * One file by its path.
 * @throws when there is none.
 */
export function query(name: string): string {
  const text = files.get(name);
  if (text === undefined) throw new Error(`There is no cypher/${name}.cypher.`);
  return text;
}
