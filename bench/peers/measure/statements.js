// What each contestant asks of the database for one answer: statements, and database hits by PROFILE.
import { setTimeout as pause } from "node:timers/promises";
import { start } from "../contestants/contestants.js";

/** @returns for each question the numbers of statements and hits by contestant. */
export async function countStatements(agreed, names, database) {
  const counted = Object.fromEntries(agreed.map(({ name }) => [name, {}]));
  for (const name of names) {
    let seen = [];
    const server = await start(name, database, (statement) => seen.push(statement));
    try {
      for (const question of agreed) {
        // Plans are made at the first, and some servers make ready by then.
        for (let each = 0; each < 2; each += 1) {
          seen = [];
          await ask(server.url, question.asked[name].body);
          await pause(20);
        }
        counted[question.name][name] = {
          statements: seen.length,
          hits: seen.reduce((sum, { hits }) => sum + hits, 0),
        };
      }
    } finally {
      await server.stop();
    }
  }
  return counted;
}

async function ask(url, body) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  await response.text();
}
