import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import neo4j, { type Driver } from "neo4j-driver";
import { pino } from "pino";
import { type EmbeddedGraph, startEmbedded } from "../../../src/graph/database/embedded.ts";
import { StartError } from "../../../src/graph/database/StartError.ts";

const log = pino({ level: "silent" });
const sizes = { heap: "256m", pageCache: "16m" };
const patience = 180_000;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "entente-embedded-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the embedded database", () => {
  let graph: EmbeddedGraph;
  let driver: Driver;

  beforeAll(async () => {
    graph = await startEmbedded({ folder, ...sizes }, log);
    driver = neo4j.driver(graph.uri, neo4j.auth.basic(graph.user, graph.password), { maxTransactionRetryTime: 0 });
  }, patience);

  afterAll(async () => {
    await driver?.close();
    await graph?.stop();
  });

  test("answers a query", async () => {
    const { records } = await driver.executeQuery("CREATE (n:Kept {name: $name}) RETURN n.name AS name", {
      name: "kept",
    });
    expect(records[0]?.get("name")).toBe("kept");
  });

  test("has full-text, vector and point indexes", async () => {
    await driver.executeQuery("CREATE FULLTEXT INDEX FOR (n:Kept) ON EACH [n.name]");
    await driver.executeQuery("CREATE POINT INDEX FOR (n:Kept) ON (n.location)");
    await driver.executeQuery(
      "CREATE VECTOR INDEX FOR (n:Kept) ON (n.meaning) OPTIONS {indexConfig: {`vector.dimensions`: 3, `vector.similarity_function`: 'cosine'}}",
    );
    await driver.executeQuery("CALL db.awaitIndexes(30)");
    const { records } = await driver.executeQuery(
      "SHOW INDEXES YIELD type, state WHERE state = 'ONLINE' RETURN collect(type) AS types",
    );
    expect(records[0]?.get("types")).toEqual(expect.arrayContaining(["FULLTEXT", "POINT", "VECTOR"]));
  });

  test("keeps its password in a file that only its owner reads", async () => {
    const file = join(folder, "password");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, "utf8")).trim()).toBe(graph.password);
  });

  test("shows its password to no one who lists processes", async () => {
    expect(await readFile(`/proc/${graph.pid}/cmdline`, "latin1")).not.toContain(graph.password);
    expect(await readFile(`/proc/${graph.pid}/environ`, "latin1")).not.toContain(graph.password);
  });

  test("refuses wrong passwords, however many, and then still takes the right one", async () => {
    for (const wrong of ["neo4j", "wrong", "wrong", "wrong"]) {
      const stranger = neo4j.driver(graph.uri, neo4j.auth.basic("neo4j", wrong));
      await expect(stranger.verifyConnectivity()).rejects.toMatchObject({
        code: "Neo.ClientError.Security.Unauthorized",
      });
      await stranger.close();
    }
    const friend = neo4j.driver(graph.uri, neo4j.auth.basic(graph.user, graph.password));
    await friend.verifyConnectivity();
    await friend.close();
  });

  test("listens on 127.0.0.1 only", async () => {
    const port = Number(new URL(graph.uri).port);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .map(({ address }) => address);
    expect(await opens("127.0.0.1", port)).toBe(true);
    for (const address of ["127.0.0.2", ...others.filter((address) => address !== "127.0.0.1")]) {
      expect([address, await opens(address, port)]).toEqual([address, false]);
    }
  });

  test(
    "refuses a second start on its folder and names the process that has it",
    async () => {
      const second = startEmbedded({ folder, ...sizes }, log);
      await expect(second).rejects.toThrow(StartError);
      await expect(second).rejects.toThrow(
        new RegExp(`in use by another Entente: process ${process.pid}, whose database is process ${graph.pid}\\.`),
      );
    },
    patience,
  );

  test(
    "comes back at the same address with its data after kill -9",
    async () => {
      const before = graph.pid as number;
      process.kill(before, "SIGKILL");
      await until(
        () => names(driver),
        (found) => found.includes("kept"),
      );
      expect(graph.pid).not.toBe(before);
    },
    patience,
  );

  test(
    "leaves no process when it is stopped, and stops twice without harm",
    async () => {
      const pid = graph.pid as number;
      expect(isRunning(pid)).toBe(true);
      await graph.stop();
      await graph.stop();
      await pause(1000);
      expect(isRunning(pid)).toBe(false);
      expect(spawnSync("pgrep", ["-f", folder]).stdout.toString()).toBe("");
    },
    patience,
  );
});

describe("a start that cannot be", () => {
  test("says that the folder is a file", async () => {
    const file = join(folder, "a-file");
    await writeFile(file, "");
    for (const path of [file, join(file, "below")]) {
      await expect(startEmbedded({ folder: path, ...sizes }, log)).rejects.toThrow(
        `The data folder ${path} cannot be used: it, or a folder above it, is a file.`,
      );
    }
  });

  test("says that the password file holds something else", async () => {
    const other = join(folder, "other");
    await startEmbedded({ folder: other, heap: "nonsense", pageCache: "16m" }, log).catch(() => undefined);
    for (const [content, found] of [
      ["", "nothing"],
      ["letmein\nplease\n", "something else"],
    ] as const) {
      await writeFile(join(other, "password"), content);
      await expect(startEmbedded({ folder: other, ...sizes }, log)).rejects.toThrow(
        new RegExp(`password file .* found ${found}\\. Delete the file`),
      );
    }
  });

  test("repeats what Java says of a heap that is none", async () => {
    const start = startEmbedded({ folder: join(folder, "heap"), heap: "nonsense", pageCache: "16m" }, log);
    await expect(start).rejects.toThrow(StartError);
    await expect(start).rejects.toThrow("exit code 1, Invalid maximum heap size: -Xmxnonsense");
  });
});

async function names(driver: Driver): Promise<string[]> {
  const { records } = await driver.executeQuery("MATCH (n:Kept) RETURN n.name AS name");
  return records.map((record) => record.get("name") as string);
}

/** Retries after any error until the answer is good. The test's own timeout ends it. */
async function until<T>(ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<void> {
  for (;;) {
    const good = await ask().then(isGood, () => false);
    if (good) return;
    await pause(250);
  }
}

function opens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.on("connect", () => answer(true));
    socket.on("error", () => answer(false));
    socket.on("timeout", () => answer(false));
  });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
