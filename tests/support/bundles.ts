/** Small bundles made in tests: facts as data, written to files. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import type { Door } from "../../src/graph/database/driver.ts";
import { digestOf } from "../../src/graph/database/digest.ts";
import { readAndCheckBundle } from "../../src/ingest/read.ts";
import { writeBundle, type WriteResult } from "../../src/ingest/ingest.ts";

/** The content of a bundle: for each type, its entities as in YAML. */
export type Stated = Record<string, Record<string, unknown>[]>;

/** A fixed day for tests, so that no digest depends on the clock. */
export const today = new Date("2026-11-24T12:00:00Z");

/**
 * Writes a bundle in YAML, replacing the content of its folder.
 * @param defaults the top of the file: `source`, `retrieved`, `at`.
 * @returns its folder.
 */
export function putBundle(folder: string, name: string, stated: Stated, defaults: Record<string, string> = {}): string {
  const at = path.join(folder, name);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  writeFileSync(
    path.join(at, "facts.yaml"),
    stringify({ ...defaults, facts: stated }, { aliasDuplicateObjects: false }),
  );
  return at;
}

/** Writes a bundle in JSON Lines, of any size, replacing the content of its folder. @returns its folder. */
export function putLines(folder: string, name: string, lines: Iterable<Record<string, unknown>>): string {
  const at = path.join(folder, name);
  rmSync(at, { recursive: true, force: true });
  mkdirSync(at, { recursive: true });
  writeFileSync(path.join(at, "facts.jsonl"), [...lines].map((line) => `${JSON.stringify(line)}\n`).join(""));
  return at;
}

/** Loads a bundle from its folder, in this process. */
export async function load(door: Door, folder: string): Promise<WriteResult> {
  return writeBundle(door, (await readAndCheckBundle(folder)).checked, today);
}

/** The digest of all nodes and edges. */
export function digest(door: Door): Promise<string> {
  return digestOf((text, parameters = {}) => door.run(text, parameters, 60_000));
}

/** Deletes everything stated by bundles and editors from a graph; keeps its schema. */
export async function emptied(door: Door): Promise<void> {
  await door.write(async (run) => {
    await run(
      "MATCH (node) WHERE node:Node OR node:Bundle OR node:Undo OR node:Edition OR node:Change DETACH DELETE node",
    );
    await run("MATCH (marker:Entente) REMOVE marker.digest, marker.date, marker.number");
  });
}
