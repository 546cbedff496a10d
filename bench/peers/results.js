// The results, in one file, by size. Each part says on what machine and of which commit.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { serving } from "./record/store.js";

const file = new URL("../results/peers.json", import.meta.url);

/** What was measured, by size. */
export function read() {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { sizes: {} };
}

/** Puts the figures of one run in their place. Questions that it didn't ask keep their figures, and the head that says whence. */
export function keep(size, { questions, ...rest }) {
  const results = read();
  const head = headOf();
  const earlier = results.sizes[size]?.questions ?? {};
  const measured = Object.fromEntries(
    Object.entries(questions).map(([name, each]) => [name, { ...each, commit: head.commit }]),
  );
  results.sizes[size] = { head, ...rest, questions: { ...earlier, ...measured } };
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);
}

function headOf() {
  const git = (...of) => execFileSync("git", of, { encoding: "utf8" }).trim();
  return {
    processor: os.cpus()[0].model,
    processors: os.cpus().length,
    gigabytes: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    database: `Neo4j embedded, heap ${serving.heap}, page cache ${serving.pageCache}`,
    // More than the processors means that others worked on the machine too, or that it was kept busy by this run.
    loadAverage: Number(os.loadavg()[2].toFixed(1)),
    commit: `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "--", "src", "cypher") === "" ? "" : " with changes"}`,
    date: new Date().toISOString().slice(0, 10),
  };
}
