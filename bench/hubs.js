// Does a page of a hub cost as much as a page of a small list? Db hits by PROFILE of every list of one
// node, with 1,000 and with 10,000 items. Run: npm run bench:hubs. The result is committed.
import "reflect-metadata";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import neo4j from "neo4j-driver";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { connect } from "../dist/graph/database/driver.js";
import { startEmbedded } from "../dist/graph/database/embedded.js";
import { allTypes, owningSideOf, relationOf, relationsOf, typeOf } from "../dist/graph/model/model.js";
import { readPage } from "../dist/graph/page.js";
import { prepare } from "../dist/graph/database/prepare.js";
import { patternOf } from "../dist/graph/model/pattern.js";
import { countQuery, manyQuery } from "../dist/graph/listQueries.js";
import { pageParameters } from "../dist/graph/pageTerms.js";

const sizes = [1000, 10_000];
const none = { text: [], parameters: {} };
const folder = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
const log = pino({ level: "warn" });
const database = await startEmbedded({ folder, heap: "1g", pageCache: "256m" }, log);
const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password));
try {
  const door = await connect(database, log);
  await prepare(door);
  await door.close();

  const hubs = allTypes().flatMap((type) =>
    relationsOf(type.class)
      .filter((relation) => relation.many && relation.domain === type.class && patternOf(relation).index !== null)
      .map((relation) => ({ name: `${type.name}.${relation.name}`, relation })),
  );
  const measured = {};
  for (const size of sizes) {
    for (const [index, { name, relation }] of hubs.entries()) {
      await fill(index, relation, size);
      measured[name] ??= {};
      measured[name][size] = await measure(index, relation, size);
      await empty();
    }
  }
  const rows = Object.entries(measured).map(([name, bySize]) => {
    const [small, large] = sizes.map((size) => bySize[size]);
    const ratios = Object.fromEntries(
      Object.keys(large).map((key) => [key, Number((large[key] / small[key]).toFixed(2))]),
    );
    return { list: name, [sizes[0]]: small, [sizes[1]]: large, ratios };
  });
  const worst = Math.max(...rows.flatMap((row) => Object.values(row.ratios)));
  writeFileSync(new URL("results/hubs.json", import.meta.url), `${JSON.stringify({ sizes, worst, rows }, null, 1)}\n`);
  console.table(
    rows.map((row) => ({ list: row.list, ...row[sizes[1]], ratio: Math.max(...Object.values(row.ratios)) })),
  );
  console.log(`The worst ratio of db hits, ${sizes[1]} items against ${sizes[0]}: ${worst}`);
} finally {
  await driver.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

// One hub, and the items of its list, with the edge, key and sort key that the writer would set.
async function fill(index, relation, size) {
  const counted = relation.through ? relationOf(relation.domain, relation.through[0]) : relation;
  const domain = owningSideOf(counted);
  const label = typeOf(domain.domain).name;
  await driver.executeQuery(
    `CREATE (hub:Node {id: $hub})
     WITH hub UNWIND range(1, $size) AS n
     CALL (hub, n) {
       CREATE (item:Node:${label} {id: "item:" + n, sortKey: toString(date("1800-01-01") + duration({days: n / 3})), ${domain.name}Id: $hub})
       CREATE (item)-[:${domain.edge}]->(hub)
       ${relation.through ? `CREATE (item)-[:IN_MEETING]->(:Node:Meeting {id: "far:" + n, sortKey: item.sortKey, name: "A"})` : ""}
     }`,
    { hub: hubOf(index), size: neo4j.int(size) },
  );
  await driver.executeQuery("CALL db.resampleOutdatedIndexes()");
}

async function empty() {
  const session = driver.session();
  try {
    await session.run("MATCH (node:Node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS");
  } finally {
    await session.close();
  }
}

async function measure(index, relation, size) {
  const first = readPage("list", {});
  const middle = `item:${Math.floor(size / 2)}`;
  const { records } = await driver.executeQuery("MATCH (item:Node {id: $middle}) RETURN item.sortKey", { middle });
  const later = { ...first, after: [records[0].get(0), middle, ""] };
  const last = readPage("list", { last: 20 });
  const hits = {};
  for (const [name, page] of Object.entries({ first, later, last })) {
    hits[name] = await hitsOf(manyQuery(relation, page, none), {
      parents: [hubOf(index)],
      columns: ["name"],
      ...pageParameters(page),
    });
  }
  hits.count = await hitsOf(countQuery(relation, none), { parents: [hubOf(index)] });
  return hits;
}

async function hitsOf(text, parameters) {
  const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
  const sum = (plan) => Number(plan.dbHits ?? 0) + plan.children.map(sum).reduce((a, b) => a + b, 0);
  return sum(summary.profile);
}

function hubOf(index) {
  return `hub:${index}`;
}
