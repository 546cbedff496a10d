/** Claims that several bundles share: each keeps its own words and places, in whatever order it was read, and again. */
import { expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { typeNamed } from "../../src/graph/model/model.ts";
import { joinReading, propertiesOfClaim, readingOf, type ClaimRow } from "../../src/ingest/claims.ts";
import { settle } from "../../src/ingest/settling/settle.ts";

const claim = (more: Partial<ClaimRow>): ClaimRow => ({
  id: "claim:a",
  statedId: "meeting:a",
  bundles: [],
  predicate: "record",
  valueKind: "VALUE",
  value: "{}",
  valueId: null,
  sourceId: "source:a",
  locator: "visit 1",
  basis: "STATED",
  confidence: 1,
  given: null,
  note: null,
  asOf: null,
  retrieved: null,
  page: null,
  file: null,
  revision: null,
  statedRank: null,
  statedReason: null,
  position: 0,
  ...more,
});

const joined = (...said: [string, ClaimRow][]): ClaimRow => {
  const rows = new Map<string, ClaimRow>();
  for (const [bundle, each] of said) joinReading(rows, each, bundle, each);
  return rows.get("claim:a")!;
};

test("a bundle without words doesn't keep those that another one had before", () => {
  const seed = claim({ file: "data/1900.xml:10" });
  const first = joined(["seed", seed], ["visits", claim({ given: "as it was", file: "data/1900.xml:10" })]);
  expect(first).toMatchObject({ given: "as it was", bundles: ["seed", "visits"] });
  expect(readingOf(first, "seed")).toMatchObject({ given: null, file: "data/1900.xml:10" });
  // What is kept of the seed, and the set as read anew.
  const again: [string, ClaimRow][] = [
    ["seed", { ...first, ...readingOf(first, "seed") }],
    ["visits", claim({ given: "as it is", file: "data/1900.xml:14", page: "https://example.org/" })],
  ];
  const fresh = joined(["seed", seed], again[1]!);
  expect(joined(...again)).toEqual(fresh);
  expect(fresh).toMatchObject({ given: "as it is", file: "data/1900.xml:10", page: "https://example.org/" });
});

test("a reading as earlier versions kept it has its position and its day", () => {
  const stored = claim({ bundles: ["a", "b"], readings: ["3 2024-01-01", "0 "], given: "words" });
  expect(readingOf(stored, "a")).toMatchObject({ position: 3, retrieved: "2024-01-01", given: "words" });
  expect(readingOf(stored, "b")).toMatchObject({ position: 0, retrieved: null });
});

test("a date that this version refuses stays as a claim, and the entity is settled without it", () => {
  const said = (id: string, value: string): ClaimRow =>
    claim({ id: `claim:${id}`, predicate: "date", value, asOf: value });
  const [refused, read] = [said("a", "-0500"), said("b", "1990")];
  const settled = settle(typeNamed("Meeting")!, "meeting:a", [refused, read], (id) => id);
  expect(settled.properties).toMatchObject({ date: "1990", dateFirst: "1990-01-01" });
  expect(settled.properties.contested).toBeUndefined();
  expect([...settled.standings].map(([id, { shown }]) => [id, shown])).toEqual([
    ["claim:a", false],
    ["claim:b", true],
  ]);
  expect(settle(typeNamed("Meeting")!, "meeting:a", [refused], (id) => id).properties.date).toBeUndefined();
  const standing = settled.standings.get("claim:a")!;
  expect(propertiesOfClaim(refused, "meeting:a", standing, (id) => id)).toMatchObject({
    value: "-0500",
    asOf: "-0500",
  });
});
