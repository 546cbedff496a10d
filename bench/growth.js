// The cost of pages and counts of the largest hubs when the graph is ten times larger: db hits by PROFILE on the full
// record, and on ten times as much. Run: ENTENTE_DATA=<folder of the data sets> npm run bench:growth
import "reflect-metadata";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import neo4j from "neo4j-driver";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { startEmbedded } from "../dist/graph/database/embedded.js";
import { classNamed, relationOf, typeNamed } from "../dist/graph/model/model.js";
import { readPage } from "../dist/graph/page.js";
import { countAllQuery, countQuery, listQuery, manyQuery } from "../dist/graph/listQueries.js";
import { pageParameters } from "../dist/graph/pageTerms.js";
import { multiply } from "./multiply.js";

const times = 10;
const data = process.env.ENTENTE_DATA;
if (!data) throw new Error("ENTENTE_DATA must name the folder of the data sets.");
const folder = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
const none = { text: [], parameters: {} };
const hubs = [
  ["Country", "meetings", "country:us"],
  ["Country", "participations", "country:us"],
  ["Country", "hostedMeetings", "country:us"],
  ["Country", "posts", "country:us"],
  ["Country", "flowsOfNationals", "country:mx"],
  ["Post", "tenures", "post:us-secretary-of-state"],
  ["Official", "meetings", "official:kerry-john-forbes"],
  ["Source", "claims", "source:historian-travels"],
];

const loading = spawnSync(process.execPath, ["--max-old-space-size=768", "dist/main.js", "ingest", "record", data], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, ENTENTE_HOME: folder, ENTENTE_HEAP: "512m", ENTENTE_PAGE_CACHE: "256m" },
});
if (loading.status !== 0) throw new Error("The record could not be loaded.");
const database = await startEmbedded({ folder, heap: "2g", pageCache: "1g" }, pino({ level: "warn" }));
const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password));
try {
  const [small, nodes] = [await measure(), await size()];
  await multiply(driver, times);
  const [large, manyNodes] = [await measure(), await size()];
  const rows = Object.keys(small).map((list) => ({
    list,
    once: small[list],
    [`times${times}`]: large[list],
    ratio: Number((large[list] / small[list]).toFixed(2)),
  }));
  const result = { nodes, nodesLater: manyNodes, worst: Math.max(...rows.map(({ ratio }) => ratio)), rows };
  mkdirSync("bench/results", { recursive: true });
  writeFileSync("bench/results/growth.json", `${JSON.stringify(result, null, 1)}\n`);
  console.table(rows);
  console.log(`${nodes} nodes, then ${manyNodes}: the worst ratio of db hits is ${result.worst}.`);
} finally {
  await driver.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const measured = {};
  const page = readPage("list", { first: 20 });
  const parameters = { columns: ["name"], ...pageParameters(page) };
  for (const [type, name, id] of hubs) {
    const relation = relationOf(classNamed(type), name);
    measured[`${id} ${name}, a page`] = await hitsOf(manyQuery(relation, page, none), {
      ...parameters,
      parents: [id],
    });
    measured[`${id} ${name}, totalCount`] = await hitsOf(countQuery(relation, none), { parents: [id] });
  }
  for (const name of ["Meeting", "Claim", "Flow"]) {
    measured[`${typeNamed(name).plural}, a page`] = await hitsOf(listQuery(name, page, none), parameters);
    measured[`${typeNamed(name).plural}, totalCount`] = await hitsOf(countAllQuery(name, none), {});
  }
  return measured;
}

async function hitsOf(text, parameters) {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
  const sum = (plan) => Number(plan.dbHits ?? 0) + plan.children.map(sum).reduce((a, b) => a + b, 0);
  return sum(summary.profile);
}

async function size() {
  const { records } = await driver.executeQuery("MATCH (node:Node) RETURN count(node)");
  return Number(records[0].get(0));
}
