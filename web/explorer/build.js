/** Builds the explorer, unless it was built from these very files: `npm start` and `npm test` both ask for it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = path.join(import.meta.dirname, "../..");
const files = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
const inputs = [
  "package-lock.json",
  ...files("web/explorer/src"),
  ...["index.html", "build.js", "vite.config.js"].map((name) => `web/explorer/${name}`),
];

const hash = createHash("sha256");
for (const name of inputs.sort()) hash.update(`${name}\n`).update(readFileSync(path.join(root, name)));
const digest = hash.digest("hex");
const stamp = path.join(import.meta.dirname, "dist/built-from");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
  const { build } = await import("vite");
  const configFile = path.join(import.meta.dirname, "vite.config.js");
  await build({ configFile });
  await build({ configFile, build: { ssr: "src/render.tsx" } });
  for (const name of files("web/explorer/dist/pages").filter((each) => /\.(js|css|svg)$/.test(each))) {
    const content = readFileSync(path.join(root, name));
    writeFileSync(path.join(root, `${name}.br`), brotliCompressSync(content));
    writeFileSync(path.join(root, `${name}.gz`), gzipSync(content));
  }
  writeFileSync(stamp, digest);
}
