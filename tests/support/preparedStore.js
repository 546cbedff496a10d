// A stopped database with the seed, made once for each state of its inputs, to be copied.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { connect } from "../../dist/graph/database/driver.js";
import { startEmbedded } from "../../dist/graph/database/embedded.js";
import { prepare } from "../../dist/graph/database/prepare.js";
import { loadSeed } from "../../dist/ingest/seed.js";

const kept = path.resolve("node_modules/.cache/entente-tests");
/** Everything that a loaded graph depends on. */
const sources = ["dist/entities", "dist/graph", "dist/ingest", "cypher", "seed", "neo4j/pom.xml", "package-lock.json"];

export const memory = { heap: "256m", pageCache: "64m" };

/**
 * Makes the store if missing, and removes those of other states.
 * @returns its folder, to be copied and never started.
 */
export async function preparedStore(log) {
  const store = path.join(kept, digestOf(sources));
  if (existsSync(store)) return store;
  rmSync(kept, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  // Under another name until complete.
  const folder = mkdtempSync(path.join(kept, "unfinished-"));
  // Java's archive from here makes all later starts faster.
  const database = await startEmbedded({ folder, ...memory, learning: true }, log);
  try {
    const door = await connect(database, log);
    await loadSeed({ door, bundles: await prepare(door) }, log);
    await door.close();
    database.learned();
  } finally {
    await database.stop();
  }
  renameSync(folder, store);
  return store;
}

function digestOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesOf)) hash.update(`${file}\n`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)));
}
