// Plain node:http for servers that need no more: each POST's JSON is given to a function, whose value is the answer.
import { createServer } from "node:http";

/** Listens on a free port, and prints the address. */
export function answerOverHttp(answerTo) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => void respond(response, Buffer.concat(chunks), answerTo));
  });
  server.listen(0, "127.0.0.1", () => console.log(`LISTENING http://127.0.0.1:${server.address().port}/`));
  process.once("SIGTERM", () => process.exit());
}

async function respond(response, received, answerTo) {
  const [status, answer] = await Promise.resolve(JSON.parse(received.toString()))
    .then(answerTo)
    .then(
      (found) => [200, found],
      (error) => [500, { errors: [{ message: String(error) }] }],
    );
  const body = Buffer.from(JSON.stringify(answer));
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length }).end(body);
}
