// Do indexes that somebody else adds make the product's plans dearer? Every operation and question, with three such
// indexes and without, in turns. Run: ENTENTE_DATA=<folder of the data sets> npm run bench:foreign [-- --size 1 --turns 3 --only NAME]
import "reflect-metadata";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pino } from "pino";
import "../dist/entities/entities.js";
import { startProduct } from "./peers/contestants/contestants.js";
import { median, rounded } from "./peers/measure/statistics.js";
import { questions } from "./peers/questions/questions.js";
import { serve, storeOf } from "./peers/record/store.js";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "1" },
    turns: { type: "string", default: "3" },
    only: { type: "string", multiple: true, default: [] },
    stores: { type: "string", default: fileURLToPath(new URL("peers/stores", import.meta.url)) },
  },
});
const indexes = {
  foreignMeeting: "(n:Meeting) ON (n.id)",
  foreignParticipation: "(n:Participation) ON (n.meetingId)",
  foreignOfficial: "(n:Official) ON (n.name)",
};
const most = 1.2;
const times = 7;
const log = pino({ level: "warn" });
const { database, run, stop } = await serve(await storeOf(Number(values.size), values.stores, log), log);
const statements = [];
const servers = [];
try {
  await remove();
  // One that is timed, and one whose statements are profiled.
  const timed = await startProduct(database, "off");
  servers.push(timed);
  const profiled = await startProduct(database, "off", ({ hits }) => statements.push(hits));
  servers.push(profiled);
  /** @type {[string, object][]} */
  const all = [
    ...readdirSync("operations").map((name) => [
      name.replace(".graphql", ""),
      { query: readFileSync(`operations/${name}`, "utf8") },
    ]),
    ...questions
      .filter(({ entente }) => typeof entente.variables !== "function")
      .map(({ name, entente: { query, variables } }) => [name, { query, variables }]),
  ];
  const asked = all.filter(([name]) => values.only.length === 0 || values.only.includes(name));
  const found = new Map(asked.map(([name]) => [name, { without: measures(), with: measures() }]));
  for (let turn = 0; turn < Number(values.turns); turn += 1)
    for (const state of ["without", "with"]) {
      await (state === "with" ? add() : remove());
      for (const [name, body] of asked) {
        const { hits, milliseconds } = found.get(name)[state];
        // Plans are made anew when indexes change, and on a busy machine not in the time that a request has.
        await ask(profiled, body).catch(() => undefined);
        await pause(20);
        statements.length = 0;
        await ask(profiled, body);
        await pause(20);
        hits.push(statements.reduce((sum, each) => sum + each, 0));
        await ask(timed, body).catch(() => undefined);
        for (let each = 0; each < times; each += 1) milliseconds.push(await ask(timed, body));
      }
      console.log(`turn ${turn + 1} of ${values.turns}, ${state} the indexes`);
    }
  const rows = [...found].map(([name, { without, with: beside }]) => {
    const of = (what) => [median(without[what]), median(beside[what])].map(rounded);
    const [hits, milliseconds] = [of("hits"), of("milliseconds")];
    const [hitsRatio, timeRatio] = [hits, milliseconds].map(([before, after]) => rounded(after / before));
    return {
      name,
      hits: hits[0],
      hitsThen: hits[1],
      hitsRatio,
      milliseconds: milliseconds[0],
      millisecondsThen: milliseconds[1],
      timeRatio,
    };
  });
  const dearer = rows.filter(({ hitsRatio, timeRatio }) => hitsRatio > most || timeRatio > most);
  const names = dearer.map(({ name }) => String(name));
  const result = {
    size: Number(values.size),
    indexes: Object.values(indexes),
    most,
    dearer: names,
    rows,
  };
  writeFileSync(new URL("results/foreignIndexes.json", import.meta.url), `${JSON.stringify(result, null, 1)}\n`);
  console.table(rows);
  console.log(`More than ${most} times as dear in hits or time: ${names.join(", ") || "none"}.`);
  process.exitCode = dearer.some(({ hitsRatio }) => hitsRatio > most) ? 1 : 0;
} finally {
  for (const server of servers) await server.stop();
  await remove();
  await stop();
}

function measures() {
  return { hits: [], milliseconds: [] };
}

async function add() {
  for (const [name, on] of Object.entries(indexes)) await run(`CREATE INDEX ${name} IF NOT EXISTS FOR ${on}`);
  await run("CALL db.awaitIndexes(600)");
}

async function remove() {
  for (const name of Object.keys(indexes)) await run(`DROP INDEX ${name} IF EXISTS`);
}

async function ask({ url }, body) {
  const begun = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(`${body.query.slice(0, 80)}: ${errors[0].message}`);
  return performance.now() - begun;
}
