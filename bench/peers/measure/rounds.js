// Many short rounds, in which all contestants answer the same question one after the other, in an order that rotates:
// whatever else the machine does, it does to all of them.
import { messageOf } from "./connection.js";
import { throughput } from "./throughput.js";

/** A measure that took this long isn't repeated, in milliseconds. */
const long = 4000;

/**
 * Measures.
 * @param agreed the questions, with the body for each contestant.
 * @param started the contestants by name.
 * @param plan the numbers of connections, of rounds, and the milliseconds of a measure.
 * @returns rows of question, contestant, connections, round, and what `throughput` returns.
 */
export async function measureRounds(agreed, started, { connections, rounds, milliseconds }, database, tell) {
  const names = Object.keys(started);
  const rows = [];
  const tooLong = new Set();
  const measure = async (question, name, count, time) => {
    const { url } = started[name];
    return throughput(started[name], messageOf(url, question.asked[name].body), count, time, database);
  };
  // Java and V8 compile what is used often, and Neo4j plans each statement once.
  for (const question of agreed) {
    tell(`warming up: ${question.name}`);
    for (const name of names) await measure(question, name, 8, milliseconds * 2);
  }
  for (let round = 0; round < rounds; round += 1) {
    tell(`round ${round + 1} of ${rounds}`);
    for (const [index, question] of agreed.entries())
      for (const count of connections)
        for (let turn = 0; turn < names.length; turn += 1) {
          const name = names[(turn + round + index) % names.length];
          const key = `${question.name} ${name} ${count}`;
          if (tooLong.has(key)) continue;
          const begun = performance.now();
          const found = await measure(question, name, count, milliseconds);
          if (performance.now() - begun > long) tooLong.add(key);
          rows.push({ question: question.name, contestant: name, connections: count, round, ...found });
        }
  }
  return rows;
}
