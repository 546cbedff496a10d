/** Terms of presidents and vice-presidents: consecutive terms are one tenure. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { congress } from "../../../src/ingest/sources/congress/congress.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const fixture = "tests/fixtures/congress";

async function read(folder = fixture): Promise<Facts> {
  const problems = new Problems();
  const facts = new Facts(problems);
  await congress.read(folder, facts);
  problems.settle();
  return facts;
}

async function readOne(id: string): Promise<Fact> {
  const found = (await read()).all().find((fact) => fact.id === id);
  if (!found) throw new Error(`Nothing was said of ${id}.`);
  return found;
}

const values = (fact: Fact, field: string) => (fact.fields.get(field)?.assertions ?? []).map(({ value }) => value);
const locators = (fact: Fact, field: string) => fact.fields.get(field)!.assertions.map((each) => each.locators[0]);

test("each term is a record, and what is said passes the check of the model", async () => {
  const facts = await read();
  expect([facts.records, facts.rejected]).toEqual([6, []]);
  const problems = new Problems();
  const { references } = checkFacts("congress", facts.all(), problems, "2026-11-24");
  problems.settle();
  expect([...references.keys()]).toEqual(["country:us"]);
});

test("a person has a name with all its parts, other names, and ids", async () => {
  const person = await readOne("official:us-benjamin-lee-second-jr");
  expect(person.records[0]!.fields).toEqual({
    name: "Benjamin Lee Second Jr.",
    familyName: "Second",
    givenName: "Benjamin Lee",
    country: "country:us",
    birth: "1850-05-06",
    offices: ["Vice President", "President"],
    active: ["1901-03-04/1901-09-14", "1901-09-14/1905-03-04", "2025-01-20"],
  });
  expect(values(person, "aliases")).toEqual(["Ben L. Second", "Benjamin Second", "Ben Second"]);
  expect([values(person, "bioguide"), values(person, "wikidata")]).toEqual([["S000001"], ["Q1"]]);
});

test("terms of one office without a gap are one tenure, with a claim for each term", async () => {
  const tenure = await readOne("tenure:us-vice-president-adam-first-1789");
  expect([values(tenure, "entered"), values(tenure, "ended")]).toEqual([["1789-04-21"], ["1797-03-04"]]);
  expect(values(tenure, "attested")).toEqual(["1789-04-21/1793-03-04", "1793-03-04/1797-03-04"]);
  expect(locators(tenure, "attested")).toEqual(["govtrack 1 term 1", "govtrack 1 term 2"]);
  const president = await readOne("tenure:us-president-adam-first-1797");
  expect(president.records[0]!.fields).toEqual({
    name: "Adam First, President of the United States, 1797",
    official: "official:us-adam-first",
    post: "post:us-president",
  });
});

test("one who rose from deputy did so by succession", async () => {
  const [deputy, president] = [
    await readOne("tenure:us-vice-president-benjamin-lee-second-jr-1901"),
    await readOne("tenure:us-president-benjamin-lee-second-jr-1901"),
  ];
  expect(values(deputy, "endReason")).toEqual(["Succeeded to the presidency"]);
  expect(values(president, "circumstances")).toEqual(["Succeeded to the office"]);
});

test("the end of the term that runs is scheduled, and not stated; the source covers no more than its start", async () => {
  const tenure = await readOne("tenure:us-president-benjamin-lee-second-jr-2025");
  expect([values(tenure, "entered"), values(tenure, "ended"), values(tenure, "attested")]).toEqual([
    ["2025-01-20"],
    [],
    ["2025-01-20"],
  ]);
  expect(values(await readOne("source:congress-legislators"), "coverage")).toEqual([
    [
      {
        part: "presidents and vice-presidents",
        from: "1789-04-21",
        until: "2025-01-20",
        scopes: [{ facts: "TENURES", country: "country:us", offices: ["CHIEF_OF_STATE", "DEPUTY"] }],
      },
    ],
  ]);
});

test("the offices are those of the founding seed", async () => {
  const [president, deputy] = [await readOne("post:us-president"), await readOne("post:us-vice-president")];
  expect([values(president, "name"), values(president, "kind"), values(president, "organization")]).toEqual([
    ["President of the United States"],
    ["CHIEF_OF_STATE"],
    ["organization:us-government"],
  ]);
  expect(values(deputy, "kind")).toEqual(["DEPUTY"]);
});

describe("what is refused", () => {
  const given = readFileSync(`${fixture}/executive.yaml`, "utf8");
  test.each([
    [
      "another office",
      given.replace("type: prez", "type: king"),
      /executive\.yaml:\d+ type "king": expected one of prez, viceprez/,
    ],
    [
      "a day that doesn't exist",
      given.replace("1797-03-04", "1797-02-30"),
      /executive\.yaml:\d+ start and end of a term/,
    ],
    [
      "an end before the start",
      given.replace("1905-03-04", "1805-03-04"),
      /executive\.yaml:\d+ start and end of a term/,
    ],
    [
      "a person without a name",
      given.replace("last: First", "last:"),
      /executive\.yaml:1 expected a person with a first and a last name/,
    ],
    [
      "a person without terms",
      given.replace("terms:", "term:"),
      /executive\.yaml:1 Adam First: expected a list of terms/,
    ],
    ["what is no list", "a: 1\n", /executive\.yaml:1 expected a list of people/],
    ["what is no person", "- 1\n", /entry 1: expected a person/],
    ["what is no YAML", "- [\n", /executive\.yaml:\d+ is not YAML/],
  ])("%s", async (_, text, message) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, "executive.yaml"), text);
    await expect(read(folder)).rejects.toThrow(BundleError);
    await expect(read(folder)).rejects.toThrow(message);
    rmSync(folder, { recursive: true });
  });

  test("a folder without the file", async () => {
    const folder = temporaryFolder();
    await expect(read(folder)).rejects.toThrow(/executive\.yaml:1 can't be read/);
    rmSync(folder, { recursive: true });
  });
});
