/** Sums of numbers: what mustn't be added up isn't, and the answer says why. */
import { beforeEach, expect, test } from "@jest/globals";
import { load, putBundle } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";
import { readAndCheckBundle } from "../../src/ingest/read.ts";

const { ask, door, folder } = useOwnService();
const source = { id: "source:survey", name: "A survey", kind: "DATA_SET" };
const at = { source: "source:survey", at: "1" };

function flow(slug: string, fields: Record<string, unknown>): Record<string, unknown> {
  return { id: `flow:${slug}`, name: slug, qualifier: "EXACTLY", ...fields };
}

beforeEach(async () => {
  const deaths = { measure: "DEATHS", unit: "PEOPLE" };
  await load(
    door(),
    putBundle(
      folder(),
      "survey",
      {
        Source: [source],
        Place: [
          { id: "place:region", name: "Region", kind: "REGION" },
          { id: "place:sea", name: "Sea", kind: "SEA" },
          { id: "place:site", name: "Site", kind: "SITE", partOf: "place:region" },
          { id: "place:point", name: "Point", kind: "POINT", partOf: "place:region" },
          { id: "place:other-point", name: "Another point", kind: "POINT", partOf: "place:sea" },
        ],
        Country: [{ id: "country:xx", name: "Example" }],
        Flow: [
          flow("a", { ...deaths, count: "3", period: "2020-01-05", place: "place:site" }),
          flow("b", { ...deaths, count: "4", period: "2020-01-07", place: "place:point" }),
          flow("c", { ...deaths, count: "5", period: "2021", place: "place:other-point" }),
          flow("d", { ...deaths, qualifier: "UNQUANTIFIED", period: "2021", nationality: "country:xx" }),
          flow("e", { measure: "MISSING", count: "9", period: "2020-01-05" }),
          flow("f", { measure: "STOCK", count: "100", period: "2020", place: "place:site" }),
          flow("g", { measure: "STOCK", count: "200", period: "2020", place: "place:point" }),
          flow("h", { measure: "STOCK", count: "300", period: "2021", place: "place:site" }),
          flow("i", { measure: "CROSSINGS", count: "10", per: "P1D" }),
          flow("j", { measure: "CROSSINGS", count: "11", per: "P1D" }),
          flow("k", { measure: "RETURNS", count: "20" }),
          flow("l", { measure: "RETURNS", count: "5", nationality: "country:xx" }),
          flow("m", { measure: "SURVIVORS", count: "1", unit: "PEOPLE" }),
          flow("n", { measure: "SURVIVORS", count: "1", unit: "CASES" }),
          ...["o", "p"].map((slug) =>
            flow(slug, { measure: "OTHER", measureName: "Share", unit: "PEOPLE", addition: "NEVER", count: "7" }),
          ),
          flow("q", { measure: "OTHER", measureName: "Meals", unit: "EVENTS", addition: "OVER_ALL", count: "7" }),
        ],
      },
      at,
    ),
  );
});

const sums = async (filter: string, groupBy: string): Promise<unknown> => {
  const { flows } = await ask(
    `{ flows(filter: ${filter}) { counts(groupBy: [${groupBy}], sum: COUNT, largestFirst: true) { keys { value } count sum sumRefused } } }`,
  );
  return flows.counts.map(({ keys, count, sum, sumRefused }: any) => [keys[0].value, count, sum, sumRefused]);
};

test("what counts one thing in one unit is added up; other things give the reason", async () => {
  expect(new Set((await sums("{}", "MEASURE")) as unknown[])).toEqual(
    new Set([
      ["DEATHS", 4, 12, null],
      ["MISSING", 1, 9, null],
      ["STOCK", 3, null, "STOCK_OVER_TIME"],
      ["CROSSINGS", 2, null, "RATES"],
      ["RETURNS", 2, null, "TOTALS_AND_PARTS"],
      ["SURVIVORS", 2, null, "SEVERAL_UNITS"],
      ["OTHER", 3, null, "SEVERAL_MEASURES"],
    ]),
  );
  expect(await sums("{ measure: { eq: OTHER } }", "MEASURE_NAME")).toEqual([
    ["Meals", 1, 7, null],
    ["Share", 2, null, "NEVER"],
  ]);
});

test("a stock is added up over places at one time; rates and parts one by one", async () => {
  expect(await sums("{ measure: { eq: STOCK } }", "PERIOD_YEAR")).toEqual([
    ["2020", 2, 300, null],
    ["2021", 1, 300, null],
  ]);
  expect(await sums("{ measure: { eq: RETURNS } }", "NATIONALITY")).toEqual([
    [null, 1, 20, null],
    ["country:xx", 1, 5, null],
  ]);
});

test("groups by what a place lies in come largest sum first, and not largest number of items", async () => {
  expect(await sums("{ measure: { eq: DEATHS } }", "PLACE_PART_OF")).toEqual([
    ["place:region", 2, 7, null],
    ["place:sea", 1, 5, null],
    [null, 1, null, null],
  ]);
  const byMeasure = (await sums("{ measure: { in: [DEATHS, MISSING, STOCK] } }", "MEASURE")) as unknown[][];
  expect(byMeasure.map(([measure]) => measure)).toEqual(["DEATHS", "MISSING", "STOCK"]);
});

test("OTHER needs its name, its unit and how it is added up", async () => {
  const bundle = putBundle(
    folder(),
    "wrong",
    { Source: [source], Flow: [flow("w", { measure: "OTHER", count: "1", unit: "PEOPLE" })] },
    at,
  );
  const failed = await readAndCheckBundle(bundle).then(
    () => "",
    (error: Error) => error.message,
  );
  expect(failed).toContain('flow:w has no "measureName", which goes with "measure: OTHER"');
  expect(failed).toContain('flow:w has no "addition", which goes with "measure: OTHER"');
  expect(failed).not.toContain('"unit"');
});
