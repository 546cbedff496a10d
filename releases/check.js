/** Compares the schema with that of the last release, in this folder: CHANGELOG.md must name every breaking change. */
import { readFileSync, readdirSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const released = readdirSync(import.meta.dirname).find((name) => name.endsWith(".graphql"));
const changes = await diff(buildSchema(read(released)), buildSchema(read("../schema.graphql")));
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
const [, unreleased = ""] = /^## Unreleased\n(.*?)^## /ms.exec(read("../CHANGELOG.md")) ?? [];
const untold = breaking.filter(({ path }) => !unreleased.includes(`\`${path}\``));

for (const { path, message } of untold) process.stderr.write(`${path}: ${message}\n`);
if (untold.length > 0)
  process.stderr.write(
    `These break clients of ${released.replace(".graphql", "")}. Undo them, or name each, as \`Type.field\`, under Unreleased in CHANGELOG.md.\n`,
  );
process.exitCode = untold.length > 0 ? 1 : 0;
