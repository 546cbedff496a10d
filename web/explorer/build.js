/** Builds the explorer, if its files changed: for browsers, packed, and for the server. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { buildOnce, filesIn } from "../buildOnce.js";

const root = path.join(import.meta.dirname, "../..");

await buildOnce("explorer", [], async (build, configFile) => {
  await build({ configFile });
  await build({ configFile, build: { ssr: "src/render.tsx" } });
  for (const name of filesIn("web/explorer/dist/pages").filter((each) => /\.(js|css|svg|json)$/.test(each))) {
    const content = readFileSync(path.join(root, name));
    writeFileSync(path.join(root, `${name}.br`), brotliCompressSync(content));
    writeFileSync(path.join(root, `${name}.gz`), gzipSync(content));
  }
});
