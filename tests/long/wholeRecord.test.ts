/** The whole record, loaded a second time and exported. */
import { createReadStream, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { digestOf } from "../../src/graph/database/digest.ts";
import { entente } from "../support/commandLine.ts";
import { newDatabase, type OwnDatabase } from "../support/database.ts";
import { loadRecord, patience } from "../support/record.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let database: OwnDatabase;
beforeAll(async () => {
  database = await newDatabase({ heap: "512m", pageCache: "512m" });
  await loadRecord(database.door);
}, patience);
afterAll(() => database?.close());

test(
  "loaded again, nothing changes",
  async () => {
    const before = await digestOf((text, parameters = {}) => database.door.run(text, parameters, 120_000));
    for (const { counts } of (await loadRecord(database.door)).values())
      expect(counts).toMatchObject({ new: 0, changed: 0, withdrawn: 0 });
    expect(await digestOf((text, parameters = {}) => database.door.run(text, parameters, 120_000))).toBe(before);
  },
  patience,
);

test(
  "is exported whole, in less than 150 MB",
  async () => {
    const output = path.join(temporaryFolder(), "graph.jsonl");
    try {
      const flags = ["--max-old-space-size=64", "--max-semi-space-size=4"];
      let megabytes = 0;
      const { told } = await entente(
        ["export", "graph", "--output", output],
        database.address,
        flags,
        (seen) => (megabytes = Math.max(megabytes, seen)),
      );
      expect(told).toBe("");
      expect(megabytes).toBeGreaterThan(0);
      expect(megabytes).toBeLessThan(150);
      const [[nodes]] = (await database.door.run("MATCH (node:Node) RETURN count(node)", {}, 60_000)) as [[number]];
      let lines = 0;
      let last = "";
      for await (const line of createInterface({ input: createReadStream(output) })) [lines, last] = [lines + 1, line];
      const end = JSON.parse(last) as { nodes: number; edges: number };
      expect(end).toMatchObject({ type: "end", nodes });
      expect(lines).toBe(end.nodes + end.edges + 2);
    } finally {
      rmSync(path.dirname(output), { recursive: true });
    }
  },
  patience,
);
