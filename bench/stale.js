// Is any answer stale? Reads over HTTP while another process writes to the database at random. An answer is stale if it
// lacks what was committed before it was asked. Needs no data sets: the graph is the seed, in a temporary folder.
// Run: npm run bench:stale [-- --reads 100000 --connections 8 --freshness strict]. Fails if strict answers are stale.
import "reflect-metadata";
import { fork } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import { canReuse, startProduct } from "./peers/contestants/contestants.js";
import { messageOf, openConnection } from "./peers/measure/connection.js";
import { serve } from "./peers/record/store.js";
import { preparedStore } from "../tests/support/preparedStore.js";

const { values } = parseArgs({
  options: {
    reads: { type: "string", default: "100000" },
    connections: { type: "string", default: "8" },
    freshness: { type: "string", default: "strict" },
  },
});
const reads = Number(values.reads);
const folder = mkdtempSync(path.join(tmpdir(), "entente-bench-"));
const log = pino({ level: "warn" });
cpSync(await preparedStore(log), folder, { recursive: true });
const { database, run, stop } = await serve(folder, log, { heap: "512m", pageCache: "128m" });
let server;
let writer;
try {
  server = await startProduct(database, values.freshness);
  const ids = (await run("MATCH (node:Meeting) RETURN node.id ORDER BY node.id LIMIT 20")).map(([id]) => id);
  // What was committed, as far as this process was told: always less than what is.
  const committed = new Map(ids.map((id) => [id, 0]));
  let topics = (await run("MATCH (topic:Topic) RETURN count(topic)"))[0][0];
  let writes = 0;
  writer = fork(new URL("staleWriter.js", import.meta.url), {
    env: { ...process.env, ADDRESS: JSON.stringify({ ...database, ids }) },
  });
  await new Promise((resolve, reject) => {
    writer.once("exit", (code) => reject(new Error(`The writer ended with ${code}.`)));
    writer.on("message", ({ id, version }) => {
      writes += 1;
      if (id) committed.set(id, version);
      else topics += 1;
      resolve();
    });
  });

  const kinds = [
    [
      "one by its id",
      (id) => [`query ($id: ID!) { meeting(by: { id: $id }) { id summary } }`, { id }],
      ({ meeting }) => [meeting],
    ],
    ["a page", () => ["{ meetings(first: 50) { nodes { id summary } } }"], ({ meetings }) => meetings.nodes],
    [
      "through a relation",
      () => [`{ country(by: { isoAlpha2: "US" }) { meetings(first: 50) { nodes { id summary } } } }`],
      ({ country }) => country.meetings.nodes,
    ],
    ["a count", () => ["{ topics { totalCount } }"], ({ topics: { totalCount } }) => totalCount],
  ];
  let asked = 0;
  const stale = Object.fromEntries(kinds.map(([name]) => [name, 0]));
  const examples = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: Number(values.connections) }, async () => {
      const connection = await openConnection(server.url);
      while (asked < reads) {
        asked += 1;
        const [name, textFor, found] = kinds[Math.floor(Math.random() * kinds.length)];
        const [query, variables] = textFor(ids[Math.floor(Math.random() * ids.length)]);
        const [known, knownTopics] = [new Map(committed), topics];
        const { body } = await connection.ask(messageOf(server.url, { query, variables }));
        const { data, errors } = JSON.parse(body.toString());
        if (errors) throw new Error(errors[0].message);
        const answer = found(data);
        const late =
          typeof answer === "number"
            ? answer < knownTopics && { answer, known: knownTopics }
            : answer
                .filter(({ id, summary }) => known.get(id) > versionOf(summary))
                .map(({ id, summary }) => ({ id, summary, known: known.get(id) }))[0];
        if (!late) continue;
        stale[name] += 1;
        if (examples.length < 5) examples.push({ kind: name, ...late });
      }
      connection.close();
    }),
  );
  const seconds = Math.round((performance.now() - begun) / 1000);
  const total = Object.values(stale).reduce((sum, each) => sum + each, 0);
  const result = {
    freshness: canReuse ? values.freshness : "answers aren't reused",
    reads: asked,
    writes,
    seconds,
    stale: total,
    byKind: stale,
    examples,
  };
  writeFileSync(new URL("results/stale.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
  console.log(result);
  process.exitCode = total > 0 && values.freshness !== "max-age" ? 1 : 0;
} finally {
  writer?.removeAllListeners("exit");
  writer?.kill();
  await server?.stop();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

function versionOf(summary) {
  return Number(/^version (\d+)$/.exec(summary ?? "")?.[1] ?? 0);
}
