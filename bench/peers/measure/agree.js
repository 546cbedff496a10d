// Before anything is timed: every contestant answers every question, and all answers are the same.
import { digestOf } from "../questions/canonical.js";

/**
 * Asks each twice.
 * @param started the contestants by name, each with its form and address.
 * @param run sends a statement to the database, for values that a question needs.
 * @returns for each question its digest, and by contestant the body to send and the bytes of the answer.
 * @throws Error naming the question and both answers if two differ.
 */
export async function agree(questions, started, run) {
  const agreed = [];
  for (const question of questions) {
    const asked = {};
    let first;
    for (const [name, { url, form }] of Object.entries(started)) {
      const { query, variables, read } = question[form];
      const given = typeof variables === "function" ? await variables((...of) => dataOf(url, ...of), run) : variables;
      const body = form === "floor" ? { name: question.name, variables: given ?? {} } : { query, variables: given };
      // The first of a kind is slow, as Neo4j plans it, and a search that has a time limit may give up.
      await answerTo(url, body);
      const text = await answerTo(url, body);
      const answer = read(JSON.parse(text).data);
      const digest = digestOf(answer);
      first ??= { name, digest, answer };
      if (digest !== first.digest)
        throw new Error(
          `${question.name}: ${name} and ${first.name} differ.\n${JSON.stringify(answer).slice(0, 3000)}\n${JSON.stringify(first.answer).slice(0, 3000)}`,
        );
      asked[name] = { body, bytes: Buffer.byteLength(text) };
    }
    agreed.push({ ...question, digest: first.digest, asked });
  }
  return agreed;
}

async function dataOf(url, query, variables) {
  return JSON.parse(await answerTo(url, { query, variables })).data;
}

async function answerTo(url, body) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors) throw new Error(`${JSON.stringify(body)}: ${text.slice(0, 2000)}`);
  return text;
}
