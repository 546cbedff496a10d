// How long do paths between two officials, shared entities and neighborhoods take on the full record? 200 random pairs,
// the same each time; in milliseconds, and relative to the smallest query, in the same run.
// Run: ENTENTE_DATA=<folder of the data sets> npm run bench:paths, or NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD of a
// graph with the record.
import "reflect-metadata";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { connect } from "../dist/graph/database/driver.js";
import { startEmbedded } from "../dist/graph/database/embedded.js";
import { startServer } from "../dist/http/server.js";
import { readSettings } from "../dist/settings.js";

const pairs = 200;
const log = pino({ level: "silent" });
const { limits } = readSettings({ ...process.env });
const { address, stop } = await recordOf();
const door = await connect(address, log);
const server = await startServer(
  { host: "127.0.0.1", port: 0, corsOrigins: [], limits: { ...limits, milliseconds: 60_000 } },
  log,
);
server.answerFrom(door);
try {
  const rows = await door.run(
    "MATCH (official:Official) WHERE official.sortKey >= '' AND official.id >= '' RETURN official.id ORDER BY official.id",
    {},
    60_000,
  );
  const officials = rows.map(([id]) => id);
  const random = randomNumbers(20231227);
  const pick = () => officials[Math.floor(random() * officials.length)];
  const chosen = Array.from({ length: pairs }, () => [pick(), pick()]).filter(([from, to]) => from !== to);

  const way = (from, to) =>
    `{ paths(from: { id: "${from}" }, to: { id: "${to}" }) { truncated paths { length sentence steps { relation from { id name } to { id name } via { id } claims { id } } } searched { entities steps } } }`;
  // Statements are planned once; this measures the time after that.
  for (const [from, to] of chosen.slice(0, 20)) await ask(way(from, to));
  const smallest = await times(50, () => ask("{ __typename }"));
  const byLength = {};
  const all = [];
  let truncated = 0;
  for (const [from, to] of chosen) {
    const { data, milliseconds } = await ask(way(from, to));
    const length = data.paths.paths[0]?.length ?? "unconnected";
    (byLength[length] ??= []).push(milliseconds);
    all.push(milliseconds);
    if (data.paths.truncated) truncated += 1;
  }
  const questions = {
    "common of two officials": `{ common(a: { id: "official:blinken-antony-j" }, b: { id: "official:kerry-john-forbes" }) { totalCount countsByKind { kind count } edges { node { id name } fromA { sentence } fromB { sentence } } } }`,
    "common of two states": `{ common(a: { id: "country:us" }, b: { id: "country:mx" }) { totalCount countsByKind { kind count } edges { node { id name } fromA { sentence } fromB { sentence } } } }`,
    "neighborhood of a meeting, depth 1": around("meeting:mexico-city-2023-12-27", 1),
    "neighborhood of a meeting, depth 2": around("meeting:mexico-city-2023-12-27", 2),
    "neighborhood of the United States, depth 2": around("country:us", 2),
  };
  const others = {};
  for (const [name, question] of Object.entries(questions)) {
    await ask(question);
    others[name] = summary(await times(20, () => ask(question)), smallest);
  }
  const result = {
    // On a busy machine the ratios are more meaningful than the milliseconds.
    machine: { processors: availableParallelism(), load: Number(loadavg()[0].toFixed(1)) },
    pairs: all.length,
    smallest: { p50: at(smallest, 0.5), p95: at(smallest, 0.95) },
    paths: summary(all, smallest),
    truncated,
    byLength: Object.fromEntries(
      Object.entries(byLength).map(([length, each]) => [length, { pairs: each.length, ...summary(each, smallest) }]),
    ),
    others,
  };
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/paths.json", `${JSON.stringify(result, null, 1)}\n`);
  console.table({ paths: result.paths, ...result.byLength, ...others });
} finally {
  await server.close();
  await door.close();
  await stop();
}

async function recordOf() {
  const { NEO4J_URI: uri, NEO4J_USER: user = "neo4j", NEO4J_PASSWORD: password, ENTENTE_DATA: data } = process.env;
  if (uri) return { address: { uri, user, password }, stop: async () => undefined };
  if (!data)
    throw new Error("ENTENTE_DATA must name the folder of the data sets, or NEO4J_URI a graph with the record.");
  const folder = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
  const loading = spawnSync(process.execPath, ["--max-old-space-size=768", "dist/main.js", "ingest", "record", data], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ENTENTE_HOME: folder, ENTENTE_HEAP: "512m", ENTENTE_PAGE_CACHE: "256m" },
  });
  if (loading.status !== 0) throw new Error("The record could not be loaded.");
  const database = await startEmbedded({ folder, heap: "512m", pageCache: "256m" }, log);
  return {
    address: database,
    stop: async () => {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function around(id, depth) {
  return `{ neighborhood(of: [{ id: "${id}" }], depth: ${depth}) { nodes { entityId kind label degree omitted } edges { key source target relation sentence } } }`;
}

async function ask(question) {
  const start = performance.now();
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: question }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return { data, milliseconds: performance.now() - start };
}

async function times(count, work) {
  const taken = [];
  for (let index = 0; index < count; index += 1) taken.push((await work()).milliseconds);
  return taken;
}

function summary(taken, smallest) {
  const [p50, p95] = [at(taken, 0.5), at(taken, 0.95)];
  return { p50, p95, ratio50: Math.round(p50 / at(smallest, 0.5)), ratio95: Math.round(p95 / at(smallest, 0.5)) };
}

function at(taken, share) {
  const sorted = [...taken].sort((a, b) => a - b);
  return Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1));
}

function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
