// How long loading the whole record takes, into an empty graph and again, and its memory; and how fast the loaded
// graph starts compared with an empty one. Run: ENTENTE_DATA=<folder of the data sets> npm run bench:ingest
import "reflect-metadata";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { connect } from "../dist/graph/database/driver.js";
import { startEmbedded } from "../dist/graph/database/embedded.js";
import { prepare } from "../dist/graph/database/prepare.js";

const data = process.env.ENTENTE_DATA;
if (!data) throw new Error("ENTENTE_DATA must name the folder of the data sets.");
const log = pino({ level: "warn" });
const folder = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
const home = (name) => path.join(folder, name);

/** Starts a graph, and returns the seconds until it answers. */
async function start(name) {
  const started = performance.now();
  const database = await startEmbedded({ folder: home(name), heap: "256m", pageCache: "64m" }, log);
  const door = await connect(database, log);
  await prepare(door);
  return { door, database, seconds: round((performance.now() - started) / 1000) };
}

async function stop({ door, database }) {
  await door.close();
  await database.stop();
}

/** Loads all data sets in a separate process, as a user does. */
function load(name) {
  const started = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=768", "dist/main.js", "ingest", "record", data, "--json"],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      env: { ...process.env, ENTENTE_HOME: home(name), ENTENTE_HEAP: "512m", ENTENTE_PAGE_CACHE: "256m" },
    },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = round((performance.now() - started) / 1000);
  const sets = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map(({ rejected, merged, ...rest }) => ({ ...rest, rejected: rejected.length, merged: merged.length }));
  return { seconds, megabytes: Math.max(...sets.map((set) => set.megabytes)), sets };
}

function round(seconds) {
  return Math.round(seconds * 10) / 10;
}

await stop(await start("empty"));
const empty = await start("empty");
await stop(empty);
const first = load("record");
const again = load("record");
const loaded = await start("record");
const labels = await loaded.door.run(
  "MATCH (node:Node) UNWIND labels(node) AS label WITH label WHERE label <> 'Node' RETURN label, count(*) ORDER BY label",
  {},
  60_000,
);
const [[edges]] = await loaded.door.run("MATCH ()-[edge]->() RETURN count(edge)", {}, 60_000);
await stop(loaded);
rmSync(folder, { recursive: true });

const claims = new Map(labels).get("Claim");
const result = {
  machine: `${process.platform}, Node ${process.version}, the start of the database within both times`,
  secondsIntoEmpty: first.seconds,
  secondsAgain: again.seconds,
  ratio: Math.round((again.seconds / first.seconds) * 100) / 100,
  claimsPerSecond: Math.round(claims / first.seconds),
  megabytesOfImporter: first.megabytes,
  changedAgain: again.sets.reduce((sum, { counts }) => sum + counts.new + counts.changed + counts.withdrawn, 0),
  startOfEmpty: empty.seconds,
  startOfLoaded: loaded.seconds,
  nodes: Object.fromEntries(labels),
  edges,
  sets: first.sets.map(({ name, read, merged, rejected, counts, seconds }) => ({
    name,
    read,
    merged,
    rejected,
    seconds,
    ...counts,
  })),
};
mkdirSync("bench/results", { recursive: true });
writeFileSync("bench/results/ingest.json", `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
