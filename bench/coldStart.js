// Is "ready" usable? Starts the product on a folder with the record, and runs each query of operations/, then ten of
// other shapes, once each as soon as it is ready. Run: npm run bench:cold -- <folder> [--busy] [--product <folder>].
// <folder> is an ENTENTE_HOME; --busy keeps all processors busy meanwhile; --product measures another built tree.
// The result is committed.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Kind, parse, print } from "graphql";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { busy: { type: "boolean", default: false }, product: { type: "string" } },
});
const here = fileURLToPath(new URL("..", import.meta.url));
const product = path.resolve(values.product ?? here);
const [home] = positionals;
if (!home || !existsSync(path.join(home, "graph")))
  throw new Error(`Expected a folder that has a graph, an ENTENTE_HOME with the record; came ${home ?? "nothing"}.`);

const questions = [
  ...readdirSync(path.join(here, "operations")).map((name) => [
    path.basename(name, ".graphql"),
    readFileSync(path.join(here, "operations", name), "utf8"),
  ]),
  ...parse(readFileSync(new URL("coldQuestions.graphql", import.meta.url), "utf8")).definitions.map((each) => [
    each.name.value,
    print({ kind: Kind.DOCUMENT, definitions: [each] }),
  ]),
];

const distractions = values.busy ? cpus().map(() => spawn(process.execPath, ["-e", "for (;;);"])) : [];
const port = await freePort();
const begun = performance.now();
const server = spawn(process.execPath, ["dist/main.js", "serve"], {
  cwd: product,
  env: { ...process.env, ENTENTE_HOME: path.resolve(home), ENTENTE_PORT: String(port), ENTENTE_LOG_LEVEL: "debug" },
  stdio: ["ignore", "pipe", "inherit"],
});
let log = "";
server.stdout.on("data", (chunk) => (log += chunk));
const ended = new Promise((resolve) => server.once("exit", resolve));
try {
  const database = await seen(/"database":(\d+).*Neo4j is ready/);
  const pid = Number(database.found[1]);
  const ready = await seen(/Entente answers at/);
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) await pause(20);
  const readyAt = Math.round(performance.now() - begun);
  const processorAtReady = processorSeconds(pid);
  const asked = [];
  for (const [name, query] of questions) asked.push({ name, ...(await ask(query)) });
  const result = {
    what: "A start with the record: milliseconds to the database, to ready, and of each question asked once from then on.",
    busy: values.busy,
    processors: cpus().length,
    loadAverage: Number(loadavg()[0].toFixed(1)),
    databaseReady: database.at,
    ready: Math.max(ready.at, readyAt),
    processorSecondsAtReady: processorAtReady,
    processorSecondsAtEnd: processorSeconds(pid),
    slowest: Math.max(...asked.map(({ milliseconds }) => milliseconds)),
    errors: asked.filter(({ errors }) => errors).length,
    questions: asked,
  };
  console.table(asked);
  console.log({ ...result, questions: asked.length });
  // The figures of another tree are for comparison, not for the repository.
  const folder = product === path.resolve(here) ? path.join(here, "bench/results") : product;
  mkdirSync(folder, { recursive: true });
  const name = values.busy ? "coldStartBusy.json" : "coldStart.json";
  writeFileSync(path.join(folder, name), `${JSON.stringify(result, null, 1)}\n`);
} finally {
  server.kill("SIGTERM");
  await ended;
  for (const each of distractions) each.kill();
}

async function ask(query) {
  const start = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  const milliseconds = Math.round(performance.now() - start);
  return { milliseconds, ...(errors && { errors: errors.map((each) => each.extensions?.code).join() }) };
}

async function seen(pattern) {
  for (;;) {
    const found = pattern.exec(log);
    if (found) return { found, at: Math.round(performance.now() - begun) };
    if (server.exitCode !== null) throw new Error(`The server ended before it was ready:\n${log}`);
    await pause(20);
  }
}

/** For a process and all its threads. Null except on Linux. */
function processorSeconds(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const fields = readFileSync(file, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
