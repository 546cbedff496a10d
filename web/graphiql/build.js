/** Builds the editor, unless it was built from these very files: `npm start` and `npm test` both ask for it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "../..");
const files = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
const inputs = [
  "package-lock.json",
  "docs/questions.md",
  ...files("operations"),
  ...files("web/graphiql/src"),
  ...["index.html", "build.js", "vite.config.js"].map((name) => `web/graphiql/${name}`),
];

const hash = createHash("sha256");
for (const name of inputs.sort()) hash.update(`${name}\n`).update(readFileSync(path.join(root, name)));
const digest = hash.digest("hex");
const stamp = path.join(import.meta.dirname, "dist/built-from");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  const { build } = await import("vite");
  await build({ configFile: path.join(import.meta.dirname, "vite.config.js") });
  writeFileSync(stamp, digest);
}
