// The cost of the query on two states, as one request over HTTP: median and 95th percentile of 50, and the
// number of statements, for a neighbour, two hubs, and a small state, compared with a minimal request.
// Run on a graph with the record: NEO4J_URI=… NEO4J_PASSWORD=… npm run bench:bilateral
import "reflect-metadata";
import { readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { Writable } from "node:stream";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { connect } from "../dist/graph/database/driver.js";
import { startServer } from "../dist/http/server.js";
import { readSettings } from "../dist/settings.js";

const times = 50;
const pairs = [
  ["US", "MX"],
  ["US", "GB"],
  ["US", "PW"],
];
const { database, limits } = readSettings();
if (!database) throw new Error("NEO4J_URI must name a graph that holds the record.");
const lines = [];
const log = pino({ level: "info" }, new Writable({ write: (line, _, done) => (lines.push(JSON.parse(line)), done()) }));
const server = await startServer({ host: "127.0.0.1", port: 0, corsOrigins: [], limits }, log);
const door = await connect(database, log);
server.answerFrom(door);
try {
  const whole = readFileSync("operations/us-and-mexico.graphql", "utf8");
  const least = await measure("{ __typename }");
  const rows = [{ request: "{ __typename }", ...least }];
  for (const [a, b] of pairs) {
    const asked = whole
      .replace('a: { isoAlpha2: "US" }', `a: { isoAlpha2: "${a}" }`)
      .replace('b: { isoAlpha2: "MX" }', `b: { isoAlpha2: "${b}" }`);
    const found = await measure(asked);
    rows.push({ request: `${a} and ${b}`, ...found, ratio: Math.round(found.median / least.median) });
  }
  const machine = { cores: os.cpus().length, load: Number(os.loadavg()[0].toFixed(1)) };
  writeFileSync("bench/results/bilateral.json", `${JSON.stringify({ times, machine, rows }, null, 1)}\n`);
  console.table(rows);
} finally {
  await server.close();
  await door.close();
}

async function measure(query) {
  // The graph plans each statement once, and Java compiles what is used often.
  for (let warm = 0; warm < 30; warm += 1) await ask(query);
  const milliseconds = [];
  let answer;
  for (let each = 0; each < times; each += 1) {
    const begin = performance.now();
    answer = await ask(query);
    milliseconds.push(performance.now() - begin);
  }
  milliseconds.sort((a, b) => a - b);
  const line = lines.find(({ requestId }) => requestId === answer.requestId);
  return {
    median: rounded(milliseconds[Math.floor(times / 2)]),
    p95: rounded(milliseconds[Math.floor(times * 0.95)]),
    least: rounded(milliseconds[0]),
    statements: line?.queries ?? 0,
    rows: line?.rows ?? 0,
    bytes: answer.bytes,
  };
}

async function ask(query) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const body = await response.text();
  const { errors } = JSON.parse(body);
  if (errors) throw new Error(errors[0].message);
  return { requestId: response.headers.get("x-request-id"), bytes: body.length };
}

function rounded(number) {
  return Number(number.toFixed(1));
}
