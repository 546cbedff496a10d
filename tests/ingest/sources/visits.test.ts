/** Visits: each a meeting of the visitors, and multilateral meetings. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { visits } from "../../../src/ingest/sources/visits/visits.ts";

let facts: Facts;

const fact = (id: string): Fact => facts.all().find((each) => each.id === id)!;
const said = (id: string, field: string): unknown[] => [
  ...new Set(
    fact(id)
      .fields.get(field)
      ?.assertions.map(({ value }) => value),
  ),
];

beforeAll(async () => {
  facts = new Facts(new Problems());
  await visits.read("tests/fixtures/visits", facts);
  facts.problems.settle();
});

describe("visits", () => {
  test("accounts for each record", () => {
    expect(facts.records).toBe(7);
    expect(facts.rejected).toEqual([]);
    expect(facts.merged.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      "visit 26: the same visit as visit 25",
    ]);
  });

  test("fits the model, and refers to nothing but countries besides", () => {
    const problems = new Problems();
    const { references } = checkFacts("visits", facts.all(), problems);
    problems.settle();
    expect([...references.keys()].filter((id) => !id.startsWith("country:"))).toEqual([]);
  });

  test("states a visit, at the capital when its kind makes that likely", () => {
    expect(fact("meeting:visit-21").records[0]!.fields.name).toBe(
      "Ana Pérez Ruiz in the United States, 4 to 7 September 2001",
    );
    expect(said("meeting:visit-21", "kind")).toEqual(["STATE_VISIT"]);
    expect(fact("meeting:visit-21").fields.get("place")!.assertions[0]).toMatchObject({
      value: "place:washington-dc",
      basis: "INFERRED",
      confidence: 0.8,
    });
    expect(said("participation:visit-21-mx-ana-perez-ruiz", "capacity")).toEqual(["President"]);
  });

  test("has the head of state as its host, if it is one of state and the record names nobody, and says that it is inferred", () => {
    const host = fact("participation:visit-21-bush-george-w");
    expect(host.fields.get("role")!.assertions[0]).toMatchObject({ value: "HOST", basis: "INFERRED", confidence: 0.7 });
    expect(host.records[0]!.saying.note).toContain("received by the head of state");
    expect(said("participation:visit-21-mx-ana-perez-ruiz", "stay")).toEqual(["2001-09-04/2001-09-07"]);
  });

  test("takes two visitors apart, and finds the president of that day", () => {
    expect(said("participation:visit-22-se-king-karl", "role")).toEqual(["HEAD_OF_DELEGATION"]);
    expect(said("participation:visit-22-se-queen-ida", "role")).toEqual(["MEMBER"]);
    expect(said("participation:visit-22-bush-george-w", "role")).toEqual(["COUNTERPART"]);
    expect(said("meeting:visit-22", "place")).toEqual(["place:new-york-city-us"]);
  });

  test("makes one gathering of those who came to it", () => {
    expect(said("participation:nato-summit-us-2012-05-de-eva-klein", "onBehalfOf")).toEqual(["country:de"]);
    expect(said("participation:nato-summit-us-2012-05-be-prime-minister-claes", "onBehalfOf")).toEqual(["country:be"]);
    expect(said("meeting:nato-summit-us-2012-05", "place")).toEqual(["place:chicago-us"]);
    expect(facts.has("meeting:visit-23")).toBe(false);
  });

  test("takes a month for what it is", () => {
    expect(said("meeting:visit-27", "date")).toEqual(["1932-10"]);
    expect(fact("meeting:visit-27").records[0]!.fields.name).toBe("Soto in the United States, October 1932");
  });

  test("refuses a folder that is another one", async () => {
    await expect(visits.read("tests/fixtures/travels", new Facts(new Problems()))).rejects.toThrow(BundleError);
  });
});
