// Does the server's memory grow? Mixed requests against the record, and its resident memory meanwhile.
// Run: ENTENTE_DATA=<folder of the data sets> npm run bench:memory [-- --requests 100000 --size 10 --limit 220]
import "reflect-metadata";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { startProduct } from "./peers/contestants/contestants.js";
import { messageOf, openConnection } from "./peers/measure/connection.js";
import { residentMemory } from "./peers/measure/processes.js";
import { median } from "./peers/measure/statistics.js";
import { serve, storeOf } from "./peers/record/store.js";

const { values } = parseArgs({
  options: {
    requests: { type: "string", default: "100000" },
    size: { type: "string", default: "10" },
    limit: { type: "string", default: "220" },
    freshness: { type: "string", default: "strict" },
    stores: { type: "string", default: fileURLToPath(new URL("peers/stores", import.meta.url)) },
  },
});
const [requests, size, limit] = [values.requests, values.size, values.limit].map(Number);
/** One in this many is a query of operations/, of which some take a hundred times as long as the others. */
const seldom = 25;
const samples = 100;
const log = pino({ level: "warn" });
const { database, run, stop } = await serve(await storeOf(size, values.stores, log), log);
let server;
try {
  server = await startProduct(database, values.freshness);
  const idsOf = async (label) => (await run(`MATCH (n:${label}) RETURN n.id LIMIT 2000`)).map(([id]) => id);
  const [officials, meetings, countries] = [await idsOf("Official"), await idsOf("Meeting"), await idsOf("Country")];
  const names = (await run("MATCH (n:Official) RETURN n.name LIMIT 2000")).map(([name]) => name.split(" ").at(-1));
  const operations = readdirSync("operations").map((name) => [readFileSync(`operations/${name}`, "utf8")]);
  const kinds = [
    () => [
      "query ($id: ID!) { official(by: { id: $id }) { id name aliases offices tenures(first: 5) { nodes { id post { name } } } } }",
      { id: one(officials) },
    ],
    () => [
      "query ($id: ID!) { meeting(by: { id: $id }) { id name participations { nodes { role official { name } country { name } } } } }",
      { id: one(meetings) },
    ],
    () => [
      "query ($id: ID!) { country(by: { id: $id }) { name meetings(first: 20) { totalCount nodes { id name date { edtf } } } } }",
      { id: one(countries) },
    ],
    () => ["query ($word: String!) { search(text: $word, first: 10) { nodes { id name } } }", { word: one(names) }],
    () => [
      "query ($id: ID!) { meetings(first: 20, filter: { host: { id: { eq: $id } } }) { nodes { id name } } }",
      { id: one(countries) },
    ],
    // A new text each time, as from a front end that writes values into its queries.
    () => [`{ official(by: { id: "${one(officials)}" }) { name } }`],
  ];
  const memory = [];
  let asked = 0;
  let failed = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const connection = await openConnection(server.url);
      while (asked < requests) {
        asked += 1;
        if (asked % Math.ceil(requests / samples) === 0) memory.push(residentMemory(server.pid));
        const [query, variables] = asked % seldom === 0 ? one(operations) : one(kinds)();
        const { body } = await connection.ask(messageOf(server.url, { query, variables }));
        if (body.includes('"errors":')) failed += 1;
      }
      connection.close();
    }),
  );
  const half = memory.slice(memory.length / 2);
  const result = {
    size,
    freshness: values.freshness,
    requests: asked,
    failed,
    seconds: Math.round((performance.now() - begun) / 1000),
    limit,
    most: Math.max(...memory),
    last: memory.at(-1),
    // Of the last half: the median of its end less that of its beginning.
    growthOfLastHalf: median(half.slice(half.length / 2)) - median(half.slice(0, half.length / 2)),
    memory,
  };
  writeFileSync(new URL("results/memory.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
  console.log({ ...result, memory: memory.filter((_, index) => index % 10 === 9).join(" ") });
  process.exitCode = result.last <= limit ? 0 : 1;
} finally {
  await server?.stop();
  await stop();
}

function one(list) {
  return list[Math.floor(Math.random() * list.length)];
}
