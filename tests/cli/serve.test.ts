/** `entente serve` as a process: start, error messages, and what it leaves behind; tests/long kills it. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { addressOf, alive, ask, databaseOf, run } from "../support/serverProcess.ts";
import { sharedDatabase } from "../support/service.ts";
import { ownDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const shared = await sharedDatabase();
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
        60_000,
      ),
      await database.door.run("SHOW INDEXES YIELD name, type, labelsOrTypes", {}, 60_000),
      await database.door.run("SHOW CONSTRAINTS YIELD name", {}, 60_000),
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
    taken.child.kill("SIGTERM");
    expect(await taken.ended).toBe(0);
  }, 900_000);
});

describe("the embedded database", () => {
  test("starts with the seed; refuses a second start; stops clean; starts again as it was", async () => {
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

    const begun = Date.now();
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(30_000);
    expect(alive(databaseOf(first))).toBe(false);

    const again = run({ ENTENTE_HOME: home, ENTENTE_WARM_UP: "false" });
    expect(await ask(await addressOf(again), editionQuery)).toEqual(seeded);
    expect(again.output()).not.toContain("seed loaded");
    again.child.kill("SIGTERM");
    expect(await again.ended).toBe(0);
    rmSync(home, { recursive: true });
  }, 900_000);
});

// As PATH, a folder with nothing in it.
function folderWithoutJava(): string {
  return temporaryFolder();
}
