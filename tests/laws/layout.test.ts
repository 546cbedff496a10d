/** A folder stays small enough to survey at a glance. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";

const most = 25;
/** Installed or built files. */
const made = new Set(["node_modules", "dist"]);

test.each(["src", "cypher", "web", "tests"])(`no folder of %s has more than ${most} files at one level`, (root) => {
  const counts = new Map<string, number>();
  const count = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) counts.set(folder, (counts.get(folder) ?? 0) + 1);
      else if (!made.has(entry.name)) count(path.join(folder, entry.name));
    }
  };
  count(root);
  expect([...counts].filter(([, files]) => files > most)).toEqual([]);
});
