/** `entente serve` as a process: start, error messages, and what it leaves behind. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sharedDatabase } from "../support/service.ts";
import { ownDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const shared = await sharedDatabase();
const main = path.resolve("dist/main.js");
/** For a start on a busy machine, in milliseconds. */
const patience = 300_000;

interface Run {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

// A failing test must not leave its servers running.
const running = new Set<ChildProcess>();
afterAll(() => running.forEach((child) => child.kill("SIGTERM")));

function run(environment: Record<string, string>, args = ["serve"]): Run {
  const inherited = Object.fromEntries(
    ["PATH", "HOME", "JAVA_HOME", "JDK_JAVA_OPTIONS", "LANG"].flatMap((name) =>
      process.env[name] ? [[name, process.env[name]]] : [],
    ),
  );
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...inherited, ENTENTE_PORT: "0", ...environment } as NodeJS.ProcessEnv,
    stdio: "pipe",
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => void (text += String(chunk)));
  return { child, output: () => text, ended: new Promise((resolve) => child.once("exit", (code) => resolve(code))) };
}

async function until<T>(
  look: () => T | undefined | Promise<T | undefined>,
  milliseconds: number,
  what: () => string,
): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await pause(100)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`It did not come to that in ${milliseconds} ms:\n${what()}`);
}

const addressOf = (it: Run): Promise<string> =>
  until(() => /Entente answers at (http:\S+)\/graphql/.exec(it.output())?.[1], patience, it.output);
const databaseOf = (it: Run): number =>
  Number(
    /"database":(\d+)/.exec(
      it
        .output()
        .match(/.*Neo4j is ready.*/g)!
        .at(-1)!,
    )![1],
  );
const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

async function ask(
  url: string,
  query: string,
): Promise<{ data: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as never;
}

describe("a start that can't be says one thing, and ends with a code", () => {
  test.each([
    ["a wrong setting", { ENTENTE_PORT: "many" }, /ENTENTE_PORT: expected a port/],
    [
      "nothing listening",
      { NEO4J_URI: "bolt://127.0.0.1:9", NEO4J_PASSWORD: "x" },
      /No Neo4j answers at bolt:\/\/127\.0\.0\.1:9/,
    ],
    ["an address that isn't one", { NEO4J_URI: "http://127.0.0.1", NEO4J_PASSWORD: "x" }, /not an address of Neo4j/],
    [
      "a wrong password",
      { NEO4J_URI: shared.uri, NEO4J_PASSWORD: "wrong" },
      /refused user "neo4j". Check NEO4J_USER and NEO4J_PASSWORD/,
    ],
    [
      "no Java",
      { PATH: folderWithoutJava(), ENTENTE_HOME: path.join(tmpdir(), "entente-test-none") },
      /Java[^]*docker compose up[^]*NEO4J_URI/,
    ],
  ] as [string, Record<string, string>, RegExp][])("%s", async (_, environment, message) => {
    const it = run(environment);
    expect(await it.ended).toBe(1);
    expect(it.output()).toMatch(message);
    expect(it.output()).not.toMatch(/^\s+at /m);
  });

  test("a port that is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => void taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as { port: number };
    const it = run({
      ENTENTE_PORT: String(port),
      NEO4J_URI: shared.uri,
      NEO4J_PASSWORD: shared.password,
    });
    expect(await it.ended).toBe(1);
    expect(it.output()).toMatch(new RegExp(`Port ${port} of 127.0.0.1 is taken`));
    taken.close();
  });

  test("a data folder that is a file", async () => {
    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    const it = run({ ENTENTE_HOME: file });
    expect(await it.ended).toBe(1);
    expect(it.output()).toContain(file);
    rmSync(path.dirname(file), { recursive: true });
  });
});

describe("a graph that isn't Entente's", () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  beforeAll(async () => void (database = await ownDatabase()));
  afterAll(() => database.close());

  test("is refused and left as it is; then, emptied, is taken", async () => {
    const everything = async (): Promise<unknown> => [
      await database.door.run(
        "MATCH (n) OPTIONAL MATCH (n)-[r]->(m) RETURN labels(n), properties(n), type(r), properties(m)",
        {},
        5000,
      ),
      await database.door.run("SHOW INDEXES YIELD name, type, labelsOrTypes", {}, 5000),
      await database.door.run("SHOW CONSTRAINTS YIELD name", {}, 5000),
    ];
    await database.door.write((write) => write("MATCH (n) DETACH DELETE n"));
    await database.door.write((write) => write('CREATE (:Person {name: "Ada"})-[:KNOWS]->(:Person {name: "Grace"})'));
    const before = await everything();
    const { uri, password } = database.address;
    const refused = run({ NEO4J_URI: uri, NEO4J_PASSWORD: password });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toMatch(/holds 2 nodes that Entente didn't write. It was left unchanged/);
    expect(await everything()).toEqual(before);

    await database.door.write((write) => write("MATCH (n) DETACH DELETE n"));
    const taken = run({ NEO4J_URI: uri, NEO4J_PASSWORD: password, ENTENTE_WARM_UP: "false" });
    const url = await addressOf(taken);
    expect((await ask(url, '{ country(by: { isoAlpha2: "MX" }) { name } }')).data).toEqual({
      country: { name: "Mexico" },
    });

    // The database goes away and comes back; the server stays.
    process.kill(database.pid, "SIGKILL");
    const start = Date.now();
    expect((await ask(url, "{ countries { nodes { name } } }")).errors?.[0]?.extensions.code).toBe("GRAPH_UNAVAILABLE");
    expect(Date.now() - start).toBeLessThan(5000);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    await until(async () => ((await fetch(`${url}/readyz`)).ok ? true : undefined), patience, taken.output);
    expect((await ask(url, '{ country(by: { isoAlpha2: "MX" }) { name } }')).data).toEqual({
      country: { name: "Mexico" },
    });
    taken.child.kill("SIGTERM");
    expect(await taken.ended).toBe(0);
  }, 900_000);
});

describe("the embedded database", () => {
  test("starts with the seed; survives the end of its child; stops clean; starts again as it was; refuses a second start", async () => {
    const home = mkdtempSync(path.join(tmpdir(), "entente-test-"));
    const first = run({ ENTENTE_HOME: home, ENTENTE_WARM_UP: "false" });
    const url = await addressOf(first);
    const editionQuery = "{ edition { digest bundles } meetings { totalCount } }";
    const seeded = await ask(url, editionQuery);
    expect(seeded.data).toMatchObject({
      edition: { bundles: readdirSync("seed").sort() },
      meetings: { totalCount: expect.any(Number) },
    });
    expect(statSync(path.join(home, "password")).mode & 0o777).toBe(0o600);

    const second = run({ ENTENTE_HOME: home });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(new RegExp(`in use[^]*${databaseOf(first)}`, "i"));

    const child = databaseOf(first);
    const asking = Array.from({ length: 20 }, (_, index) =>
      pause(index * 20).then(() => ask(url, "{ claims(first: 100) { nodes { value } } }")),
    );
    process.kill(child, "SIGKILL");
    for (const { data, errors } of await Promise.all(asking))
      if (errors) expect([data, errors[0]!.extensions.code]).toEqual([null, "GRAPH_UNAVAILABLE"]);
    await until(async () => ((await fetch(`${url}/readyz`)).ok ? true : undefined), patience, first.output);
    expect(await ask(url, editionQuery)).toEqual(seeded);

    const restarted = databaseOf(first);
    const begun = Date.now();
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect([child, restarted].filter(alive)).toEqual([]);

    const again = run({ ENTENTE_HOME: home, ENTENTE_LOG_LEVEL: "debug" });
    expect(await ask(await addressOf(again), editionQuery)).toEqual(seeded);
    expect(again.output()).not.toContain("seed loaded");
    // It plans common queries in advance, without an error.
    const warmed = await until(() => /warmed up|Warming up failed/.exec(again.output())?.[0], patience, again.output);
    expect(warmed).toBe("warmed up");
    // After a loss it plans all of that anew, and isn't ready before.
    process.kill(databaseOf(again), "SIGKILL");
    await until(
      () => (again.output().includes("planned again when it is back") ? true : undefined),
      patience,
      again.output,
    );
    const address = await addressOf(again);
    await until(async () => ((await fetch(`${address}/readyz`)).ok ? true : undefined), patience, again.output);
    const orphan = databaseOf(again);
    again.child.kill("SIGKILL");
    await again.ended;
    await until(
      () => (alive(orphan) ? undefined : true),
      patience,
      () => "the database outlived a server that was killed",
    );
    rmSync(home, { recursive: true });
  }, 900_000);
});

// As PATH, a folder with nothing in it.
function folderWithoutJava(): string {
  return temporaryFolder();
}
