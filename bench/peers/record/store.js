// Stores of the record at several sizes, made once and kept.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import neo4j from "neo4j-driver";
import { startEmbedded } from "../../../dist/graph/database/embedded.js";
import { multiply } from "./multiply.js";

const product = fileURLToPath(new URL("../../../", import.meta.url));
const loading = { ENTENTE_HEAP: "512m", ENTENTE_PAGE_CACHE: "256m" };
const multiplying = { heap: "2g", pageCache: "1g" };
/** What each contestant finds, at every size. */
export const serving = { heap: "1g", pageCache: "1g" };

/**
 * Finds the store of a size, and makes it if missing: from the data sets, or from the store of size 1.
 * @returns its folder.
 * @throws Error if ENTENTE_DATA is unset and nothing is there, or loading fails.
 */
export async function storeOf(size, stores, log) {
  const store = path.join(stores, `size-${size}`);
  if (existsSync(store)) return store;
  mkdirSync(stores, { recursive: true });
  // Under another name until complete.
  const unfinished = `${store}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const begun = performance.now();
  if (size === 1) load(unfinished);
  else {
    cpSync(await storeOf(1, stores, log), unfinished, { recursive: true });
    const { driver, run, stop } = await serve(unfinished, log, multiplying);
    try {
      await multiply(driver, size);
      // Otherwise it is ended before it has written all, and recovers for minutes at the next start.
      await run("CALL db.checkpoint()");
    } finally {
      await stop();
    }
  }
  renameSync(unfinished, store);
  log.warn(`The record at size ${size} is in ${store}, made in ${Math.round((performance.now() - begun) / 1000)} s.`);
  return store;
}

/** Starts a store. @returns its address, a driver, `run`, and a function that stops it. */
export async function serve(folder, log, memory = serving) {
  const database = await startEmbedded({ folder, ...memory }, log);
  const driver = neo4j.driver(database.uri, neo4j.auth.basic(database.user, database.password), {
    disableLosslessIntegers: true,
  });
  return {
    database,
    driver,
    run: async (text, parameters) => {
      const { records } = await driver.executeQuery(text, parameters);
      return records.map((record) => record.keys.map((_, index) => record.get(index)));
    },
    stop: async () => {
      await driver.close();
      await database.stop();
    },
  };
}

function load(home) {
  const data = process.env.ENTENTE_DATA;
  if (!data) throw new Error("ENTENTE_DATA must name the folder of the data sets.");
  const { status } = spawnSync(
    process.execPath,
    ["--max-old-space-size=768", "dist/main.js", "ingest", "record", data],
    { cwd: product, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ENTENTE_HOME: home, ...loading } },
  );
  if (status !== 0) throw new Error("The record could not be loaded.");
}
