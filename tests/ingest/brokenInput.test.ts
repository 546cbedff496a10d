/** Broken input is refused with file, line and remedy. Nothing of it reaches the graph. */
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { prepare } from "../../src/graph/database/prepare.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { readAndCheckBundle, readDataSet, type Ingestion } from "../../src/ingest/read.ts";
import { BundleError } from "../../src/ingest/problems.ts";
import { dataSets } from "../../src/ingest/sources/dataSets.ts";
import { digest, load, today } from "../support/bundles.ts";
import { ownDatabase, type OwnDatabase } from "../support/database.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const fixtures = path.resolve("tests/fixtures");
const folders: Record<string, string> = { "border-encounters": "borderEncounters" };
const megabytes = 1024 * 1024;

let database: OwnDatabase;
let before: string;
let top: string;
let folder: string;

beforeAll(async () => {
  top = temporaryFolder();
  database = await ownDatabase();
  await prepare(database.door);
  await load(database.door, "seed/countries");
  before = await digest(database.door);
});
afterAll(async () => {
  await database.close();
  rmSync(top, { recursive: true });
});
beforeEach(() => {
  folder = path.join(top, "set");
  rmSync(folder, { recursive: true, force: true });
});

/** Reads a folder as a data set or as a bundle, as before writing. */
async function ingested(name: string, at = folder): Promise<void> {
  const dataSet = dataSets.find((each) => each.name === name);
  const read: Ingestion = dataSet ? await readDataSet(dataSet, at, "2026-11-24") : await readAndCheckBundle(at);
  await ingest(database.door, read, today);
}

const at = (name: string): string => path.join(folder, name);
const put = (name: string, content: string | Buffer): void => writeFileSync(at(name), content);
const text = (name: string): string => readFileSync(at(name), "utf8");
const change = (name: string, from: string | RegExp, to: string): void => {
  const changed = text(name).replace(from, to);
  expect(changed).not.toBe(text(name));
  put(name, changed);
};
const half = (name: string): void => {
  const content = readFileSync(at(name));
  put(name, content.subarray(0, Math.floor(content.length / 2)));
};
const utf16 = (content: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, "utf16le")]);

/** A line of very many bytes, mostly sparse on the disk. */
function putLong(name: string, first: string, megabytesOfIt = 30): void {
  const file = openSync(at(name), "w");
  writeSync(file, first);
  writeSync(file, "x", megabytesOfIt * megabytes);
  closeSync(file);
}

const bomb = `<?xml version="1.0"?>
<!DOCTYPE visits [
  <!ENTITY a "aaaaaaaaaa">
  <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
]>
<visits><visit><id>&c;</id></visit></visits>
`;
const visits = "data/2000.xml";
const trips = "secretary-travels/doe-jane.xml";
const encounters = "encounters.csv";
const officeholders = "officeholders_history.csv";
const facts = `source: source:a
facts:
  Source:
    - { id: source:a, at: 1, name: A, kind: DATA_SET }
`;

/** The fault, in which set, how; and the message's file with line, fault and remedy. */
const broken: [what: string, set: string, breaking: () => void, told: RegExp][] = [
  ["XML that is cut short", "visits", () => half(visits), /2000\.xml:\d+ is not XML: .*expected/i],
  [
    "XML in UTF-16",
    "visits",
    () => put(visits, utf16(text(visits))),
    /2000\.xml:1 is not in UTF-8: save it in that encoding\./,
  ],
  [
    "XML in Latin-1",
    "visits",
    () => put(visits, Buffer.from(text(visits), "latin1")),
    /2000\.xml:1 is not in UTF-8: save it in that encoding\./,
  ],
  [
    "entities that grow",
    "visits",
    () => put(visits, bomb),
    /2000\.xml:2 has a document type: expected plain XML without one\./,
  ],
  [
    "an entity of nobody's",
    "visits",
    () => change(visits, "State visit.", "State &visit;"),
    /2000\.xml:9 is not XML: undefined entity.*expected/i,
  ],
  [
    "tags that cross",
    "visits",
    () => change(visits, "</visitor>", "</visitors>"),
    /2000\.xml:7 is not XML: .*expected/i,
  ],
  [
    "XML of another kind",
    "visits",
    () => put(visits, "<?xml version='1.0'?>\n<trips/>\n"),
    /2000\.xml:2 is <trips>: expected <visits>\./,
  ],
  ["an empty file", "visits", () => put(visits, ""), /2000\.xml:1 is not XML: .*root element\. Expected a whole file/],
  [
    "a record without an id",
    "visits",
    () => change(visits, "<id>21</id>", ""),
    /2000\.xml:3 a visit has no "id": give it\./,
  ],
  [
    "an id that two records have",
    "visits",
    () => change(visits, "<id>22</id>", "<id>21</id>"),
    /2000\.xml:11 visit 21 is already at .*2000\.xml:3: give each visit an id of its own\./,
  ],
  [
    "a country of nobody's",
    "visits",
    () => change(visits, 'id="mexico"', 'id="mexicoo"'),
    /2000\.xml:3 visit 21: no country has the slug "mexicoo"\. Add it to seed\/countries\/\./,
  ],
  [
    "a day that isn't",
    "visits",
    () => change(visits, "2001-09-04", "2001-09-31"),
    /2000\.xml:3 visit 21: "2001-09-31\/2001-09-07" is not a date: .*Dates are EDTF/,
  ],
  [
    "a folder without files",
    "visits",
    () => rmSync(at(visits), { recursive: true }),
    /set:1 holds no records: expected the folder of HistoryAtState\/visits/,
  ],
  [
    "a file where a folder is due",
    "visits",
    () => (rmSync(at("data"), { recursive: true }), put("data", "")),
    /data:1 can.t be read: .*[Ee]xpected the folder of HistoryAtState\/visits/,
  ],
  [
    "a folder where a file is due",
    "visits",
    () => (rmSync(at(visits)), mkdirSync(at(visits))),
    /2000\.xml:1 can.t be read: .*[Ee]xpected a file that can be read/,
  ],
  [
    "XML of another kind, among trips",
    "travels",
    () => put(trips, "<visits/>"),
    /doe-jane\.xml:1 is <visits>: expected <trips>\./,
  ],
  [
    "a file that the set must hold",
    "travels",
    () => rmSync(at("presidents"), { recursive: true }),
    /set:1 holds no presidents\/presidents\.xml: expected/,
  ],
  [
    "another list, where presidents are due",
    "travels",
    () => put("presidents/presidents.xml", "<people/>"),
    /presidents\.xml:1 is <people>: expected <presidents>\./,
  ],
  [
    "a trip without a person",
    "travels",
    () => change(trips, 'who="doe-jane"', 'who=""'),
    /doe-jane\.xml:3 a trip has no "who": give it\./,
  ],
  [
    "XML that is cut short, of an article",
    "rdcr",
    () => half("articles/mexico.xml"),
    /mexico\.xml:\d+ is not XML: .*expected/i,
  ],
  [
    "an article that is none",
    "rdcr",
    () => put("articles/mexico.xml", "<html/>"),
    /mexico\.xml:1 is <html>: expected an article, <TEI>\./,
  ],
  [
    "a folder of the set that is missing",
    "pocom",
    () => rmSync(at("people"), { recursive: true }),
    /set:1 has no people.*: expected/,
  ],
  [
    "a person of another kind",
    "pocom",
    () => put("people/a/ash-ruth.xml", "<dog/>"),
    /ash-ruth\.xml:1 expected <person>; got <dog>\./,
  ],
  [
    "YAML that isn't",
    "congress",
    () => put("executive.yaml", "- id: [\n"),
    /executive\.yaml:2 is not YAML: .*Expected it as it is published\./,
  ],
  [
    "YAML of another shape",
    "congress",
    () => put("executive.yaml", "name: x\n"),
    /executive\.yaml:1 expected a list of people/,
  ],
  [
    "a column that is missing",
    "factbook",
    () => change(officeholders, "first_seen,", ""),
    /officeholders_history\.csv:1 .*expected/,
  ],
  [
    "a row that is too short",
    "factbook",
    () => put(officeholders, `${text(officeholders)}europe/sz.json,chief\n`),
    /officeholders_history\.csv:15 has 2 columns: expected 7\./,
  ],
  [
    "a formula in a cell",
    "factbook",
    () => change(officeholders, "a,2020-11-23T19:34:04+01:00", "a,=NOW()"),
    /officeholders_history\.csv:2 has "=NOW\(\)" in the column "last_seen": expected/,
  ],
  [
    "a line of thirty megabytes",
    "factbook",
    () => putLong(officeholders, text(officeholders)),
    /officeholders_history\.csv:15 is not CSV: .*Expected 7 columns/,
  ],
  [
    "a table in UTF-16",
    "border-encounters",
    () => put(encounters, utf16(text(encounters))),
    /encounters\.csv:1 .*UTF-8/,
  ],
  [
    "a column that is missing, of counts",
    "border-encounters",
    () => change(encounters, ",Encounter Count", ""),
    /encounters\.csv:1 .*expected/,
  ],
  [
    "a formula for a count",
    "border-encounters",
    () => change(encounters, ",411", ",=411"),
    /encounters\.csv:2 has "=411" in the column "Encounter Count": expected/,
  ],
  [
    "a workbook that is cut short",
    "border-encounters",
    () => {
      const book = utils.book_new();
      utils.book_append_sheet(
        book,
        utils.aoa_to_sheet([
          ["Fiscal Year", "Quantity"],
          [2024, 1],
        ]),
        "Sheet",
      );
      const whole = write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
      put("encounters.xlsx", whole.subarray(0, whole.length - 100));
    },
    /encounters\.xlsx:1 is a ZIP archive that is cut short: its directory, at the end, is missing\. Fetch it again\./,
  ],
  [
    "a workbook that is none",
    "border-encounters",
    () => put("encounters.xlsx", "Fiscal Year"),
    /encounters\.xlsx:1 is not a ZIP archive, which an \.xlsx workbook is/,
  ],
  [
    "a folder that is no bundle",
    "bundle",
    () => put("notes.txt", "x"),
    /set:1 is not a bundle: expected a folder with files of facts/,
  ],
  ["YAML in UTF-16", "bundle", () => put("facts.yaml", utf16(facts)), /facts\.yaml:1 is not in UTF-8: save/],
  [
    "YAML that isn't, of a bundle",
    "bundle",
    () => put("facts.yaml", `${facts}  Topic: [\n`),
    /facts\.yaml:\d+ is not YAML: /,
  ],
  [
    "a file of anchors alone",
    "bundle",
    () =>
      put(
        "facts.yaml",
        `a: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghi"
          .split("")
          .map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]!}`).join(", ")}]`)
          .join("\n")}\n`,
      ),
    /facts\.yaml:\d+ .*(anchors|alias|A file of a bundle has no)/i,
  ],
  [
    "an id that leads nowhere",
    "bundle",
    () => put("facts.yaml", `${facts}  Post:\n    - { id: post:a, at: 1, name: A, country: country:atlantis }\n`),
    /facts\.yaml:6 unknown id "country:atlantis": neither in this bundle nor in the graph.*State it, or load what states it first/,
  ],
  [
    "an id that two have",
    "bundle",
    () => put("facts.yaml", `${facts}    - { id: source:a, at: 1, name: B, kind: DATA_SET }\n`),
    /facts\.yaml:5 "source:a" is already at .*facts\.yaml:4\. State an entity in one place only\./,
  ],
  [
    "a line of thirty megabytes of JSON",
    "bundle",
    () => putLong("facts.jsonl", '{"type":"Source","id":"source:a","name":"A","kind":"DATA_SET"}\n{"type":"'),
    /facts\.jsonl:2 is a line of more than 1 MB: expected one record on each line\. Break it into several\./,
  ],
  [
    "a line that is half of an object",
    "bundle",
    () => put("facts.jsonl", '{"type":"Source"\n'),
    /facts\.jsonl:1 is not JSON: .*Each line is one whole object\./,
  ],
  [
    "a row of thirty megabytes",
    "bundle",
    () => (copyTable(), putLong("shelters.csv", `${text("shelters.csv")}2024,"`)),
    /shelters\.csv:6 is a line of more than 1 MB.*Break it into several\./,
  ],
  [
    "a formula in a table",
    "bundle",
    () => (copyTable(), change("shelters.csv", "310", "=1+1")),
    /shelters\.csv:3 "=1\+1" in column "Count" is a formula: expected a value\. Save the table with the values\./,
  ],
  [
    "a column that is missing, of a table",
    "bundle",
    () => (copyTable(), change("shelters.csv", "Count", "Number")),
    /shelters\.mapping\.yaml:\d+ .*"Count"/,
  ],
  [
    "a table without a mapping",
    "bundle",
    () => put("shelters.csv", "a\n1\n"),
    /shelters\.csv:1 has no mapping: expected shelters\.mapping\.yaml beside it/,
  ],
  [
    "a bundle of a data set's name",
    "bundle",
    () => (
      put("facts.yaml", facts),
      renameSync(folder, path.join(top, "visits")),
      mkdirSync(folder),
      renameSync(path.join(top, "visits"), at("visits"))
    ),
    /visits:1 is called "visits", which is the name of a data set\. Rename the folder\./,
  ],
];

function copyTable(): void {
  cpSync(path.join(fixtures, "bundles/table-set"), folder, { recursive: true });
}

/** The parts of a problem's message: file, line, and words of the remedy. */
const whole =
  /^(?<file>.+?):(?<line>[1-9]\d*) .*\b(expected|save|give|add|state|say|break|it has|rename|keep|did you mean|fetch it again|dates are)\b/ims;

describe("broken input is refused with file, line and remedy, and the graph stays as it was", () => {
  test.each(broken)("%s (%s)", async (_, set, breaking, told) => {
    if (set === "bundle") mkdirSync(folder);
    else cpSync(path.join(fixtures, folders[set] ?? set), folder, { recursive: true });
    breaking();
    const place = set === "bundle" && told.source.startsWith("visits:1") ? at("visits") : folder;
    const error = await ingested(set, place).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(BundleError);
    const { message, problems } = error as BundleError;
    expect(message).toMatch(told);
    expect(problems.filter((each) => !whole.test(each))).toEqual([]);
    expect(message).toMatch(/\d+ problems?; nothing was written\.$/);
    expect(message).toContain(top);
    expect(await digest(database.door)).toBe(before);
  });

  test.each([...dataSets.map(({ name }) => name), "bundle"])(
    "an empty folder, a file, and nothing at all, as %s",
    async (set) => {
      mkdirSync(folder);
      put("file", "x");
      mkdirSync(at("empty"));
      for (const name of ["empty", "file", "none"]) {
        const error = await ingested(set, at(name)).then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect([name, error]).toEqual([name, expect.any(BundleError)]);
        expect((error as BundleError).message).toMatch(new RegExp(`^${at(name)}.*:1 .*expected`, "i"));
      }
      expect(await digest(database.door)).toBe(before);
    },
  );

  // Nobody can read a circular link, whatever user runs the tests.
  test("a file that can't be read", async () => {
    cpSync(path.join(fixtures, "visits"), folder, { recursive: true });
    rmSync(at(visits));
    symlinkSync(path.basename(visits), at(visits));
    await expect(ingested("visits")).rejects.toThrow(
      /2000\.xml:1 can.t be read: .*[Ee]xpected a file that can be read/,
    );
  });
});
