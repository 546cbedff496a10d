/** `entente identity`: an editor's decision changes the graph at once, and is reverted without a trace. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import { digest, load, putBundle } from "../support/bundles.ts";
import { entente, type Ended } from "../support/commandLine.ts";
import { newDatabase, type OwnDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let database: OwnDatabase;
let folder: string;

const person = (id: string, name: string, more: object): Record<string, unknown> => ({
  id,
  name,
  country: "country:mx",
  ...more,
});
const [ana, anaMaria, other] = ["official:ana-perez", "official:mx-ana-maria-perez", "official:zoe-quiroz"] as const;

beforeAll(async () => {
  folder = temporaryFolder();
  database = await newDatabase({ heap: "256m", pageCache: "64m" }, "seed");
  const { door } = database;
  await prepare(door);
  const sourceOf = (name: string): Record<string, unknown> => ({ id: `source:${name}`, name, kind: "DATA_SET" });
  await load(
    door,
    putBundle(
      folder,
      "one",
      {
        Source: [sourceOf("one")],
        Official: [
          person(ana, "Ana Pérez Ruiz", { offices: ["President"], active: ["2001"] }),
          person(other, "Zoe Quiroz", {}),
        ],
      },
      { source: "source:one", at: "1" },
    ),
  );
  await load(
    door,
    putBundle(
      folder,
      "two",
      {
        Source: [sourceOf("two")],
        Official: [person(anaMaria, "Ana Pérez Ruiz", { offices: ["President"], active: ["2002"] })],
      },
      { source: "source:two", at: "1" },
    ),
  );
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const identity = (...args: string[]): Promise<Ended> => entente(["identity", ...args], database.address);
const people = async (): Promise<unknown> =>
  (
    await database.door.run(
      "MATCH (node:Official) WHERE node.name IN ['Ana Pérez Ruiz', 'Zoe Quiroz'] RETURN node.id ORDER BY node.id",
      {},
      60_000,
    )
  ).flat();
const decided = {
  code: 0,
  out: expect.stringMatching(/^Decided\. The graph's edition is [0-9a-f]{64}\.\n$/),
  told: "",
};

test("merge and separate change the graph, undo restores it, and the digest command agrees with each", async () => {
  const before = await digest(database.door);
  expect(await people()).toEqual([ana, other]);

  expect(await identity("separate", anaMaria, ana, "--reason", "mother and daughter")).toEqual(decided);
  expect(await people()).toEqual([ana, anaMaria, other]);
  expect(await entente(["digest"], database.address)).toMatchObject({ code: 0, told: "" });
  const separated = await digest(database.door);
  expect(await identity("separate", ana, anaMaria, "--reason", "mother and daughter")).toEqual(decided);
  expect(await digest(database.door)).toBe(separated);

  expect(await identity("undo", ana, anaMaria)).toEqual(decided);
  expect(await digest(database.door)).toBe(before);

  expect(await identity("merge", ana, other, "--reason", "she changed her name")).toEqual(decided);
  expect(await people()).not.toContain(other);
  expect(await entente(["digest"], database.address)).toMatchObject({ code: 0, told: "" });
  expect(await identity("undo", other, ana)).toEqual(decided);
  expect(await digest(database.door)).toBe(before);
});

test("what can't be decided is refused in a word, and nothing changes", async () => {
  const before = await digest(database.door);
  const refused = (told: RegExp): object => ({ code: 1, out: "", told: expect.stringMatching(told) });
  expect(await identity("merge", ana, "official:nobody", "--reason", "x")).toEqual(
    refused(/No entity has or had the id "official:nobody"/),
  );
  expect(await identity("merge", ana, "country:mx", "--reason", "x")).toEqual(refused(/Expected two ids of one kind/));
  expect(await identity("merge", ana, ana, "--reason", "x")).toEqual(refused(/Expected two ids of one kind/));
  expect(await identity("merge", ana, other)).toEqual(refused(/required option '--reason <words>'/));
  expect(await identity("undo", ana, other)).toEqual(refused(/There is no editor's decision on/));
  expect(await digest(database.door)).toBe(before);
});

test("the pairs in doubt are listed, in words and as lines of JSON", async () => {
  const told = await identity("review");
  expect(told).toMatchObject({ code: 0, told: "" });
  expect(told.out).toMatch(/\d+ pairs\. Decide with: entente identity merge\|separate <id> <id> --reason "<why>"\n$/);
  const { out } = await identity("review", "--json");
  const pairs = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { a: string; b: string; score: number });
  expect(told.out).toContain(`${pairs.length} pairs.`);
});
