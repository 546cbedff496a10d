/** What was in effect on a day, how certain that is, and whether a source covers the day. */
import { expect, test } from "@jest/globals";
import { load, putBundle } from "../../support/bundles.ts";
import { useOwnService } from "../../support/ownService.ts";
import { bundles, countries, source } from "../../support/fourBundles.ts";

const { ask, door, folder } = useOwnService();

const names = Object.keys(bundles);

async function loadAll(order: string[]): Promise<void> {
  for (const name of order) {
    const { stated, defaults } = bundles[name]!;
    await load(door(), putBundle(folder(), name, stated, defaults));
  }
}

const holdings = "date coverage holdings { certainty basis tenure { id } sources { id } }";
const onDay = async (day: string): Promise<any> =>
  (await ask(`{ post(by: { slug: "us-ambassador-to-mx" }) { asOf(date: "${day}") { ${holdings} } } }`)).post.asOf;
const told = ({ coverage, holdings: held }: any): unknown => [
  coverage,
  ...held.map((each: any) => [each.certainty, each.tenure.id]),
];

test("a tenure without an end in a source that ends before the day is no answer", async () => {
  await loadAll(["appointments"]);
  expect(told(await onDay("2020-06-01"))).toEqual(["COVERED", ["ASSUMED", "tenure:101"]]);
  expect(told(await onDay("2023-06-01"))).toEqual(["NOT_COVERED"]);
  expect(told(await onDay("1850-06-01"))).toEqual(["NOT_COVERED"]);
  const { tenure } = await ask(
    `{ tenure(by: { slug: "101" }) { during: asOf(date: "2020-06-01") { coverage holding { certainty } } later: asOf(date: "2023-06-01") { coverage holding { certainty } }
       before: asOf(date: "2018-06-01") { coverage holding { certainty } } } }`,
  );
  expect(tenure).toEqual({
    during: { coverage: "COVERED", holding: { certainty: "ASSUMED" } },
    later: { coverage: "NOT_COVERED", holding: null },
    before: { coverage: "COVERED", holding: null },
  });
});

test("one that another source shows is certain, and ends the one before it", async () => {
  await loadAll(names);
  expect(told(await onDay("2020-05-10"))).toEqual(["COVERED", ["CERTAIN", "tenure:101"]]);
  expect(told(await onDay("2020-12-01"))).toEqual(["COVERED", ["ASSUMED", "tenure:101"]]);
  expect(told(await onDay("2022-06-01"))).toEqual(["COVERED", ["CERTAIN", "tenure:y-salazar"]]);
  expect(told(await onDay("2024-10-01"))).toEqual(["NOT_COVERED"]);
  const data = await ask(`{ official(by: { slug: "salazar-ken" }) { asOf(date: "2022-06-01") { ${holdings} } }
    other: official(by: { slug: "landau-christopher" }) { asOf(date: "2022-06-01") { ${holdings} } }
    country(by: { slug: "us" }) { asOf(date: "2022-06-01", kinds: [CHIEF_OF_MISSION]) { ${holdings} } } }`);
  expect(told(data.official.asOf)).toEqual(["COVERED", ["CERTAIN", "tenure:y-salazar"]]);
  expect(told(data.other.asOf)).toEqual(["COVERED"]);
  expect(told(data.country.asOf)).toEqual(["COVERED", ["CERTAIN", "tenure:y-salazar"]]);
});

test("a beginning that is known by its year alone leaves the days of that year unknown", async () => {
  const { stated, defaults } = bundles.yearbook!;
  await load(door(), putBundle(folder(), "yearbook", stated, defaults));
  expect(told(await onDay("2019-06-01"))).toEqual(["COVERED", ["UNKNOWN", "tenure:y-landau"]]);
});

test("two states: how they stood, since when, and where no source tells", async () => {
  const event = (id: string, kind: string, date: string): Record<string, unknown> => ({
    id,
    name: id,
    kind,
    date,
    relation: "bilateral-relation:mx-us",
  });
  await load(
    door(),
    putBundle(
      folder(),
      "relations",
      {
        Source: [
          source("source:relations", { part: "all", from: "1776", until: "2020", scopes: [{ facts: "RELATIONS" }] }),
          source("source:atlas"),
        ],
        Country: countries,
        BilateralRelation: [
          {
            id: "bilateral-relation:mx-us",
            name: "Mexico and the United States",
            countries: ["country:mx", "country:us"],
          },
        ],
        RelationEvent: [
          event("relation-event:a", "RECOGNITION", "1822-01-27"),
          event("relation-event:b", "RELATIONS_OPENED", "1822-12-12"),
          event("relation-event:c", "RELATIONS_SEVERED", "1914"),
          event("relation-event:d", "RELATIONS_RESUMED", "1917-03-03"),
        ],
      },
      { source: "source:relations", at: "1" },
    ),
  );
  const days = {
    before: "1800-01-01",
    recognised: "1822-06-01",
    open: "1850-01-01",
    perhaps: "1914-06-01",
    severed: "1915-01-01",
    again: "2000-01-01",
    now: "2023-01-01",
  };
  const parts = Object.entries(days).map(
    ([name, day]) => `${name}: asOf(date: "${day}") { status certainty coverage since { id } }`,
  );
  const { node } = await ask(
    `{ node(id: "bilateral-relation:mx-us") { ... on BilateralRelation { ${parts.join(" ")} } } }`,
  );
  const seen = Object.fromEntries(
    Object.entries(node).map(([name, each]: [string, any]) => [
      name,
      [each.status, each.certainty, each.coverage, each.since?.id ?? null],
    ]),
  );
  expect(seen).toEqual({
    before: ["NOT_KNOWN", "UNKNOWN", "COVERED", null],
    recognised: ["RECOGNISED", "CERTAIN", "COVERED", "relation-event:a"],
    open: ["OPEN", "CERTAIN", "COVERED", "relation-event:b"],
    perhaps: ["SEVERED", "UNKNOWN", "COVERED", "relation-event:c"],
    severed: ["SEVERED", "CERTAIN", "COVERED", "relation-event:c"],
    again: ["OPEN", "ASSUMED", "COVERED", "relation-event:d"],
    now: ["NOT_KNOWN", "UNKNOWN", "NOT_COVERED", "relation-event:d"],
  });
});
