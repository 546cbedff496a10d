/** Missions: what each was on a day, both ways for two states, and without a seat. */
import { beforeEach, expect, test } from "@jest/globals";
import { load, putBundle } from "../support/bundles.ts";
import { useOwnService } from "../support/ownService.ts";

const { ask, door, folder } = useOwnService();

const source = "source:list";
const stated = {
  Source: [
    {
      id: source,
      name: "A list of missions",
      kind: "DATA_SET",
      coverage: {
        value: [
          {
            part: "all",
            from: "1850",
            until: "2020-12-31",
            scopes: [
              { facts: "RELATIONS", country: "country:aa" },
              { facts: "TENURES", country: "country:aa" },
            ],
          },
        ],
      },
    },
  ],
  Country: [
    { id: "country:aa", name: "Aland", isoAlpha2: "AA" },
    { id: "country:bb", name: "Beland", isoAlpha2: "BB" },
    { id: "country:cc", name: "Celand", isoAlpha2: "CC" },
  ],
  Place: [
    { id: "place:port-bb", name: "Port", kind: "CITY", countries: ["country:bb"] },
    { id: "place:inland-bb", name: "Inland", kind: "CITY", countries: ["country:bb"] },
  ],
  BilateralRelation: [
    { id: "bilateral-relation:aa-bb", name: "Aland and Beland", countries: ["country:aa", "country:bb"] },
  ],
  Mission: [
    {
      id: "mission:aa-to-bb",
      name: "Embassy of Aland in Inland",
      aliases: ["Legation of Aland in Port"],
      kind: "EMBASSY",
      rank: "AMBASSADOR",
      sendingState: "country:aa",
      hostState: "country:bb",
      accreditedTo: ["country:bb", "country:cc"],
      seat: "place:inland-bb",
      opened: { value: "1880-03-05", at: "folio 3", given: "5 March 1880" },
      raised: "1920-06-01",
      interruptions: ["1941-12-08/1946", "1990-01-02/"],
    },
    {
      id: "mission:bb-to-aa",
      name: "Legation of Beland in Aland",
      kind: "LEGATION",
      sendingState: "country:bb",
      hostState: "country:aa",
      opened: "1885",
      closed: "1900-05",
    },
    {
      id: "mission:aa-consulate-port-bb",
      name: "Consulate of Aland in Port",
      kind: "CONSULATE",
      sendingState: "country:aa",
      hostState: "country:bb",
      seat: "place:port-bb",
      attested: ["1870/1871"],
    },
  ],
  Post: [
    {
      id: "post:aa-ambassador-to-bb",
      name: "Ambassador of Aland to Beland",
      kind: "CHIEF_OF_MISSION",
      country: "country:aa",
      accreditedTo: "country:bb",
      mission: "mission:aa-to-bb",
    },
  ],
  Official: [{ id: "official:envoy", name: "An envoy", country: "country:aa" }],
  Tenure: [
    {
      id: "tenure:envoy",
      name: "An envoy, ambassador",
      official: "official:envoy",
      post: "post:aa-ambassador-to-bb",
      status: "SERVED",
      entered: "1925-01-01",
      ended: "1930-01-01",
    },
  ],
  RelationEvent: [
    ["1", "MISSION_OPENED", "1880-03-05", "LEGATION", "place:port-bb"],
    ["2", "MISSION_RAISED", "1920-06-01", "EMBASSY", undefined],
    ["3", "MISSION_MOVED", "1950-07", undefined, "place:inland-bb"],
    ["4", "MISSION_CLOSED", "1990-01-02", undefined, undefined],
  ].map(([id, kind, date, missionKind, missionSeat]) => ({
    id: `relation-event:${id}`,
    name: `Change ${id}`,
    relation: "bilateral-relation:aa-bb",
    kind,
    date,
    actor: "country:aa",
    toward: "country:bb",
    missions: ["mission:aa-to-bb"],
    ...(missionKind && { missionKind }),
    ...(missionSeat && { missionSeat }),
  })),
};

beforeEach(() => load(door(), putBundle(folder(), "missions", stated, { source, at: "folio 1" })));

const onDay = async (id: string, day: string): Promise<any> =>
  (
    await ask(
      `{ mission(by: { id: "${id}" }) { asOf(date: "${day}") { status certainty basis coverage kind seat { id } heads { holdings { tenure { id } } } } } }`,
    )
  ).mission.asOf;

test.each([
  ["1879-01-01", "NOT_OPEN", "CERTAIN", null, null],
  ["1890-01-01", "OPEN", "CERTAIN", "LEGATION", "place:port-bb"],
  ["1920-06-01", "OPEN", "CERTAIN", "EMBASSY", "place:port-bb"],
  ["1943-01-01", "NOT_OPEN", "CERTAIN", null, null],
  ["1946-03-01", "NOT_KNOWN", "UNKNOWN", null, null],
  ["1947-01-01", "OPEN", "CERTAIN", "EMBASSY", "place:port-bb"],
  // It moved at some time in that month.
  ["1950-07-10", "OPEN", "CERTAIN", "EMBASSY", null],
  ["1950-08-01", "OPEN", "CERTAIN", "EMBASSY", "place:inland-bb"],
  // It was closed, and nobody says when it was opened again.
  ["1995-01-01", "NOT_KNOWN", "UNKNOWN", null, null],
])("on %s a mission with a long history is %s", async (day, status, certainty, kind, seat) => {
  const found = await onDay("mission:aa-to-bb", day);
  expect([found.status, found.certainty, found.kind, found.seat?.id ?? null]).toEqual([status, certainty, kind, seat]);
  expect(found.basis).toMatch(/\.$/);
});

test("its head on a day is told with it, and whether a source covers the day", async () => {
  expect(await onDay("mission:aa-to-bb", "1927-01-01")).toMatchObject({
    coverage: "COVERED",
    heads: { holdings: [{ tenure: { id: "tenure:envoy" } }] },
  });
  expect((await onDay("mission:aa-to-bb", "1849-01-01")).coverage).toBe("NOT_COVERED");
});

test("a mission with a year of opening or a month of closing isn't known within it, and isn't open after it", async () => {
  const statuses = [];
  for (const day of ["1885-07-01", "1886-01-01", "1900-05-10", "1900-06-01"])
    statuses.push((await onDay("mission:bb-to-aa", day)).status);
  expect(statuses).toEqual(["NOT_KNOWN", "OPEN", "NOT_KNOWN", "NOT_OPEN"]);
});

test("one that a source shows at work, and no more, is open then, and unknown at other times", async () => {
  const [then, later] = [
    await onDay("mission:aa-consulate-port-bb", "1870-06-01"),
    await onDay("mission:aa-consulate-port-bb", "1890-06-01"),
  ];
  expect([then.status, then.kind, then.seat.id, later.status]).toEqual([
    "OPEN",
    "CONSULATE",
    "place:port-bb",
    "NOT_KNOWN",
  ]);
});

test("two states have their missions both ways, with what supports each", async () => {
  const missionsOf = async (a: string, b: string): Promise<any> =>
    (
      await ask(
        `{ bilateral(a: { isoAlpha2: "${a}" }, b: { isoAlpha2: "${b}" }) {
             missions { totalCount edges { node { id sendingState { id } hostState { id } opened { text } heads { nodes { official { id } } } } claims { locator source { id } } } }
             embassies: missions(filter: { kind: { eq: EMBASSY } }) { nodes { id } } } }`,
      )
    ).bilateral;
  const found = await missionsOf("AA", "BB");
  expect(found).toEqual(await missionsOf("BB", "AA"));
  expect(found.missions.totalCount).toBe(3);
  expect(found.embassies.nodes).toEqual([{ id: "mission:aa-to-bb" }]);
  expect(found.missions.edges.map(({ node }: any) => [node.id, node.sendingState.id, node.hostState.id])).toEqual([
    ["mission:aa-consulate-port-bb", "country:aa", "country:bb"],
    ["mission:aa-to-bb", "country:aa", "country:bb"],
    ["mission:bb-to-aa", "country:bb", "country:aa"],
  ]);
  for (const { claims } of found.missions.edges) expect(claims[0].source.id).toBe(source);
  const [, embassy] = found.missions.edges;
  expect(embassy.node).toMatchObject({
    opened: { text: "March 5, 1880" },
    heads: { nodes: [{ official: { id: "official:envoy" } }] },
  });
  const { evidence } = (
    await ask(`{ mission(by: { slug: "aa-to-bb" }) { evidence(of: OPENED) { locator given source { id } } } }`)
  ).mission;
  expect(evidence).toEqual([{ locator: "folio 3", given: "5 March 1880", source: { id: source } }]);
});

test("a mission accredited without a seat is told of that pair, and is no mission in that state", async () => {
  const { bilateral, country } = await ask(
    `{ bilateral(a: { isoAlpha2: "AA" }, b: { isoAlpha2: "CC" }) { missions { nodes { id seat { id } } } }
       country(by: { isoAlpha2: "CC" }) { missionsHosted { nodes { id } } missionsAccredited { nodes { id } } } }`,
  );
  expect(bilateral.missions.nodes).toEqual([{ id: "mission:aa-to-bb", seat: { id: "place:inland-bb" } }]);
  expect(country).toEqual({
    missionsHosted: { nodes: [] },
    missionsAccredited: { nodes: [{ id: "mission:aa-to-bb" }] },
  });
});

test("lists as of a day leave out what was closed for a time, and what was closed for good", async () => {
  const listed = (day: string): Promise<any> =>
    ask(
      `{ country(by: { isoAlpha2: "AA" }) { missionsAbroad(asOf: "${day}") { nodes { id } } missionsHosted(asOf: "${day}") { nodes { id } } } }`,
    );
  const ids = ({ country }: any): string[] =>
    [...country.missionsAbroad.nodes, ...country.missionsHosted.nodes].map(({ id }: any) => id as string).sort();
  expect(ids(await listed("1890-01-01"))).toEqual([
    "mission:aa-consulate-port-bb",
    "mission:aa-to-bb",
    "mission:bb-to-aa",
  ]);
  expect(ids(await listed("1943-01-01"))).toEqual(["mission:aa-consulate-port-bb"]);
  // On an uncertain day it may have been open.
  expect(ids(await listed("1946-03-01"))).toEqual(["mission:aa-consulate-port-bb", "mission:aa-to-bb"]);
});

test("search finds a mission by its name and by a former one", async () => {
  for (const text of ["Embassy of Aland in Inland", "legation of aland in port"]) {
    const { search } = await ask(`{ search(text: "${text}", kinds: [MISSION]) { nodes { id } } }`);
    expect(search.nodes[0]).toEqual({ id: "mission:aa-to-bb" });
  }
});
