/** Builds a site of `web/`, unless it was built from these very files: `npm start` and `npm test` both ask for it. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.join(import.meta.dirname, "..");

/** The files below a folder, from the root of the repository. */
export const filesIn = (folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

/**
 * Builds if an input changed since the last time.
 * @param site its folder in `web/`.
 * @param more inputs besides its own files, from the root of the repository.
 * @param build receives Vite's function, and the path of the site's configuration.
 */
export async function buildOnce(site, more, build) {
  const inputs = [
    "package-lock.json",
    "web/buildOnce.js",
    ...more,
    ...filesIn(`web/${site}/src`),
    ...["index.html", "build.js", "vite.config.js"].map((name) => `web/${site}/${name}`),
  ];
  const hash = createHash("sha256");
  for (const name of inputs.sort((a, b) => (a < b ? -1 : 1)))
    hash.update(`${name}\n`).update(readFileSync(path.join(root, name)));
  const digest = hash.digest("hex");
  const stamp = path.join(root, "web", site, "dist/built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  const vite = await import("vite");
  await build(vite.build, path.join(root, "web", site, "vite.config.js"));
  writeFileSync(stamp, digest);
}
