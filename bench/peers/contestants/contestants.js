// Who answers: each a process of its own, over the same database.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { setTimeout as pause } from "node:timers/promises";
import { described } from "../../../dist/settings.js";

const product = fileURLToPath(new URL("../../../", import.meta.url));
const profiled = fileURLToPath(new URL("../measure/profiled.js", import.meta.url));
const patience = 300_000;

/** The setting of the product that says whether answers are sent again, if it has one. */
const freshness = "ENTENTE_REUSE";
export const canReuse = described.some(({ name }) => name === freshness);
const entente = (value) => ({
  form: "entente",
  start: startEntente,
  environment: canReuse ? { [freshness]: value } : {},
});
const peer = (form, file) => ({ form, start: (...rest) => startPeer(file, ...rest), environment: {} });

/** By name; `form` says which text of a question is asked. Those that reuse answers are measured apart. */
export const contestants = {
  entente: entente("off"),
  neo4jGraphql: peer("neo4jGraphql", "serveNeo4jGraphql.js"),
  floor: peer("floor", "serveFloor.js"),
  fields: peer("fields", "serveFields.js"),
  ...(canReuse && {
    ententeStrict: { ...entente("strict"), reuses: true },
    ententeMaxAge: { ...entente("60"), reuses: true },
  }),
};

/**
 * Starts one.
 * @param database its address.
 * @param profile receives the text and hits of each statement, which are then profiled. Without it nothing is in the way.
 * @returns its address, its process id, and a function that stops it.
 * @throws Error if it isn't ready in five minutes.
 */
export function start(name, database, profile) {
  const { start: begin, environment } = contestants[name];
  const given = { NEO4J_URI: database.uri, NEO4J_USER: database.user, NEO4J_PASSWORD: database.password };
  const { PATH, HOME } = process.env;
  return begin({ PATH, HOME, NODE_ENV: "production", ...given, ...environment }, profile);
}

/**
 * Starts Entente alone.
 * @param fresh how fresh its answers must be: strict, max-age or off. Without the setting none is reused.
 */
export function startProduct(database, fresh, profile) {
  const name = { off: "entente", strict: "ententeStrict", "max-age": "ententeMaxAge" }[fresh];
  if (!name) throw new Error(`Freshness is strict, max-age or off; came ${fresh}.`);
  return start(contestants[name] ? name : "entente", database, profile);
}

async function startEntente(env, profile) {
  const port = await freePort();
  // A log of each answer, as in production, to nowhere.
  const child = launch(
    "dist/main.js",
    ["serve"],
    product,
    {
      ...env,
      ENTENTE_PORT: port,
      ...(profile && { ENTENTE_WARM_UP: "false", ENTENTE_MAXIMUM_MILLISECONDS: "120000" }),
    },
    profile,
    "ignore",
  );
  const origin = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + patience; ; await pause(200)) {
    const ready = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (ready?.ok) break;
    if (child.exitCode !== null || Date.now() > end) {
      child.kill();
      throw new Error("Entente wasn't ready in time.");
    }
  }
  return running(child, `${origin}/graphql`);
}

async function startPeer(file, env, profile) {
  const child = launch(fileURLToPath(new URL(file, import.meta.url)), [], product, env, profile, "pipe");
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      const found = /LISTENING (\S+)\n/.exec((said += chunk));
      if (found) resolve(found[1]);
    });
    child.once("exit", () => reject(new Error(`${file} ended at once: ${said}`)));
  });
  return running(child, url);
}

function launch(main, args, cwd, env, profile, out) {
  const flags = profile ? ["--import", profiled] : [];
  const child = spawn(process.execPath, [...flags, main, ...args], {
    cwd,
    env,
    stdio: ["ignore", out, "inherit", "ipc"],
  });
  child.on("message", (message) => profile?.(message));
  return child;
}

function running(child, url) {
  return {
    url,
    pid: child.pid,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
