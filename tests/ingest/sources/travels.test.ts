/** Travels: journeys as meetings, exclusions, duplicates, and multilateral meetings. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { travels } from "../../../src/ingest/sources/travels/travels.ts";

const folder = "tests/fixtures/travels";
let facts: Facts;

async function readAll(from: string): Promise<Facts> {
  const found = new Facts(new Problems());
  await travels.read(from, found);
  return found;
}

const fact = (id: string): Fact => facts.all().find((each) => each.id === id)!;
const said = (id: string, field: string): unknown[] => [
  ...new Set(
    fact(id)
      .fields.get(field)
      ?.assertions.map(({ value }) => value),
  ),
];
const partsOf = (meeting: string): string[] =>
  facts
    .all()
    .filter(({ type, records }) => type === "Participation" && records[0]!.fields.meeting === meeting)
    .map(({ id }) => id.slice("participation:".length))
    .sort();

beforeAll(async () => {
  facts = await readAll(folder);
  facts.problems.settle();
});

describe("travels", () => {
  test("accounts for each record", () => {
    expect(facts.records).toBe(14);
    expect(facts.merged.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      "trip 9: the same trip as trip 2",
    ]);
    expect(facts.rejected.map(({ record, reason }) => `${record}: ${reason}`).sort()).toEqual([
      "trip 3: a vacation: no meeting",
      "trip 4: a stop on the way: no meeting",
      "trip 6: no state was visited: a continent without a state",
    ]);
  });

  test("fits the model, and refers to nothing but countries besides", () => {
    const problems = new Problems();
    const { references } = checkFacts("travels", facts.all(), problems);
    problems.settle();
    expect([...references.keys()].filter((id) => !id.startsWith("country:"))).toEqual([]);
  });

  test("states a journey with its place, its states and who was met", () => {
    expect(fact("meeting:trip-1").records[0]!.fields).toEqual({
      name: "Jane Doe in Mexico, 27 December 2023",
      status: "HELD",
    });
    expect(said("meeting:trip-1", "place")).toEqual(["place:mexico-city"]);
    expect(said("meeting:trip-1", "kind")).toEqual(["TALKS"]);
    expect(said("meeting:trip-1", "date")).toEqual(["2023-12-27"]);
    expect(partsOf("meeting:trip-1")).toEqual([
      "trip-1-doe-jane",
      "trip-1-mx",
      "trip-1-mx-ana-perez-ruiz",
      "trip-1-us",
    ]);
    const [met] = fact("participation:trip-1-mx-ana-perez-ruiz").fields.get("official")!.assertions;
    expect(met).toMatchObject({
      basis: "INFERRED",
      note: "read out of the remarks by title and name",
      locators: ["trip 1"],
    });
    expect(fact("official:mx-ana-perez-ruiz").records[0]!.fields).toEqual({
      name: "Ana Pérez Ruiz",
      country: "country:mx",
      offices: ["President"],
      active: ["2023-12-27"],
    });
  });

  test("states a trip that is told twice once, with both places", () => {
    expect(facts.has("meeting:trip-9")).toBe(false);
    expect(fact("meeting:trip-2").records.map(({ saying }) => saying.locator)).toEqual(["trip 2", "trip 9"]);
    expect(
      fact("meeting:trip-2")
        .fields.get("date")!
        .assertions.map(({ locators }) => locators[0]),
    ).toEqual(["trip 2", "trip 9"]);
  });

  test("takes the state of a counterpart from the remarks, and each place once", () => {
    expect(partsOf("meeting:trip-7")).toContain("trip-7-ru-foreign-minister-petrov");
    expect(partsOf("meeting:trip-7")).toContain("trip-7-ru");
    expect(said("meeting:trip-7", "place")).toEqual(["place:geneva-ch"]);
    expect(said("meeting:trip-7", "otherPlaces")).toEqual(["place:kingston-jamaica-ch", "place:bern-ch"]);
  });

  test("makes one gathering of those who came to it", () => {
    const summit = "meeting:nato-summit-be-2021-06";
    expect(partsOf(summit)).toEqual(
      ["be", "doe-jane", "roe-richard", "us"].map((who) => `nato-summit-be-2021-06-${who}`),
    );
    expect(said("participation:nato-summit-be-2021-06-doe-jane", "role")).toEqual(["MEMBER"]);
    expect(said("participation:nato-summit-be-2021-06-roe-richard", "role")).toEqual(["HEAD_OF_DELEGATION"]);
    expect(facts.has("meeting:trip-5")).toBe(false);
    expect(said("meeting:trip-10", "partOf")).toEqual([summit]);
    expect(partsOf("meeting:inauguration-cl-1995-05")).toContain("inauguration-cl-1995-05-cl-president-soto");
  });

  test("keeps a vacation on which somebody was met, and tells of what came before an office", () => {
    expect(said("meeting:trip-11", "kind")).toEqual(["PRIVATE_VISIT"]);
    expect(said("participation:trip-11-roe-richard", "capacity")).toEqual(["President-elect"]);
  });

  test("states presidents with each of their terms", () => {
    expect(
      facts
        .all()
        .filter(({ type }) => type === "Tenure")
        .map(({ id }) => id),
    ).toEqual([
      "tenure:us-president-cleveland-grover-1885",
      "tenure:us-president-cleveland-grover-1893",
      "tenure:us-president-trump-donald-j-2025",
    ]);
    expect(said("tenure:us-president-trump-donald-j-2025", "ended")).toEqual([]);
    expect(said("official:cleveland-grover", "death")).toEqual(["1908"]);
  });
});

describe("travels that are broken", () => {
  const trip = "secretary-travels/doe-jane.xml";
  const broken: [what: string, from: string, to: string, message: RegExp][] = [
    ["an unknown country", 'id="japan"', 'id="jappan"', /doe-jane\.xml:14 trip 2: no country has the slug "jappan"/],
    ["an id twice", "<id>2</id>", "<id>1</id>", /doe-jane\.xml:14 trip 1 is already at .*doe-jane\.xml:3/],
    [
      "a role that is none",
      '<trip role="secretary"',
      '<trip role="clerk"',
      /"role" is one of president, secretary; got "clerk"/,
    ],
    ["a day that is none", "<start-date>2021-04-06", "<start-date>2021-14-06", /trip 4: .* is not a date/],
    ["no XML", "</trips>", "", /is not XML/],
  ];

  test.each(broken)("%s", async (_, from, to, message) => {
    const own = mkdtempSync(path.join(os.tmpdir(), "travels-"));
    cpSync(folder, own, { recursive: true });
    writeFileSync(path.join(own, trip), readFileSync(path.join(own, trip), "utf8").replace(from, to));
    const { problems } = await readAll(own);
    expect(() => problems.settle()).toThrow(message);
    rmSync(own, { recursive: true });
  });

  test("a folder that is another one", async () => {
    await expect(readAll("tests/fixtures/visits")).rejects.toThrow(BundleError);
  });
});
