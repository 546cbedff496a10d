// One real Neo4j for all tests that only read, in a folder of its own, with the seed loaded; and one for each worker,
// started when its first test asks for it, for those that write. All run the compiled product.
import "reflect-metadata";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";

export default async function globalSetup() {
  const { pino } = await import("pino");
  const { startEmbedded } = await import("../../dist/graph/database/embedded.js");
  const { connect } = await import("../../dist/graph/database/driver.js");
  const { prepare } = await import("../../dist/graph/database/prepare.js");
  const { loadSeed } = await import("../../dist/ingest/seed.js");
  const log = pino({ level: "warn" });
  const folder = mkdtempSync(path.join(tmpdir(), "entente-tests-"));
  const databases = new Map();
  const database = (name) => {
    if (!databases.has(name))
      databases.set(name, startEmbedded({ folder: path.join(folder, name), heap: "256m", pageCache: "64m" }, log));
    return databases.get(name);
  };
  const addressOf = ({ uri, user, password }) => JSON.stringify({ uri, user, password });

  const shared = await database("shared");
  const door = await connect(shared, log);
  await loadSeed({ door, bundles: await prepare(door) }, log);
  await door.close();
  const server = createServer((request, response) =>
    database(`worker${request.url.slice(1)}`).then(
      (own) => response.end(addressOf(own)),
      (error) => response.writeHead(500).end(String(error)),
    ),
  );
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.TEST_DATABASE = addressOf(shared);
  process.env.OWN_DATABASES = `http://127.0.0.1:${server.address().port}`;

  globalThis.stopDatabases = async () => {
    server.close();
    await Promise.allSettled([...databases.values()].map(async (each) => (await each).stop()));
    rmSync(folder, { recursive: true, force: true });
  };
}
