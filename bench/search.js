// How long do searches and suggestions take on the full record, over HTTP? 200 varied ones
// each, and a request without a statement, in the same run.
// Run: ENTENTE_DATA=<folder of the data sets> npm run bench:search. With NEO4J_URI or ENTENTE_HOME, uses the
// existing graph.
import "reflect-metadata";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { openDatabase } from "../dist/cli/database.js";
import { startServer } from "../dist/http/server.js";
import { readSettings } from "../dist/settings.js";

const count = 200;
const targets = { search: 100, suggest: 50 };
const log = pino({ level: "warn" });
const given = process.env.NEO4J_URI || process.env.ENTENTE_HOME;
const folder = given ? undefined : load();
const settings = readSettings(folder ? { ...process.env, ENTENTE_HOME: folder, ENTENTE_HEAP: "512m" } : process.env);
const database = await openDatabase(settings, log);
const server = await startServer({ ...settings, port: 0 }, log);
server.answerFrom(database.door);
try {
  const random = randomOf(2023);
  const names = await namesOf(database.door);
  const searches = Array.from({ length: count }, (_, index) => searchOf(index, names, random));
  const prefixes = Array.from({ length: count }, (_, index) => prefixOf(index, names, random));
  const page =
    "edges { cursor score matchedOn { field text manner segments { text matched } } node { id name summary __typename } } pageInfo { hasNextPage endCursor }";
  const questions = {
    nothing: searches.map(() => ["{ __typename }", {}]),
    search: searches.map((text) => [`query ($text: String!) { search(text: $text) { ${page} } }`, { text }]),
    searchCounted: searches.map((text) => [
      `query ($text: String!) { search(text: $text) { totalCount truncated facets { countsByKind { kind count } countsByDecade { decade count } } ${page} } }`,
      { text },
    ]),
    suggest: prefixes.map((prefix) => [
      "query ($prefix: String!) { suggest(prefix: $prefix) { entityId text segments { text matched } kind line } }",
      { prefix },
    ]),
  };
  // A freshly started server has compiled nothing.
  for (const asked of Object.values(questions)) for (const each of asked) await ask(each);
  const times = Object.fromEntries(Object.keys(questions).map((name) => [name, []]));
  let found = 0;
  // Interleaved, so that other load on the machine affects all equally.
  for (let index = 0; index < count; index += 1)
    for (const [name, asked] of Object.entries(questions)) {
      const started = performance.now();
      const { data, errors } = await ask(asked[index]);
      times[name].push(performance.now() - started);
      if (errors) throw new Error(`${JSON.stringify(asked[index])}: ${errors[0].message}`);
      if (name === "search" && data.search.edges.length > 0) found += 1;
    }
  const [[nodes]] = await database.door.run("MATCH (node:Node) RETURN count(node)", {}, 60_000);
  const rows = Object.fromEntries(
    Object.entries(times).map(([name, each]) => {
      const [median, late] = [rank(each, 0.5), rank(each, 0.95)];
      return [name, { median, percentile95: late, ...(targets[name] && { target: targets[name] }) }];
    }),
  );
  for (const row of Object.values(rows)) row.timesNothing = round(row.median / rows.nothing.median);
  const result = {
    machine: `${process.platform}, Node ${process.version}, milliseconds`,
    nodes,
    requests: count,
    searchesThatFound: found,
    rows,
    examples: { searches: searches.slice(0, 10), prefixes: prefixes.slice(0, 10) },
  };
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/search.json", `${JSON.stringify(result, null, 1)}\n`);
  console.table(rows);
  console.log(`${found} of ${count} searches found something, among ${nodes} nodes.`);
} finally {
  await server.close();
  await database.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

/** Loads the record into a new folder. */
function load() {
  const data = process.env.ENTENTE_DATA;
  if (!data) throw new Error("ENTENTE_DATA must name the folder of the data sets.");
  const home = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
  const { status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=768", "dist/main.js", "ingest", "record", data],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ENTENTE_HOME: home, ENTENTE_HEAP: "512m", ENTENTE_PAGE_CACHE: "256m" },
    },
  );
  if (status !== 0) throw new Error("The record could not be loaded.");
  return home;
}

async function ask([query, variables]) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

async function namesOf(door) {
  const rows = await door.run(
    `UNWIND ["Official", "Country", "Place", "Meeting", "Post", "Tenure"] AS label
     CALL (label) { MATCH (node:Node) WHERE label IN labels(node) RETURN node.name AS name ORDER BY node.id }
     RETURN label, collect(name)`,
    {},
    60_000,
  );
  const byLabel = new Map(rows);
  // People and countries are searched more often than the records named after them.
  const shares = [
    "Official",
    "Official",
    "Official",
    "Official",
    "Country",
    "Country",
    "Place",
    "Meeting",
    "Post",
    "Tenure",
  ];
  return shares.map((label) => byLabel.get(label));
}

/** A name unchanged; its last word; without accents; with a typo; two words of it, in another order. */
function searchOf(index, names, random) {
  const list = names[index % names.length];
  const name = list[Math.floor(random() * list.length)].slice(0, 200);
  const words = name.split(/\s+/);
  switch (Math.floor(index / names.length) % 5) {
    case 0:
      return name;
    case 1:
      return words.at(-1);
    case 2:
      return plain(name);
    case 3:
      return mistyped(name, random);
    default:
      return words.length > 1 ? `${words.at(-1)} ${words[0]}` : name.toUpperCase();
  }
}

function prefixOf(index, names, random) {
  const list = names[index % names.length];
  const words = plain(list[Math.floor(random() * list.length)]).split(/\s+/);
  const length = 1 + (index % 6);
  return index % 3 === 0 || words.length === 1 ? words[0].slice(0, length) : `${words[0]} ${words[1].slice(0, length)}`;
}

function mistyped(name, random) {
  const place = 1 + Math.floor(random() * (name.length - 1));
  return `${name.slice(0, place)}${"aeionrst"[Math.floor(random() * 8)]}${name.slice(place + 1)}`;
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// The same names on each run: mulberry32.
function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function rank(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return round(sorted[Math.ceil(share * sorted.length) - 1]);
}

function round(value) {
  return Math.round(value * 10) / 10;
}
