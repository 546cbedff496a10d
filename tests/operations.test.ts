/** Runs each example operation unchanged, and checks its answer. */
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "graphql";
import { useService, type Answer } from "./support/service.ts";

const { ask } = useService();
const names = readdirSync("operations").map((name) => name.replace(/\.graphql$/, ""));
const textOf = (name: string): string => readFileSync(`operations/${name}.graphql`, "utf8");
const answers = new Map<string, Promise<Answer>>();
const answerOf = (name: string): Promise<Answer> => {
  if (!answers.has(name)) answers.set(name, ask(textOf(name)));
  return answers.get(name)!;
};
const dataOf = async (name: string): Promise<any> => (await answerOf(name)).data;

describe("each operation", () => {
  test.each(names)("%s is answered whole, has a comment, is named, and is a stop of the tour", async (name) => {
    const { errors, status, data } = await answerOf(name);
    expect(errors).toBeUndefined();
    expect(status).toBe(200);
    expect(data).toBeTruthy();
    expect(textOf(name)).toMatch(/^# \S/);
    const [definition] = parse(textOf(name)).definitions;
    expect(definition).toMatchObject({
      name: { value: name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) },
    });
    expect(readFileSync("docs/questions.md", "utf8")).toContain(`operations/${name}.graphql`);
  });
});

test("who took part, and what says so: Blinken, Mayorkas and López Obrador; Bárcena is not among them", async () => {
  const { meeting } = await dataOf("who-took-part");
  expect(meeting).toMatchObject({
    date: { edtf: "2023-12-27", text: "December 27, 2023" },
    duration: "PT2H30M",
    place: { name: "Mexico City" },
    host: { id: "country:mx" },
    status: "HELD",
  });
  const parts = meeting.participations.nodes as {
    official: { id: string } | null;
    role: string;
    country: { id: string } | null;
    onBehalfOf: { id: string } | null;
    claims: {
      nodes: { predicate: string; basis: string; locator: string; note: string | null; source: { id: string } }[];
    };
  }[];
  const byOfficial = Object.fromEntries(
    parts.flatMap((part) => (part.official ? [[part.official.id, [part.role, part.onBehalfOf?.id]]] : [])),
  );
  expect(byOfficial).toEqual({
    "official:blinken-antony-j": ["MEMBER", "country:us"],
    "official:mayorkas-alejandro": ["MEMBER", "country:us"],
    "official:lopez-obrador-andres-manuel": ["COUNTERPART", "country:mx"],
  });
  expect(parts.flatMap((part) => part.country?.id ?? []).sort()).toEqual(["country:mx", "country:us"]);
  const host = parts.find((part) => part.role === "HOST")!.claims.nodes.find((claim) => claim.predicate === "ROLE")!;
  expect(host).toMatchObject({ basis: "INFERRED", note: expect.any(String) });
  for (const part of parts)
    for (const claim of part.claims.nodes)
      if (claim.basis === "STATED" && claim.source.id === "source:cnn-us-mexico-migration-talks")
        expect(claim.locator).toMatch(/^paragraph \d+$/);
});

test("policies: each with its kind, who advances it and how far it has come", async () => {
  const { meeting } = await dataOf("policies-of-the-talks");
  const policies = meeting.policies.nodes as {
    kind: string;
    status: string | null;
    advancedBy: { nodes: unknown[] };
  }[];
  expect(policies.length).toBeGreaterThanOrEqual(3);
  for (const policy of policies) expect(policy.advancedBy.nodes.length).toBeGreaterThan(0);
  const { data } = await ask("{ policies(first: 100) { nodes { id kind status advancedBy { totalCount } } } }");
  expect(new Set(data.policies.nodes.map((policy: { kind: string }) => policy.kind))).toEqual(
    new Set(["COMMITMENT", "ENFORCEMENT", "LEGAL_PATHWAY", "REPATRIATION"]),
  );
});

test("the route begins in Tapachula, crosses Mexico, and is a sketch", async () => {
  const [route] = (await dataOf("route-and-countries")).migrationRoutes.nodes;
  expect(route.stops.nodes[0].name).toBe("Tapachula");
  expect(route.countries.nodes.map((country: { isoAlpha2: string }) => country.isoAlpha2)).toContain("MX");
  expect(route.approximate).toBe(true);
  expect(route.geometry.type).toBe("LineString");
  expect(route.nationalities.nodes.map((country: { id: string }) => country.id).sort()).toEqual([
    "country:cu",
    "country:ht",
  ]);
  expect(route.regionsOfOrigin.nodes.length).toBe(3);
});

test("statements: each has its place in the report, and an unnamed speaker is some value of a body", async () => {
  const { statements } = await dataOf("statements");
  expect(statements.totalCount).toBe(statements.nodes.length);
  expect(statements.nodes.length).toBeGreaterThanOrEqual(10);
  for (const { speaker, someValue, body, claims } of statements.nodes) {
    expect(speaker === null).toBe(someValue.includes("SPEAKER"));
    expect(body).not.toBeNull();
    expect(claims.nodes[0].source.id).toBe("source:cnn-us-mexico-migration-talks");
  }
});

test("Blinken and Bárcena: he took part, she spoke of it, and nothing says that she attended", async () => {
  const { blinken, barcena } = await dataOf("blinken-and-barcena");
  expect(barcena.meetings.totalCount).toBe(0);
  const shared = blinken.meetings.nodes.flatMap(
    (meeting: { statementsAbout: { nodes: { speaker: { id: string } | null }[] } }) => meeting.statementsAbout.nodes,
  );
  expect(shared.map((statement: { speaker: { id: string } | null }) => statement.speaker?.id)).toContain(
    "official:barcena-alicia",
  );
  expect(barcena.statements.nodes[0].channel).toMatch(/recording/);
});

test("planned next: Washington in January 2024, with officials unnamed; no more is known of it", async () => {
  const { meetings } = await dataOf("planned-next");
  expect(meetings.nodes).toHaveLength(1);
  const [next] = meetings.nodes;
  expect(next).toMatchObject({
    status: "PLANNED",
    date: { edtf: "2024-01", firstDay: "2024-01-01", lastDay: "2024-01-31" },
    follows: { id: "meeting:mexico-city-2023-12-27" },
  });
  const officials = next.participations.nodes.filter((part: { country: unknown }) => !part.country);
  for (const part of officials) expect([part.official, part.someValue]).toEqual([null, ["OFFICIAL"]]);
});

test("numbers: about 7,000; at least 10,000 a day; thousands, unquantified; a decrease", async () => {
  const { flows } = await dataOf("numbers-at-the-border");
  const found = flows.nodes.map(
    (flow: { measure: string; qualifier: string; count: number | null; per: string | null; trend: string | null }) => [
      flow.measure,
      flow.qualifier,
      flow.count,
      flow.per,
      flow.trend,
    ],
  );
  expect(found).toContainEqual(["APPREHENSIONS", "ABOUT", 7000, null, "DECREASE"]);
  expect(found).toContainEqual(["APPREHENSIONS", "AT_LEAST", 10000, "P1D", null]);
  expect(found).toContainEqual(["ENCOUNTERS", "UNQUANTIFIED", null, "P1D", null]);
  expect(found).toContainEqual(["CROSSINGS", "UNQUANTIFIED", null, null, "DECREASE"]);
});

test("the source: its headline, day and address are unknown, not guessed", async () => {
  const { source } = await dataOf("what-a-source-says");
  expect(source.headline).toBeNull();
  expect(source.someValue).toEqual(expect.arrayContaining(["ADDRESS", "DATE", "HEADLINE"]));
  expect(source.publishers.nodes.map((each: { name: string }) => each.name)).toEqual(["CNN"]);
  const paragraphs = new Set(source.claims.nodes.map((claim: { locator: string }) => claim.locator));
  expect(paragraphs.size).toBeGreaterThan(5);
});

test("secretaries and presidents: each meeting has one of both, by the tenures of those who took part", async () => {
  const { meetings } = await dataOf("secretaries-and-presidents");
  expect(meetings.edges.map((edge: { node: { id: string } }) => edge.node.id)).toContain(
    "meeting:mexico-city-2023-12-27",
  );
  expect(meetings.totalCount).toBe(meetings.edges.length);
  for (const { node, claims } of meetings.edges) {
    expect(claims.length).toBeGreaterThan(0);
    const { data } = await ask(
      "query ($id: ID!) { meeting(by: { id: $id }) { officials { nodes { offices country { id } tenures { nodes { post { id } } } } } } }",
      { id: node.id },
    );
    const officials = data.meeting.officials.nodes as {
      offices: string[];
      country: { id: string } | null;
      tenures: { nodes: { post: { id: string } }[] };
    }[];
    const posts = officials.flatMap(({ tenures }) => tenures.nodes.map(({ post }) => post.id));
    expect([node.id, posts]).toEqual([node.id, expect.arrayContaining(["post:us-secretary-of-state"])]);
    const offices = officials.filter(({ country }) => country?.id === "country:mx").flatMap((each) => each.offices);
    expect([node.id, offices]).toEqual([node.id, expect.arrayContaining(["President"])]);
  }
});

test("relations broken by the war of 1914: none later, the last first", async () => {
  const { relationEvents } = await dataOf("relations-broken");
  const days = relationEvents.edges.map((edge: { node: { date: { edtf: string } } }) => edge.node.date.edtf);
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual(days.toSorted().toReversed());
  for (const day of days) expect(day <= "1914-07-28").toBe(true);
});

test("search: the person is marked, found by whatever spelling, and counted", async () => {
  const { search } = await dataOf("search");
  const [first] = search.edges;
  expect(first.node.id).toBe("official:barcena-alicia");
  expect(first.matchedOn[0]).toMatchObject({ field: "NAME", manner: "EXACT" });
  expect(first.matchedOn[0].segments).toEqual([
    { text: "Alicia ", matched: false },
    { text: "Bárcena", matched: true },
  ]);
  const counted = search.facets.countsByKind.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect(counted).toBe(search.totalCount);
});

test("suggest: the president comes first", async () => {
  const { suggest } = await dataOf("suggest");
  expect(suggest[0]).toMatchObject({ entityId: "official:lopez-obrador-andres-manuel", kind: "OFFICIAL" });
});

test("by any id: two words of one state, and a former id that says so", async () => {
  const data = await dataOf("by-any-id");
  expect(new Set([data.iso.id, data.formerWord.id, data.presentWord.id]).size).toBe(1);
  expect(data.historian.id).toBe(data.formerly.id);
  expect(data.biden.name).toMatch(/Biden/);
  const { extensions } = JSON.parse((await answerOf("by-any-id")).body) as { extensions: { redirects: object[] } };
  expect(extensions.redirects).toEqual([{ from: "official:blinken-antony", to: data.formerly.id }]);
  const reasons = data.formerly.identities.nodes.map(({ reason }: { reason: string }) => reason);
  expect(reasons.length).toBeGreaterThan(0);
  for (const reason of reasons) expect(reason).toMatch(/\w/);
});

test("how two are connected: by the talks, of which the one spoke in which the other took part", async () => {
  const { paths } = await dataOf("how-two-are-connected");
  expect(paths.truncated).toBe(false);
  const [{ steps, length, sentence }] = paths.paths;
  expect(steps).toHaveLength(length);
  expect(steps[0]).toMatchObject({
    from: { id: "official:mayorkas-alejandro" },
    to: { id: "meeting:mexico-city-2023-12-27" },
    via: { id: "participation:mexico-city-2023-12-27-mayorkas" },
  });
  expect(steps.at(-1).to.id).toBe("official:barcena-alicia");
  expect(sentence).toContain("the talks in Mexico City on 27 December 2023");
  for (const { claims } of steps) expect(claims.length).toBeGreaterThan(0);
});

test("what two share: the talks", async () => {
  const { common } = await dataOf("what-two-share");
  expect(common.edges.map(({ node }: any) => node.id)).toContain("meeting:mexico-city-2023-12-27");
  for (const { fromA, fromB } of common.edges)
    for (const { claims } of [...fromA, ...fromB]) expect(claims.length).toBeGreaterThan(0);
});

test("around the talks: every edge joins two that are shown, none deeper than asked", async () => {
  const { neighborhood } = await dataOf("around-the-talks");
  const ids = new Set(neighborhood.nodes.map(({ entityId }: any) => entityId));
  expect(ids.size).toBeLessThanOrEqual(60);
  for (const { source, target } of neighborhood.edges) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
  expect(Math.max(...neighborhood.nodes.map(({ depth }: any) => depth))).toBe(2);
});
