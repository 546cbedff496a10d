// Real databases for the tests, copies of one with the seed, started on first use: one for
// all readers, and one per worker for writers. All run the compiled product.
import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

// Java compiles twice what runs for long: the database that all share, and no other.
const given = process.env.JDK_JAVA_OPTIONS;
const brief = given ?? "-XX:TieredStopAtLevel=1";

export default async function globalSetup({ nonFlagArgs }) {
  const { pino } = await import("pino");
  const { startEmbedded } = await import("../../dist/graph/database/embedded.js");
  const { memory, preparedStore } = await import("./preparedStore.js");
  const log = pino({ level: "warn" });
  const folder = mkdtempSync(path.join(tmpdir(), "entente-tests-"));
  const databases = new Map();
  let made;
  const store = () => (made ??= preparedStore(log));
  // All tests need it; while it is made, those that don't need a database run.
  if (nonFlagArgs.length === 0) store().catch(() => undefined);
  process.env.JDK_JAVA_OPTIONS = brief;
  // One after the other, since each inherits the options of this process.
  let last = Promise.resolve();
  const start = (name) => {
    last = last
      .catch(() => undefined)
      .then(async () => {
        const copy = path.join(folder, name);
        await cp(await store(), copy, { recursive: true });
        if (name === "shared" && given === undefined) delete process.env.JDK_JAVA_OPTIONS;
        try {
          return await startEmbedded({ folder: copy, ...memory }, log);
        } finally {
          process.env.JDK_JAVA_OPTIONS = brief;
        }
      });
    return last;
  };
  const answer = async (name) => {
    if (name === "store") return store();
    if (!databases.has(name)) databases.set(name, start(name));
    const { uri, user, password, pid } = await databases.get(name);
    return { uri, user, password, pid };
  };
  const server = createServer((request, response) => {
    // A connection that is kept may be closed here just as a worker asks again.
    response.setHeader("connection", "close");
    void answer(request.url.slice(1)).then(
      (found) => response.end(JSON.stringify(found)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.TEST_DATABASES = `http://127.0.0.1:${server.address().port}`;

  globalThis.stopDatabases = async () => {
    server.close();
    await Promise.allSettled([...databases.values()].map(async (each) => (await each).stop()));
    rmSync(folder, { recursive: true, force: true });
  };
}
