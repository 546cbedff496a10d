/** Bundles: each mistake is reported with file, line and remedy, and nothing is written. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { digestOf } from "../../../src/graph/database/digest.ts";
import { prepare } from "../../../src/graph/database/prepare.ts";
import { readAndCheckBundle } from "../../../src/ingest/read.ts";
import { checkFacts, type Checked } from "../../../src/ingest/check.ts";
import { Problems } from "../../../src/ingest/problems.ts";
import { readBundleFolder } from "../../../src/ingest/forms/readFolder.ts";
import { settle } from "../../../src/ingest/settling/settle.ts";
import { writeBundle, type WriteResult } from "../../../src/ingest/ingest.ts";
import type { Door } from "../../../src/graph/database/driver.ts";
import { ownDatabase, type OwnDatabase } from "../../support/database.ts";
import { startService } from "../../support/service.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const seed = "seed/2023-12-us-mexico";
const ingest = async (door: Door, folder: string): Promise<WriteResult> =>
  writeBundle(door, await checkedOf(folder), new Date());
const checkedOf = async (folder: string): Promise<Checked> => (await readAndCheckBundle(folder)).checked;
let database: OwnDatabase;
let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  database = await ownDatabase();
  await prepare(database.door);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const head = `source: source:a
facts:
  Source:
    - { id: source:a, at: 1, name: A, kind: DATA_SET }
`;
const meeting = (fields: string): string =>
  `${head}  Meeting:\n    - id: meeting:a\n      at: 2\n      name: Talks\n      status: HELD\n${fields}`;

const broken: [string, string, RegExp][] = [
  ["no YAML", "facts: [", /facts\.yaml:\d+ is not YAML/],
  ["a list where a map is due", "- a\n- b\n", /facts\.yaml:1 expected a map with source/],
  ["no facts", "source: source:a\n", /facts\.yaml:1 has no "facts"/],
  ["an unknown word of the file", `sorce: source:a\nfacts: {}\n`, /facts\.yaml:1 A file of a bundle has no "sorce"/],
  [
    "an unknown type",
    `${head}  Meting:\n    - { id: meeting:a, at: 1 }\n`,
    /facts\.yaml:6 "Meting" is not a type of fact; did you mean "Meeting"\?/,
  ],
  [
    "an unknown field",
    meeting("      dat: 2023-12-27\n"),
    /facts\.yaml:10 Meeting has no field "dat"; did you mean "date"\?/,
  ],
  [
    "a field of the other side",
    meeting("      participations: participation:a\n"),
    /facts\.yaml:10 Meeting\.participations is read from the other side: state "meeting" on each Participation/,
  ],
  [
    "a field that follows from others",
    meeting("      countries: country:mx\n"),
    /Meeting\.countries follows from other facts/,
  ],
  [
    "a day that doesn't exist",
    meeting("      date: 2023-02-30\n"),
    /facts\.yaml:10 Meeting\.date: "2023-02-30" is not a date/,
  ],
  [
    "an unknown word of an enumeration",
    meeting("      kind: TALK\n"),
    /facts\.yaml:10 Meeting\.kind: "TALK" is not one of STATE_VISIT.*did you mean "TALKS"\?/,
  ],
  [
    "an id of another kind",
    meeting("      host: place:mexico-city\n"),
    /facts\.yaml:10 Meeting\.host: expected "country:…"; got "place:mexico-city"/,
  ],
  ["a malformed id", meeting("      host: Mexico\n"), /facts\.yaml:10 Meeting\.host: "Mexico" is not an id/],
  [
    "an id that nothing has",
    meeting("      host: country:mx\n"),
    /facts\.yaml:10 unknown id "country:mx": neither in this bundle nor in the graph/,
  ],
  [
    "a near miss of an id",
    `${meeting("      follows: meeting:b\n")}`,
    /unknown id "meeting:b".*did you mean "meeting:a"\?/,
  ],
  [
    "the same id twice",
    `${meeting("")}    - { id: meeting:a, at: 2, name: B, status: HELD }\n`,
    /facts\.yaml:10 "meeting:a" is already at .*facts\.yaml:6/,
  ],
  ["no id", `${head}  Meeting:\n    - { name: A, status: HELD, at: 1 }\n`, /facts\.yaml:6 Meeting has no "id"/],
  [
    "a required field left out",
    `${head}  Meeting:\n    - { id: meeting:a, at: 1, name: A }\n`,
    /facts\.yaml:6 Meeting meeting:a has no "status"/,
  ],
  [
    "no place in the source",
    `${head}  Meeting:\n    - { id: meeting:a, name: A, status: HELD }\n`,
    /facts\.yaml:6 has no locator/,
  ],
  ["no source", `facts:\n  Topic:\n    - { id: topic:a, name: A, at: 1 }\n`, /facts\.yaml:3 has no source/],
  [
    "an unknown word of a value",
    meeting("      purpose: { value: a, sheet: 3 }\n"),
    /facts\.yaml:10 A value has no "sheet"/,
  ],
  [
    "the number of a page in the place of its address",
    meeting("      purpose: { value: a, page: 3 }\n"),
    /facts\.yaml:10 "page" is the address of a web page.*got "3".*"at"/,
  ],
  ["a value and none", meeting("      purpose: { value: a, noValue: true }\n"), /exactly one of/],
  [
    "some value that isn't",
    meeting("      purpose: { someValue: false }\n"),
    /"someValue" must be true, or be left out/,
  ],
  [
    "a required value unnamed",
    `${head}  Topic:\n    - { id: topic:a, at: 1, name: { someValue: true } }\n`,
    /Topic topic:a has no "name"/,
  ],
  ["a place that is none", meeting("      purpose: { value: a, at: ~ }\n"), /"at" must be a text/],
  [
    "a word of the language's own",
    meeting("      purpose: { value: a, basis: toString }\n"),
    /"basis" is one of STATED/,
  ],
  [
    "a structure of another shape",
    `${head}  MigrationRoute:\n    - { id: migration-route:a, at: 1, name: A, geometry: { value: { type: Point } } }\n`,
    /MigrationRoute\.geometry: geometry\.type/,
  ],
  [
    "a structure where a text is due",
    meeting("      purpose: { value: { a: b } }\n"),
    /expected one value; got a structure/,
  ],
  ["a list that holds itself", meeting("      aliases: &a [*a]\n"), /facts\.yaml:10 a list within a list/],
  [
    "an entity that refers to itself",
    meeting("      partOf: meeting:a\n"),
    /Meeting\.partOf: it names the entity itself/,
  ],
  [
    "a key that two have",
    `${head}  Country:\n    - { id: country:a, at: 1, name: A, isoAlpha2: AA }\n    - { id: country:b, at: 1, name: B, isoAlpha2: AA }\n`,
    /Country\.isoAlpha2: "AA" is already that of country:a/,
  ],
  [
    "an id longer than an index takes",
    `${head}  Topic:\n    - { id: topic:${"a".repeat(300)}, at: 1, name: A }\n`,
    /is not an id/,
  ],
  [
    "a value without a value",
    meeting("      purpose: { at: 3 }\n"),
    /A value has exactly one of "value", "someValue: true"/,
  ],
  ["a basis that isn't one", meeting("      purpose: { value: a, basis: GUESSED }\n"), /"basis" is one of STATED/],
  [
    "a confidence above one",
    meeting("      purpose: { value: a, confidence: 2 }\n"),
    /"confidence" must be a number from 0 to 1/,
  ],
  [
    "a number that isn't one",
    `${head}  Flow:\n    - { id: flow:a, at: 1, name: A, measure: ENCOUNTERS, qualifier: ABOUT, count: many }\n`,
    /Flow\.count: expected a whole number; got "many"/,
  ],
  [
    "the same claim twice",
    meeting("      purpose: [{ value: a }, { value: a }]\n"),
    /repeats what the same source states/,
  ],
];

describe("a broken bundle is refused, and nothing is written", () => {
  test.each(broken)("%s", async (_, text, message) => {
    const bundle = path.join(folder, "broken");
    rmSync(bundle, { recursive: true, force: true });
    mkdirSync(bundle);
    writeFileSync(path.join(bundle, "facts.yaml"), text);
    await expect(ingest(database.door, bundle)).rejects.toThrow(message);
    expect(await database.door.run("MATCH (node:Node) RETURN count(node)", {}, 60_000)).toEqual([[0]]);
  });

  test("all that is wrong is told at once", async () => {
    const bundle = path.join(folder, "several");
    mkdirSync(bundle);
    writeFileSync(path.join(bundle, "facts.yaml"), meeting("      dat: 2023\n      kind: TALK\n      host: Mexico\n"));
    await expect(checkedOf(bundle)).rejects.toThrow(
      /^.*:10 [^]*^.*:11 [^]*^.*:12 [^]*3 problems; nothing was written\.$/m,
    );
  });

  test("a folder that is no bundle, and one that isn't there", async () => {
    const empty = path.join(folder, "empty");
    mkdirSync(empty);
    for (const each of [empty, path.join(folder, "nowhere")])
      await expect(checkedOf(each)).rejects.toThrow(/is not a bundle: expected a folder with/);
  });
});

describe("the seed", () => {
  test("loaded twice, or in another order, is the same graph", async () => {
    const first = await ingest(database.door, seed);
    const digest = await database.door.write((run) => digestOf(run));
    const again = await ingest(database.door, seed);
    expect(again.edition).toBe(first.edition);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: first.counts.new, withdrawn: 0 });
    const problems = new Problems();
    const { name, facts } = await readBundleFolder(seed, problems);
    const shuffled = checkFacts(name, [...facts].reverse(), problems);
    expect(shuffled.digest).toBe((await checkedOf(seed)).digest);
    expect((await writeBundle(database.door, shuffled, new Date())).edition).toBe(first.edition);
    expect(await database.door.write((run) => digestOf(run))).toBe(digest);
  });

  test("a bundle that is corrected withdraws what it said, and nothing that another says", async () => {
    const bundle = path.join(folder, "corrected");
    mkdirSync(bundle);
    const write = async (flow: string): Promise<void> => {
      writeFileSync(
        path.join(bundle, "facts.yaml"),
        `source: source:b\nfacts:\n  Source:\n    - { id: source:b, at: 1, name: B, kind: DATA_SET }\n  Flow:\n${flow}`,
      );
      await ingest(database.door, bundle);
    };
    const before = await database.door.write((run) => digestOf(run));
    const flow = "    - { id: flow:a, at: 1, name: A, measure: ENCOUNTERS, qualifier: ABOUT, ";
    await write(
      `${flow}count: 7000, method: told, place: place:tapachula, atBorderOf: [country:us, country:mx], period: 2023 }\n    - { id: flow:b, at: 1, name: B, measure: ENCOUNTERS, qualifier: ABOUT }\n`,
    );
    await write(`${flow}count: { someValue: true }, atBorderOf: [country:us] }\n`);
    const service = await startService({ door: { ...database.door, close: async () => undefined } });
    try {
      const { data } =
        await service.ask(`{ b: flow(by: { slug: "b" }) { id } flow(by: { slug: "a" }) { count someValue method period { edtf } place { id name }
        atBorderOf { nodes { id } } claims(filter: { predicate: { eq: COUNT } }) { nodes { valueKind } } }
        place(by: { slug: "tapachula" }) { name flows { nodes { id } } } }`);
      expect(data.b).toBeNull();
      expect(data.flow).toEqual({
        count: null,
        someValue: ["COUNT"],
        method: null,
        period: null,
        place: null,
        atBorderOf: { nodes: [{ id: "country:us" }] },
        claims: { nodes: [{ valueKind: "SOME_VALUE" }] },
      });
      expect(data.place.name).toBe("Tapachula");
      expect(data.place.flows.nodes).not.toContainEqual({ id: "flow:a" });
    } finally {
      await service.close();
    }
    writeFileSync(path.join(bundle, "facts.yaml"), "facts: {}\n");
    await ingest(database.door, bundle);
    expect(await database.door.write((run) => digestOf(run))).toBe(before);
  });

  test("the best ranked claim is the one shown, and never one known to be wrong", async () => {
    const bundle = path.join(folder, "ranked");
    mkdirSync(bundle);
    writeFileSync(
      path.join(bundle, "facts.yaml"),
      meeting(
        "      host: [{ value: country:us, rank: DEPRECATED }, { value: country:mx, rank: NORMAL }]\n      purpose: [{ value: a }, { value: b, rank: PREFERRED }]\n",
      ),
    );
    const { entities } = await checkedOf(bundle);
    const { type, claims } = entities.find(({ id }) => id === "meeting:a")!;
    const { properties, edges } = settle(type, "meeting:a", claims, (id) => id);
    expect(properties).toMatchObject({ hostId: "country:mx", purpose: "b" });
    expect(properties.someValue).toBeUndefined();
    expect(edges.filter((edge) => edge.type === "HOSTED_BY").map((edge) => edge.to)).toEqual(["country:mx"]);
  });

  test("a write that fails in its midst leaves the graph as it was", async () => {
    const before = await database.door.write((run) => digestOf(run));
    const work = database.door.write(async (run) => {
      await run("MATCH (node:Node) DETACH DELETE node");
      await run("RETURN 1 / 0");
    });
    await expect(work).rejects.toThrow();
    expect(await database.door.write((run) => digestOf(run))).toBe(before);
  });

  test("a fact of one's own is told beside the seed's, by the same questions", async () => {
    const bundle = path.join(folder, "own");
    mkdirSync(bundle);
    writeFileSync(
      path.join(bundle, "facts.yaml"),
      `source: source:archive
facts:
  Source:
    - { id: source:archive, at: shelf 3, name: An archive, kind: DATA_SET }
  Meeting:
    - id: meeting:call-2023-12-21
      at: folio 12
      name: A call
      kind: CALL
      status: HELD
      date: 2023-12-21
      host: { value: country:mx, basis: INFERRED, confidence: 0.5, note: it placed the call }
      purpose: { someValue: true }
`,
    );
    await ingest(database.door, bundle);
    const service = await startService({ door: { ...database.door, close: async () => undefined } });
    try {
      const { data } =
        await service.ask(`{ meeting(by: { slug: "call-2023-12-21" }) { name someValue host { hostedMeetings { nodes { name } } }
        claims { nodes { predicate value valueKind basis confidence note locator source { name } valueEntity { name } } } } }`);
      expect(data.meeting.someValue).toEqual(["PURPOSE"]);
      expect(data.meeting.host.hostedMeetings.nodes).toContainEqual({ name: "A call" });
      expect(data.meeting.claims.nodes).toContainEqual({
        predicate: "HOST",
        value: "country:mx",
        valueKind: "VALUE",
        basis: "INFERRED",
        confidence: 0.5,
        note: "it placed the call",
        locator: "folio 12",
        source: { name: "An archive" },
        valueEntity: { name: "Mexico" },
      });
      expect(data.meeting.claims.nodes).toContainEqual(
        expect.objectContaining({ predicate: "PURPOSE", valueKind: "SOME_VALUE", value: null }),
      );
    } finally {
      await service.close();
    }
  });
});
