// Everything that is measured at one size of the record.
import { contestants, start } from "./contestants/contestants.js";
import { agree } from "./measure/agree.js";
import { messageOf } from "./measure/connection.js";
import { openLoop } from "./measure/openLoop.js";
import { residentMemory } from "./measure/processes.js";
import { measureRounds } from "./measure/rounds.js";
import { countStatements } from "./measure/statements.js";
import { rounded } from "./measure/statistics.js";
import { medians, ratio } from "./measure/summary.js";
import { serve, storeOf } from "./record/store.js";

/** The one that Entente is compared with, and for whom percentiles are taken besides. */
const peer = "neo4jGraphql";
const patient = ["entente", peer];

/**
 * Measures.
 * @param size how many times the record.
 * @param questions what is asked.
 * @param plan the numbers of connections and rounds, and milliseconds.
 * @param stores the folder of the stores.
 * @returns the figures of each question, and the memory of each contestant.
 * @throws Error if two contestants' answers differ.
 */
export async function measureSize(size, questions, plan, stores, log, tell) {
  const { database, run, stop } = await serve(await storeOf(size, stores, log), log);
  const started = {};
  try {
    // The index that the peer's @fulltext names. It changes no plan of the others.
    await run("CREATE FULLTEXT INDEX peerOfficialNames IF NOT EXISTS FOR (n:Official) ON EACH [n.name]");
    await run("CALL db.awaitIndexes(600)");
    const [[nodes]] = await run("MATCH (node:Node) RETURN count(node)");
    const names = Object.keys(contestants);
    for (const name of names) {
      started[name] = { form: contestants[name].form, ...(await start(name, database)) };
      tell(`${name} is ready`);
    }
    const agreed = await agree(questions, started, run);
    tell(`${agreed.length} questions, to which all ${names.length} give the same answers`);
    const counted = await countStatements(agreed, names, database);
    const rows = await measureRounds(agreed, started, plan, database.pid, tell);
    const measured = {};
    for (const { name, title, counts, digest, asked } of agreed) {
      const of = {};
      for (const each of names)
        of[each] = {
          ...counted[name][each],
          bytes: asked[each].bytes,
          connections: Object.fromEntries(plan.connections.map((count) => [count, medians(rows, name, each, count)])),
        };
      for (const each of patient) {
        tell(`percentiles: ${name}, ${each}`);
        const highest = Math.max(...Object.values(of[each].connections).map(({ perSecond }) => perSecond));
        const message = messageOf(started[each].url, asked[each].body);
        of[each].openLoop = [
          await openLoop(started[each], message, highest * 0.5, plan.milliseconds * 2),
          await openLoop(started[each], message, highest * 0.8, plan.milliseconds * 2),
        ].map((found) => Object.fromEntries(Object.entries(found).map(([key, value]) => [key, rounded(value)])));
      }
      const against = (others) =>
        Object.fromEntries(
          names
            .filter((each) => contestants[each].form === "entente")
            .map((each) => [
              each,
              Object.fromEntries(plan.connections.map((count) => [count, ratio(rows, name, count, each, others)])),
            ]),
        );
      measured[name] = {
        title,
        counts,
        digest,
        againstPeer: against(peer),
        againstFloor: against("floor"),
        contestants: of,
      };
    }
    const memory = Object.fromEntries(names.map((name) => [name, residentMemory(started[name].pid)]));
    return { nodes, plan, memory: { ...memory, database: residentMemory(database.pid) }, questions: measured };
  } finally {
    for (const server of Object.values(started)) await server.stop();
    await stop();
  }
}
