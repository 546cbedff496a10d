// The time and memory of an export of everything in each format. Exports the whole graph at
// NEO4J_URI by `entente export`, one process for each. Run: npm run bench:export. The result is committed.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";

const main = path.resolve("dist/main.js");
const formats =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ["jsonl", "csv", "geojson", "graphml", "gexf", "jsonld", "csl.json", "bib", "ris"];
/** V8's heap limit, so that garbage is collected sooner. */
const heap = ["--max-old-space-size=64", "--max-semi-space-size=4"];

const rows = [];
for (const format of formats) {
  rows.push(await measure(format));
  console.table(rows);
  // After each, since all of them take long.
  const result = { what: "graph", heap, rows };
  writeFileSync(new URL("results/export.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
}

async function measure(format) {
  const started = performance.now();
  const child = spawn(process.execPath, [...heap, main, "export", "graph", "--format", format], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let bytes = 0;
  // The kernel records the peak resident size; it must be read while the process exists.
  let megabytes = 0;
  const look = setInterval(() => void peak(child.pid).then((found) => (megabytes = Math.max(megabytes, found))), 200);
  child.stdout.on("data", (chunk) => void (bytes += chunk.length));
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`The export as ${format} failed.`);
  const seconds = (performance.now() - started) / 1000;
  return {
    format,
    seconds: round(seconds),
    megabytes: round(bytes / 1e6),
    megabytesPerSecond: round(bytes / 1e6 / seconds),
    residentMegabytes: megabytes,
  };
}

async function peak(pid) {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Math.ceil(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
