/** `entente ingest` from the user's side: output, exit code, and what it writes. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import { digest } from "../support/bundles.ts";
import { entente, type Ended } from "../support/commandLine.ts";
import { newDatabase, type OwnDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const visits = "tests/fixtures/visits";
const travels = "tests/fixtures/travels";

let database: OwnDatabase;
let folder: string;
let seeded: string;

beforeAll(async () => {
  folder = temporaryFolder();
  database = await newDatabase({ heap: "256m", pageCache: "64m" }, "seed");
  const { door } = database;
  await prepare(door);
  seeded = await digest(door);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const run = (...args: string[]): Promise<Ended> => entente(args, database.address);
const ended = (code: number, out: RegExp | string, told: RegExp | string = ""): unknown => ({
  code,
  out: typeof out === "string" ? out : expect.stringMatching(out),
  told: typeof told === "string" ? told : expect.stringMatching(told),
});
interface Summary {
  name: string;
  read: number;
  merged: unknown[];
  rejected: { record: string; reason: string; place: { file: string; line: number } }[];
  counts: Record<string, number>;
  edition: string | null;
  seconds: number;
}
const summaryOf = ({ out }: Ended): Summary => JSON.parse(out) as Summary;

describe("a data set", () => {
  test("can be tried without writing; then is written with the same counts; then changes nothing", async () => {
    const tried = await run("ingest", "travels", travels, "--dry-run", "--json", "--retrieved", "2026-11-24");
    expect(tried).toEqual(ended(0, /^\{.*\}\n$/));
    const dry = summaryOf(tried);
    expect(dry).toMatchObject({
      name: "travels",
      edition: null,
      counts: { changed: expect.any(Number), withdrawn: 0 },
    });
    expect(dry.counts.new).toBeGreaterThan(0);
    expect(dry.read).toBeGreaterThan(0);
    expect(await digest(database.door)).toBe(seeded);

    const written = summaryOf(await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-24"));
    expect(written).toEqual({
      ...dry,
      edition: expect.stringMatching(/^[0-9a-f]{64}$/),
      seconds: expect.any(Number),
      megabytes: expect.any(Number),
    });
    const after = await digest(database.door);
    expect(after).not.toBe(seeded);

    const again = summaryOf(await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-25"));
    expect(again).toMatchObject({ edition: written.edition, counts: { new: 0, changed: 0, withdrawn: 0 } });
    expect(again.counts.unchanged).toBe(written.counts.new! + written.counts.changed! + written.counts.unchanged!);
    expect(await digest(database.door)).toBe(after);
  });

  test("is told in words: how many, which were rejected and why, the edition; all of them in a report", async () => {
    const report = path.join(folder, "report.json");
    // A record without a named visitor is read, but makes no facts.
    const some = path.join(folder, "some");
    cpSync(visits, some, { recursive: true });
    const file = path.join(some, "data/2000.xml");
    writeFileSync(file, readFileSync(file, "utf8").replace("King Karl and Queen Ida", ""));
    const it = await run("ingest", "visits", some, "--report", report);
    const { merged, rejected } = JSON.parse(readFileSync(report, "utf8")) as Pick<Summary, "merged" | "rejected">;
    expect(rejected).toEqual([{ record: "visit 22", reason: "no visitor is named", place: { file, line: 11 } }]);
    expect(it).toEqual(ended(0, /^visits, in [\d.]+ s\n/));
    const lines = it.out.split("\n");
    expect(lines[1]).toBe(
      `  records   ${it.out.match(/(\d+) read/)![1]} read, ${merged.length} merged into others, ${rejected.length} rejected`,
    );
    expect(lines[2]).toMatch(
      /^ {2}entities {2}\d+ new, \d+ changed, \d+ unchanged, 0 withdrawn, \d+ merged into an entity with another id$/,
    );
    expect(lines[3]).toMatch(/^ {2}claims {4}\d+, 0 withdrawn; sources disagree on \d+ fields$/);
    for (const { reason, record, place } of rejected.slice(0, 1)) {
      expect(it.out).toContain(`  rejected: ${reason} (`);
      expect(it.out).toContain(`    ${place.file}:${place.line} ${record}`);
    }
    expect(it.out).toMatch(/\n {2}edition {3}[0-9a-f]{64}\n$/);
  });

  test("that is broken is refused with file, line and remedy, and nothing is written", async () => {
    const before = await digest(database.door);
    const broken = path.join(folder, "broken");
    cpSync(visits, broken, { recursive: true });
    const file = path.join(broken, "data/2000.xml");
    writeFileSync(file, readFileSync(file, "utf8").replace('id="sweden"', 'id="swedn"').replace("<id>21</id>", ""));
    expect(await run("ingest", "visits", broken)).toEqual(
      ended(
        1,
        "",
        /^\S+2000\.xml:3 a visit has no "id": give it\.\n\S+2000\.xml:\d+ visit 22: no country has the slug "swedn"\. Add it to seed\/countries\/\.\n2 problems; nothing was written\.\n$/,
      ),
    );
    expect(await digest(database.door)).toBe(before);
  });
});

describe("what is asked for", () => {
  test.each([
    [
      ["ingest", "travells", travels],
      /^"travells" is not a source; did you mean "travels"\? Sources are pocom, .*, bundle, record\.\n$/,
    ],
    [["ingest", "nowhere"], /^nowhere:1 is not a bundle: expected a folder with/],
    [["ingest", "travels", "nowhere"], /^nowhere:1 holds no .*: expected/],
    [["ingest", "record", visits], /holds none of the data sets: expected folders named pocom, /],
    [
      ["ingest", "travels", travels, "--retrieved", "yesterday"],
      /^--retrieved: "yesterday" is not a date: .*Dates are EDTF/,
    ],
    [["ingest"], /missing required argument 'source'/],
  ])("%j is refused in a word", async (args, told) => {
    const it = await run(...args);
    expect(it).toEqual(ended(1, "", told));
    expect(it.told).not.toMatch(/^\s+at |Unexpected error/m);
  });

  test("checking needs no database", async () => {
    expect(await entente(["ingest", "check", "travels", travels])).toEqual(
      ended(
        0,
        /^travels: \d+ records, \d+ entities and \d+ claims, no problems\.\nThe graph must already hold, since the bundle doesn't state them: .*country:mx/,
      ),
    );
    expect(await entente(["ingest", "check", "tests/fixtures/bundles/yaml-set"])).toEqual(
      ended(
        0,
        "yaml-set: 4 records, 4 entities and 14 claims, no problems.\nThe graph must already hold, since the bundle doesn't state them: country:mx.\n",
      ),
    );
    expect(await entente(["ingest", "check", "visits", travels])).toEqual(
      ended(1, "", /:1 holds no data: expected [^]*nothing was written\.\n$/),
    );
  });

  test("the data sets are listed, with what each must hold", async () => {
    const { code, out } = await entente(["sources"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^travels +travels abroad of Presidents.*\n +the folder of HistoryAtState\/travels/m);
  });
});

describe("a bundle", () => {
  test("is written by its folder alone; emptied, it is withdrawn; the digest and the edition tell so", async () => {
    const { out } = await run("digest");
    expect(out).toMatch(/^nodes and edges {2}[0-9a-f]{64}\nedition {10}[0-9a-f]{64}\n$/);
    expect(out).toContain(await digest(database.door));
    expect(await run("ingest", "tests/fixtures/bundles/yaml-set")).toEqual(ended(0, /^yaml-set, in /));
    const { out: with_ } = await run("digest");
    expect(with_).not.toBe(out);
    const emptied = path.join(folder, "yaml-set");
    mkdirSync(emptied);
    writeFileSync(path.join(emptied, "facts.yaml"), "facts: {}\n");
    expect(await run("ingest", "bundle", emptied)).toEqual(
      ended(
        0,
        /4 withdrawn.*\n.* 14 withdrawn;[^]*\n {2}withdrawn: no source supports them any longer \(4\)\n {4}meeting:call-2023-12-21\n/,
      ),
    );
    expect((await run("digest")).out).toBe(out);
  });

  test("all data sets below a folder are loaded in their order", async () => {
    const record = path.join(folder, "record");
    mkdirSync(path.join(record, "history-at-state"), { recursive: true });
    cpSync(path.join(folder, "some"), path.join(record, "history-at-state/visits"), { recursive: true });
    cpSync(travels, path.join(record, "travels"), { recursive: true });
    const before = await digest(database.door);
    const { code, out } = await run("ingest", "record", record, "--json");
    const summaries = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Summary);
    expect([code, summaries.map(({ name }) => name)]).toEqual([0, ["travels", "visits"]]);
    for (const { counts } of summaries) expect(counts).toMatchObject({ new: 0, changed: 0, withdrawn: 0 });
    expect(await digest(database.door)).toBe(before);
  });

  test("what something else wrote is told", async () => {
    await database.door.write((write) =>
      write("MATCH (node:Place {id: 'place:tapachula'}) SET node.stated = ['x place:tapachula other']"),
    );
    expect(await run("digest")).toEqual(
      ended(1, /^nodes and edges/, /records the edition [0-9a-f]{64}: something other than an ingestion wrote to it/),
    );
  });
});

describe("a graph of another version", () => {
  const travelsOf = (set: string): Promise<unknown> =>
    database.door.write((write) => write(`MATCH (bundle:Bundle {name: "travels"}) ${set}`));

  test("that read a data set is refused by the server, unchanged, with the command; loaded again it isn't", async () => {
    await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-24");
    const loaded = await digest(database.door);
    await travelsOf("REMOVE bundle.readings");
    expect(await run("serve")).toEqual(
      ended(1, /.*/s, /these data sets in the graph.*: travels\. .*entente ingest record <folder>/),
    );
    expect(await digest(database.door)).not.toBe(seeded);
    await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-24");
    expect(await digest(database.door)).toBe(loaded);
  });

  test("that settled otherwise is settled again, whole, by the next ingestion", async () => {
    const name = async (): Promise<unknown> =>
      (await database.door.run("MATCH (country:Country {id: 'country:fj'}) RETURN country.name", {}, 60_000))[0]![0];
    const before = await name();
    await database.door.write((write) =>
      write("MATCH (country:Country {id: 'country:fj'}) SET country.name = 'as another version showed it'"),
    );
    await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-24");
    expect(await name()).toBe("as another version showed it");
    await database.door.write((write) => write("MATCH (marker:Entente) SET marker.settling = 1"));
    await run("ingest", "travels", travels, "--json", "--retrieved", "2026-11-24");
    expect(await name()).toBe(before);
  });
});
