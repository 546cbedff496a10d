// A client that takes as little as possible from the machine that it shares with what it measures.
import { connect } from "node:net";

const end = Buffer.from("\r\n\r\n");

/**
 * Opens a connection that is kept. One request at a time.
 * @param url of the server, with a path.
 * @returns `ask(message)`, which resolves to `{ status, body }`, and `close()`.
 */
export async function openConnection(url) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  let received = Buffer.alloc(0);
  let waiting;
  const fail = (error) => waiting?.reject(error ?? new Error(`${url} closed the connection.`));
  socket.on("data", (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
    const answer = answerIn(received);
    if (!answer) return;
    received = Buffer.alloc(0);
    const { resolve } = waiting;
    waiting = undefined;
    resolve(answer);
  });
  socket.on("error", fail);
  socket.on("close", () => fail());
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(message);
      }),
    close: () => socket.destroy(),
  };
}

/** The bytes of a POST of JSON, made once and sent often. */
export function messageOf(url, body) {
  const { host, pathname } = new URL(url);
  const text = JSON.stringify(body);
  return Buffer.from(
    `POST ${pathname} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\naccept: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
  );
}

function answerIn(bytes) {
  const head = bytes.indexOf(end);
  if (head === -1) return undefined;
  const headers = bytes.latin1Slice(0, head);
  const status = Number(headers.slice(9, 12));
  const length = /\r\ncontent-length: (\d+)/i.exec(headers);
  const from = head + end.length;
  if (length) {
    const until = from + Number(length[1]);
    return bytes.length < until ? undefined : { status, body: bytes.subarray(from, until) };
  }
  return bytes.subarray(-5).latin1Slice() === "0\r\n\r\n"
    ? { status, body: unchunked(bytes.subarray(from)) }
    : undefined;
}

function unchunked(bytes) {
  const parts = [];
  for (let at = 0; ;) {
    const line = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.latin1Slice(at, line), 16);
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
}
