/** The history of a pair: what is selected, and that the bundle written from the sets says the same. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { pairCommand } from "../../../src/cli/pairCommand.ts";
import { bundleLineSchema } from "../../../src/ingest/forms/bundleSchema.ts";
import { checkFacts, type Checked } from "../../../src/ingest/check.ts";
import { countryOfId, type CountryEntry } from "../../../src/ingest/countries/crosswalk.ts";
import { Facts, withFiles, type Fact, type Saying } from "../../../src/ingest/facts.ts";
import { factsOfPair } from "../../../src/ingest/sources/factsOfPair.ts";
import { Problems } from "../../../src/ingest/problems.ts";
import { readBundleFolder } from "../../../src/ingest/forms/readFolder.ts";
import { foldersOfRecord } from "../../../src/ingest/sources/record.ts";
import { writeLines } from "../../../src/ingest/forms/writeLines.ts";

const top = mkdtempSync(path.join(tmpdir(), "entente-test-"));
let folder: string;
let count = 0;

beforeEach(() => {
  folder = path.join(top, `set-${(count += 1)}`);
  mkdirSync(folder);
});
afterAll(() => rmSync(top, { recursive: true }));

const origin = { file: "a.xml", line: 1 };
const us = countryOfId("country:us")!;
const mx = countryOfId("country:mx")!;
const pair: [CountryEntry, CountryEntry] = [us, mx];

function by(locator: string, more: Partial<Saying> = {}): Saying {
  return { source: "source:a", locator, origin, ...more };
}

async function readAgain(): Promise<Fact[]> {
  const problems = new Problems();
  const { facts } = await readBundleFolder(folder, problems);
  problems.settle();
  return facts;
}

function checked(facts: Fact[], retrieved: string | null = null): Checked {
  const problems = new Problems();
  const found = checkFacts("a", facts, problems, retrieved);
  problems.settle();
  return found;
}

/** The content of a fact, without its place in files; values are texts, as in files. */
function saidBy({ type, id, fields, records }: Fact): unknown {
  return {
    type,
    id,
    fields: Object.fromEntries(
      [...fields].map(([name, { assertions }]) => [name, assertions.map((each) => ({ ...each, origin: null }))]),
    ),
    records: records.map((each) => ({
      fields: Object.fromEntries(
        Object.entries(each.fields).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
      ),
      saying: { basis: "STATED", confidence: 1, ...each.saying, origin: null },
    })),
  };
}

function everyManner(): Facts {
  const facts = new Facts(new Problems());
  facts
    .entity("Source", "source:a", origin)
    .say("name", "A", by("cover"))
    .say("kind", "DATA_SET", by("cover"))
    .say("coverage", [{ part: "all", from: "1825", until: null }], by("cover", { basis: "INFERRED", confidence: 0.9 }));
  facts.entity("Source", "source:b", origin).say("name", "B", by("7")).say("kind", "REFERENCE", by("7"));
  facts
    .entity("Official", "official:b", origin)
    .sayRecord({ name: "B", country: "country:mx", offices: ["President"], active: ["1999/2001"] }, by("trip 2"))
    .sayRecord({ name: "B.", country: "country:mx" }, by("visit 3", { source: "source:b", given: "Pres. B" }))
    .say("aliases", "0484", by("trip 2", { given: "B “the other”\nof that name" }))
    .say("aliases", "true", by("trip 9", { source: "source:b", basis: "REFERENCE", note: "by a list", asOf: "1999" }))
    .say("death", "2003", by("trip 2", { rank: "DEPRECATED", rankReason: "it is the year of another" }));
  facts
    .entity("Meeting", "meeting:a", origin)
    .sayRecord({ name: "A", status: "HELD" }, by("trip 2", { basis: "INFERRED", confidence: 0.85, note: "named" }))
    .sayUnnamed("purpose", by("trip 2"))
    .sayNone("host", by("trip 3", { confidence: 0.5 }))
    .say("topics", "topic:a", by("trip 2"))
    .say("topics", "topic:b", by("trip 2"));
  facts
    .entity("Flow", "flow:a", origin)
    .sayRecord({ name: "A", measure: "ENCOUNTERS", count: 249740, qualifier: "ABOUT" }, by("row 2"));
  return facts;
}

describe("what is written as lines", () => {
  test("is read as the same facts", async () => {
    const facts = everyManner().all();
    const [alias] = facts.find(({ id }) => id === "official:b")!.fields.get("aliases")!.assertions;
    alias!.locators.push("trip 4");
    writeFileSync(path.join(folder, "a.jsonl"), writeLines(facts));
    const again = await readAgain();
    const sorted = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(again.map(saidBy)).toEqual(sorted.map(saidBy));
  });

  test("makes the same claims, under the same ids", async () => {
    const facts = everyManner();
    facts.entity("Topic", "topic:a", origin).say("name", "A", by("trip 2"));
    facts.entity("Topic", "topic:b", origin).say("name", "B", by("trip 2"));
    writeFileSync(path.join(folder, "a.jsonl"), writeLines(facts.all(), "2026-11-24"));
    const claimsOf = ({ entities }: Checked): unknown[] =>
      entities.flatMap(({ claims }) => claims.map((each) => ({ ...each, retrieved: null })));
    expect(claimsOf(checked(await readAgain()))).toEqual(claimsOf(checked(facts.all())));
    expect(checked(await readAgain()).digest).toBe(checked(facts.all()).digest);
  });

  test("is the same whatever the order of the facts, with short lines", () => {
    const facts = everyManner().all();
    const text = writeLines(facts, "2026-11-24");
    expect(writeLines([...facts].reverse(), "2026-11-24")).toBe(text);
    const lines = text.split("\n");
    expect(lines[0]).toBe('{"source":"source:a","retrieved":"2026-11-24"}');
    expect(lines[1]).toBe(
      '{"type":"Flow","id":"flow:a","at":"row 2","record":{"fields":{"name":"A","measure":"ENCOUNTERS","count":249740,"qualifier":"ABOUT"}}}',
    );
  });

  test("keeps the day of reading", async () => {
    writeFileSync(path.join(folder, "a.jsonl"), writeLines(everyManner().all(), "2026-11-24"));
    const source = (await readAgain()).find(({ id }) => id === "source:b")!;
    expect(source.fields.get("name")!.assertions[0]!.retrieved).toBe("2026-11-24");
  });

  test("keeps the time that a record is about, and a number as one", async () => {
    const facts = new Facts(new Problems());
    facts.entity("Official", "official:b", origin).sayRecord({ name: "B" }, by("trip 2", { asOf: "1999" }));
    facts.entity("Post", "post:b", origin).say("name", "B", by("1")).say("seats", 1, by("2"));
    const text = writeLines(facts.all());
    expect(text).toContain('"seats":{"value":1,"at":"2"}');
    writeFileSync(path.join(folder, "a.jsonl"), text);
    const [official, post] = await readAgain();
    expect(official!.records[0]!.saying.asOf).toBe("1999");
    expect(post!.fields.get("seats")!.assertions[0]!.value).toBe("1");
  });

  test("has no word for the rank of a record: that is refused, and not lost", () => {
    const facts = new Facts(new Problems());
    facts.entity("Official", "official:b", origin).sayRecord({ name: "B" }, by("trip 2", { rank: "PREFERRED" }));
    expect(() => writeLines(facts.all())).toThrow('no "rank": found at trip 2 of source:a');
  });
});

describe("a record in a file", () => {
  const official = (record: unknown): string =>
    JSON.stringify({ type: "Official", id: "official:b", source: "source:a", at: ["1", "2"], record });

  test("in YAML is the same as in JSON Lines, with a claim for each place", async () => {
    writeFileSync(path.join(folder, "a.jsonl"), `${official({ fields: { name: "B", birth: 1847 } })}\n`);
    const lines = await readAgain();
    rmSync(path.join(folder, "a.jsonl"));
    writeFileSync(
      path.join(folder, "a.yaml"),
      "facts: { Official: [{ id: official:b, source: source:a, at: [1, 2], record: [{ fields: { name: B, birth: 1847 } }] }] }\n",
    );
    const yaml = await readAgain();
    expect(yaml.map(saidBy)).toEqual(lines.map(saidBy));
    expect(yaml[0]!.records.map(({ saying }) => saying.locator)).toEqual(["1", "2"]);
    expect(yaml[0]!.records[0]!.fields).toEqual({ name: "B", birth: "1847" });
  });

  test.each([
    ["no object", "B", 'expected a record: an object with "fields"'],
    ["no fields", { at: "1" }, 'A record has "fields"'],
    ["empty fields", { fields: {} }, 'A record has "fields"'],
    ["an unknown word", { fields: { name: "B" }, notes: "x" }, 'A record has no "notes"; did you mean "note"?'],
    ["a value with its claim", { fields: { name: { value: "B" } } }, '"name" is a text within a record'],
    ["an empty place", { fields: { name: "B" }, at: "" }, "A record has no locator"],
    ["an unknown basis", { fields: { name: "B" }, basis: "GUESSED" }, '"basis" is one of STATED'],
    ["a confidence beyond one", { fields: { name: "B" }, confidence: 2 }, '"confidence" must be a number from 0 to 1'],
    ["a field that isn't said so", { fields: { name: "B", death: "1999" } }, "can't be part of a record"],
  ])("with %s is refused with its place", async (_, record, message) => {
    writeFileSync(path.join(folder, "a.jsonl"), `${official(record)}\n`);
    const problems = new Problems();
    const { facts } = await readBundleFolder(folder, problems);
    checkFacts("a", facts, problems);
    expect(() => problems.settle()).toThrow(message);
    expect(() => problems.settle()).toThrow("a.jsonl:1");
  });

  test("without a source is refused", async () => {
    writeFileSync(
      path.join(folder, "a.jsonl"),
      '{"type":"Official","id":"official:b","record":{"fields":{"name":"B"}}}\n',
    );
    await expect(readAgain()).rejects.toThrow("A record has no source");
  });
});

describe("what concerns a pair", () => {
  interface Part {
    meeting: string;
    trip: string;
    country?: string;
    official?: string;
  }

  function statePart(facts: Facts, { meeting, trip, country, official }: Part): void {
    const id = `participation:${meeting.slice(8)}-${official ?? country}`;
    const part = facts.entity("Participation", id, origin);
    if (official === undefined) {
      part.sayRecord({ name: id, meeting, country: `country:${country}` }, by(trip));
      return;
    }
    part
      .sayRecord({ name: id, meeting }, by(trip))
      .say("official", `official:${official}`, by(trip))
      .say("onBehalfOf", `country:${country}`, by(trip));
    facts
      .entity("Official", `official:${official}`, origin)
      .sayRecord({ name: official, active: [trip] }, by(trip))
      .say("death", "1999", by(`person ${official}`, { source: "source:pocom-people" }));
  }

  function stateMeeting(facts: Facts, meeting: string, trip: string): void {
    facts
      .entity("Meeting", meeting, origin)
      .sayRecord({ name: meeting, status: "HELD" }, by(trip))
      .say("host", "country:mx", by(trip))
      .say("place", `place:${trip.replace(" ", "-")}`, by(trip));
    facts.entity("Place", `place:${trip.replace(" ", "-")}`, origin).say("name", "A", by(trip));
  }

  function chosen(facts: Facts): Map<string, Fact> {
    return new Map(factsOfPair([{ name: "a", facts: facts.all() }], pair)[0]!.facts.map((fact) => [fact.id, fact]));
  }

  const records = (fact: Fact | undefined): string[] => fact!.records.map(({ saying }) => saying.locator);

  test("a journey in which both took part, with all who were there, and nothing of another pair", () => {
    const facts = new Facts(new Problems());
    for (const [trip, country] of [
      ["trip 1", "mx"],
      ["trip 2", "fr"],
    ] as const) {
      const meeting = `meeting:trip-${trip.slice(5)}`;
      stateMeeting(facts, meeting, trip);
      statePart(facts, { meeting, trip, country: "us" });
      statePart(facts, { meeting, trip, country: "us", official: "ames" });
      statePart(facts, { meeting, trip, country });
      statePart(facts, { meeting, trip, country: "gt", official: `guest-${country}` });
    }
    const found = chosen(facts);
    expect([...found.keys()].sort()).toEqual([
      "meeting:trip-1",
      "official:ames",
      "official:guest-mx",
      "participation:trip-1-ames",
      "participation:trip-1-guest-mx",
      "participation:trip-1-mx",
      "participation:trip-1-us",
      "place:trip-1",
    ]);
    // Nothing is said about this official's other journey; the person is described.
    expect(records(found.get("official:ames"))).toEqual(["trip 1"]);
    expect(found.get("official:ames")!.fields.get("death")!.assertions).toHaveLength(1);
  });

  test("of a gathering only the parts of the two, and what their journeys tell of it", () => {
    const facts = new Facts(new Problems());
    const meeting = "meeting:summit-1999";
    for (const [trip, country] of [
      ["trip 1", "us"],
      ["visit 2", "mx"],
      ["visit 3", "fr"],
    ] as const) {
      stateMeeting(facts, meeting, trip);
      statePart(facts, { meeting, trip, country, official: `leader-${country}` });
      statePart(facts, { meeting, trip, country });
      if (country !== "us") statePart(facts, { meeting, trip, country: "us" });
    }
    const found = chosen(facts);
    expect([...found.keys()].sort()).toEqual([
      "meeting:summit-1999",
      "official:leader-mx",
      "official:leader-us",
      "participation:summit-1999-leader-mx",
      "participation:summit-1999-leader-us",
      "participation:summit-1999-mx",
      "participation:summit-1999-us",
      "place:trip-1",
      "place:visit-2",
    ]);
    expect(records(found.get("meeting:summit-1999"))).toEqual(["trip 1", "visit 2"]);
    expect(records(found.get("participation:summit-1999-us"))).toEqual(["trip 1", "visit 2"]);
  });

  test("of an official, nothing of a set whose records are all of other pairs, if another set tells of the pair", () => {
    const ofSet = (trip: string, country: string): Facts => {
      const facts = new Facts(new Problems());
      const meeting = `meeting:trip-${trip.slice(5)}`;
      stateMeeting(facts, meeting, trip);
      statePart(facts, { meeting, trip, country: "us" });
      statePart(facts, { meeting, trip, country });
      facts
        .entity("Official", "official:ames", origin)
        .sayRecord({ name: "Ames" }, by(trip))
        .say("aliases", trip, by(trip));
      facts
        .entity("Participation", `participation:${meeting.slice(8)}-us`, origin)
        .say("official", "official:ames", by(trip));
      return facts;
    };
    const sets = [
      { name: "a", facts: ofSet("trip 1", "mx").all() },
      { name: "b", facts: ofSet("trip 2", "fr").all() },
    ];
    expect(factsOfPair(sets, pair).map(({ name }) => name)).toEqual(["a"]);
  });

  test("tenures in missions to each other and in high offices of either, with who held them before and after", () => {
    const facts = new Facts(new Problems());
    const posts: [string, string, string, string?][] = [
      ["us-ambassador-to-mx", "CHIEF_OF_MISSION", "us", "mx"],
      ["mx-ambassador-to-us", "CHIEF_OF_MISSION", "mx", "us"],
      ["us-ambassador-to-fr", "CHIEF_OF_MISSION", "us", "fr"],
      ["fr-ambassador-to-mx", "CHIEF_OF_MISSION", "fr", "mx"],
      ["mx-president", "CHIEF_OF_STATE", "mx"],
      ["us-vice-president", "DEPUTY", "us"],
      ["us-counselor", "PRINCIPAL_OFFICER", "us"],
      ["us-secretary-of-state", "MINISTER", "us"],
    ];
    for (const [slug, kind, country, to] of posts) {
      facts
        .entity("Post", `post:${slug}`, origin)
        .say("kind", kind, by("1"))
        .say("country", `country:${country}`, by("1"))
        .say("accreditedTo", to && `country:${to}`, by("1"));
      facts
        .entity("Tenure", `tenure:${slug}`, origin)
        .sayRecord({ name: slug, official: `official:${slug}`, post: `post:${slug}` }, by(slug));
      facts.entity("Official", `official:${slug}`, origin).sayRecord({ name: slug }, by(slug));
    }
    const found = [...chosen(facts).keys()].filter((id) => id.startsWith("tenure:"));
    expect(found.sort()).toEqual([
      "tenure:mx-ambassador-to-us",
      "tenure:mx-president",
      "tenure:us-ambassador-to-mx",
      "tenure:us-secretary-of-state",
    ]);
  });

  test("counts by month at their border: of all together, and of those from one of the two", () => {
    const facts = new Facts(new Problems());
    const border = facts.entity("Place", "place:border", origin).say("kind", "BORDER", by("1"));
    border.say("countries", "country:us", by("1")).say("countries", "country:mx", by("1"));
    const flows: Record<string, Record<string, string>> = {
      all: { period: "2023-12" },
      mexicans: { period: "2023-12", nationality: "country:mx", demographic: "Families" },
      cubans: { period: "2023-12", nationality: "country:cu" },
      families: { period: "2023-12", demographic: "Families" },
      year: { period: "2022-10/2023-09" },
      elsewhere: { period: "2023-12", place: "place:sector" },
    };
    for (const [name, fields] of Object.entries(flows))
      facts.entity("Flow", `flow:${name}`, origin).sayRecord({ name, place: "place:border", ...fields }, by(name));
    expect([...chosen(facts).keys()].sort()).toEqual(["flow:all", "flow:mexicans", "place:border"]);
  });
});

describe("the command", () => {
  const fixtures = "tests/fixtures";
  const told = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  afterAll(() => told.mockRestore());

  test("writes what the sets say of the pair, in their own claims, and leads to no country but those of the crosswalk", async () => {
    const full = new Map<string, unknown>();
    for (const [set, where] of foldersOfRecord(fixtures)) {
      const facts = new Facts(new Problems());
      await set.read(where, facts);
      for (const { claims } of checked(withFiles(facts.all(), where), "2026-11-24").entities)
        for (const { bundles: _, retrieved: __, position: ___, ...claim } of claims) full.set(claim.id, claim);
    }
    await pairCommand("us", "Mexico", fixtures, folder, { retrieved: "2026-11-24" });
    const { entities, references } = checked(await readAgain());
    const claims = entities.flatMap((each) => each.claims);
    expect(claims.length).toBeGreaterThan(100);
    // All but the words of a record, which stay where they were published.
    for (const { bundles: _, retrieved: __, position: ___, given: ____, ...claim } of claims)
      expect(full.get(claim.id)).toMatchObject(claim);
    expect([...references.keys()].filter((id) => countryOfId(id) === undefined)).toEqual([]);
  });

  test("writes the same again", async () => {
    const written = (): string[] => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
    await pairCommand("us", "mx", fixtures, folder, { retrieved: "2026-11-24" });
    const first = written();
    await pairCommand("country:mx", "US", fixtures, folder, { retrieved: "2026-11-24" });
    expect(written()).toEqual(first);
  });

  test("refuses what is no country, and a country with itself", async () => {
    await expect(pairCommand("us", "narnia", fixtures, folder)).rejects.toThrow('"narnia" is not a known country');
    await expect(pairCommand("us", "us", fixtures, folder)).rejects.toThrow("Expected two countries");
  });
});

describe("the seed of the United States and Mexico", () => {
  test("passes the checks beside the countries, and its words of the sources are short", async () => {
    folder = "seed/us-mexico";
    const { entities, references } = checked(await readAgain());
    expect([...references.keys()].filter((id) => countryOfId(id) === undefined)).toEqual([]);
    const ofType = (name: string): string[] => entities.flatMap(({ id, type }) => (type.name === name ? [id] : []));
    expect(ofType("Meeting")).toContain("meeting:trip-4191");
    expect(ofType("Meeting").filter((id) => id.startsWith("meeting:trip-")).length).toBeGreaterThanOrEqual(72);
    expect(ofType("Meeting").filter((id) => id.startsWith("meeting:visit-")).length).toBeGreaterThanOrEqual(54);
    const validate = new Ajv2020({ strict: false }).compile(bundleLineSchema());
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".jsonl")))
      for (const line of readFileSync(path.join(folder, name), "utf8").trim().split("\n"))
        expect([validate(JSON.parse(line)), name, line]).toEqual([true, name, line]);
    const given = entities.flatMap(({ claims }) => claims.map((claim) => claim.given ?? ""));
    expect(given.filter((each) => each.length > 60)).toEqual([]);
  });
});
