/** Each format contains the complete selection: read back by third-party programs, compared with GraphQL and each other. */
import { describe, expect, test } from "@jest/globals";
import "../../src/entities/entities.ts";
import { FieldName } from "../../src/graph/model/fieldName.ts";
import { entityTypes, relationsOf } from "../../src/graph/model/model.ts";
import {
  expand,
  problemsOfGexf,
  readBibtex,
  readCsv,
  readGraph,
  readLines,
  readCitations,
  readWithNetworkx,
} from "../support/exports/exports.ts";
import { hasPython } from "../support/exports/python.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService();
const hasNetworkx = hasPython("networkx");

/** The selection, and the GraphQL list with the same items. */
const selections: [what: string, parameters: Record<string, string>, parent: string, list: string][] = [
  ["meetings", {}, "", "meetings"],
  [
    "meetings",
    { filter: '{"host":{"isoAlpha2":{"eq":"MX"}}}', orderBy: '{"direction":"DESCENDING"}' },
    "",
    'meetings(filter: {host: {isoAlpha2: {eq: "MX"}}}, orderBy: {direction: DESCENDING}',
  ],
  ["tenures", { asOf: "2023-12-27" }, "", 'tenures(asOf: "2023-12-27"'],
  ["participations", {}, "", "participations"],
  ["migrationRoutes", {}, "", "migrationRoutes"],
  ["country:us/meetings", {}, 'country(by: {slug: "us"})', "meetings"],
  [
    "official:blinken-antony-j/tenures",
    { orderBy: "{direction: DESCENDING}" },
    'official(by: {slug: "blinken-antony-j"})',
    "tenures(orderBy: {direction: DESCENDING}",
  ],
  ["policies", { filter: '{name: {eq: "of no policy"}}' }, "", 'policies(filter: {name: {eq: "of no policy"}}'],
];

async function get(what: string, format: string, parameters: Record<string, string> = {}): Promise<string> {
  const response = await fetch(`${service().url}/export/${what}.${format}?${String(new URLSearchParams(parameters))}`);
  const text = await response.text();
  expect({ status: response.status, text: response.status === 200 ? "" : text }).toEqual({ status: 200, text: "" });
  return text;
}

interface Item {
  id: string;
  name: string;
}

async function listed(parent: string, list: string): Promise<Item[]> {
  const items: Item[] = [];
  const begun = list.includes("(") ? `${list},` : `${list}(`;
  for (let after: string | null = "", more = true; more;) {
    const field = `${begun} first: 100${after === "" ? "" : `, after: "${after}"`}) { nodes { id name } pageInfo { hasNextPage endCursor } }`;
    const { data, errors } = await ask(
      parent === "" ? `{ list: ${field} }` : `{ parent: ${parent} { list: ${field} } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = (data.parent ?? data).list;
    items.push(...nodes);
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  return items;
}

describe.each(selections)("%s %j", (what, parameters, parent, list) => {
  let items: Item[];
  let lines: Record<string, any>[];
  let nodes: Set<string>;
  let edges: string[];

  test("CSV and JSON Lines have the items of the list, in its order, and their sources", async () => {
    items = await listed(parent, list);
    const rows = readCsv(await get(what, "csv", parameters));
    expect(rows.map(({ id, name }) => ({ id, name }))).toEqual(items);
    lines = readLines(await get(what, "jsonl", parameters));
    const found = lines.filter(({ type }) => /^[A-Z]/.test(type));
    expect(found.map(({ id, name }) => ({ id, name }))).toEqual(items);
    const stated = lines.filter(({ type }) => type === "edge");
    expect(lines[0]).toMatchObject({ type: "header", edition: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(lines.at(-1)).toMatchObject({ type: "end", nodes: items.length, edges: stated.length });
    for (const [index, row] of rows.entries()) {
      expect(row.sources!.split("|")).toEqual(found[index]!.sources);
      expect(row.sources).not.toBe("");
    }
    for (const { sources } of stated) expect(sources.length).toBeGreaterThan(0);
    nodes = new Set([...items.map(({ id }) => id), ...stated.map(({ target }) => target as string)]);
    edges = stated.map(({ source, target, relation }) => `${source} ${relation} ${target}`).sort();
  });

  const readers: [string, typeof readGraph][] = [
    ["graphology", readGraph],
    ...(hasNetworkx ? [["networkx", readWithNetworkx] as [string, typeof readGraph]] : []),
  ];
  test.each((["graphml", "gexf"] as const).flatMap((format) => readers.map((each) => [format, ...each] as const)))(
    "%s has the items, what they lead to, and the edges, as %s reads it",
    async (format, _, read) => {
      const graph = read(format, await get(what, format, parameters));
      expect([...graph.nodes.keys()].sort()).toEqual([...nodes].sort());
      expect(graph.edges.map(([source, target, relation]) => `${source} ${relation} ${target}`).sort()).toEqual(edges);
      for (const line of lines.filter(({ type }) => /^[A-Z]/.test(type))) {
        const node = graph.nodes.get(line.id)!;
        expect(node).toMatchObject({ type: line.type, name: line.name, sources: line.sources.join("|") });
        for (const [name, value] of Object.entries(line))
          if (typeof value === "number" || typeof value === "boolean" || name.endsWith("First"))
            expect({ [name]: node[name] }).toEqual({ [name]: value });
      }
    },
  );

  test("GEXF keeps to its schema", async () => {
    expect(await problemsOfGexf(await get(what, "gexf", parameters))).toEqual([]);
  });

  test("JSON-LD has the items with what they were derived from, and nothing is fetched for it", async () => {
    const expanded = await expand(await get(what, "jsonld", parameters));
    const byId = new Map(expanded.map((node) => [node["@id"] as string, node]));
    expect(byId.size).toBe(expanded.length);
    for (const line of lines.filter(({ type }) => /^[A-Z]/.test(type))) {
      const node = byId.get(`urn:entente:${line.id}`)!;
      expect(node["@type"]).toContain("http://www.w3.org/ns/prov#Entity");
      expect(node["https://schema.org/name"]).toEqual([{ "@value": line.name }]);
      const derived = node["http://www.w3.org/ns/prov#wasDerivedFrom"].map((each: { "@id": string }) => each["@id"]);
      expect(derived).toEqual(line.sources.map((id: string) => `urn:entente:${id}`));
      for (const source of derived) expect(byId.has(source)).toBe(true);
    }
  });

  test("CSL-JSON, BibTeX and RIS cite the edition and each source once", async () => {
    const csl = JSON.parse(await get(what, "csl.json", parameters)) as { id: string; title: string; note: string }[];
    const sources = lines.filter(({ type }) => /^[A-Z]/.test(type)).flatMap((line) => line.sources as string[]);
    expect(csl.slice(1).map(({ id }) => id)).toEqual([...new Set(sources)].sort());
    expect(csl[0]!.note).toContain(lines[0]!.edition.digest);
    const entries = readBibtex(await get(what, "bib", parameters));
    expect(entries.map(({ key }) => key)).toEqual(csl.map(({ id }) => id.replace(":", "-")));
    expect(entries.map(({ fields }) => plain(fields.title))).toEqual(csl.map(({ title }) => plain(title)));
    const records = readCitations(await get(what, "ris", parameters));
    expect(records.map(({ id, title }) => ({ id, title }))).toEqual(csl.map(({ id, title }) => ({ id, title })));
  });
});

// BibTeX marks capitals, and its reader writes quotes in its own way.
function plain(title: string): string {
  return title.replace(/<[^>]*>|["“”]/g, "").toLowerCase();
}

describe("the whole graph", () => {
  test("has every node once, and every edge and key as an edge", async () => {
    const { door } = service();
    const [[nodes]] = (await door.run("MATCH (node:Node) RETURN count(node)", {}, 60_000)) as [[number]];
    const [[stored]] = (await door.run("MATCH (:Node)-[edge]->(:Node) RETURN count(edge)", {}, 60_000)) as [[number]];
    let foreignKeys = 0;
    for (const { name, class: cls } of entityTypes())
      for (const relation of relationsOf(cls).filter((each) => each.foreignKey)) {
        const text = `MATCH (node:${name}) WHERE node.${relation.name}Id IS NOT NULL RETURN count(node)`;
        const [[count]] = (await door.run(text, {}, 60_000)) as [[number]];
        foreignKeys += count;
      }
    const lines = readLines(await get("graph", "jsonl"));
    expect(lines.at(-1)).toMatchObject({ type: "end", nodes, edges: stored + foreignKeys });
    expect(lines.length).toBe(nodes + stored + foreignKeys + 2);
    const graph = readGraph("graphml", await get("graph", "graphml"));
    expect([graph.nodes.size, graph.edges.length]).toEqual([nodes, stored + foreignKeys]);
    const rows = readCsv(await get("graph", "csv"));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(nodes);
  });
});

describe("one entity", () => {
  test("comes with each claim about it, as the source gives it", async () => {
    const { data } = await ask(
      '{ meeting(by: {slug: "mexico-city-2023-12-27"}) { name date { firstDay } claims(first: 100) { nodes { id predicate value locator } } } }',
    );
    const [meeting, ...claims] = readCsv(await get("meeting:mexico-city-2023-12-27", "csv"));
    expect(meeting).toMatchObject({ type: "Meeting", name: data.meeting.name, dateFirst: data.meeting.date.firstDay });
    expect(claims.map(({ id, predicate, locator }) => ({ id, predicate, locator }))).toEqual(
      data.meeting.claims.nodes.map(({ id, predicate, locator }: Record<string, string>) => ({
        id,
        predicate: Object.entries(FieldName).find(([word]) => word === predicate)![1],
        locator,
      })),
    );
  });
});

describe("time in GEXF", () => {
  test("a meeting lasts as long as its date can mean, and so does a part in it", async () => {
    const text = await get("participations", "gexf", {
      filter: '{meeting: {id: {eq: "meeting:mexico-city-2023-12-27"}}}',
    });
    const spans = [...text.matchAll(/<node id="(?:participation|meeting):[^>]*start="([^"]*)" end="([^"]*)"/g)];
    expect(spans.length).toBeGreaterThan(3);
    for (const [, start, end] of spans) expect([start, end]).toEqual(["2023-12-27", "2023-12-27"]);
  });
});

describe("the context", () => {
  test("is published, and has every entity and each of its fields", async () => {
    const response = await fetch(`${service().url}/context.jsonld`);
    expect(response.headers.get("content-type")).toMatch(/^application\/ld\+json/);
    const { "@context": context } = (await response.json()) as { "@context": Record<string, any> };
    for (const { name } of entityTypes()) expect(context[name]).toMatchObject({ "@id": `entente:vocabulary:${name}` });
    expect(context.Meeting["@context"].host).toEqual({ "@id": "schema:organizer", "@type": "@id" });
  });
});

describe("the answers to questions", () => {
  const talks = "meeting:mexico-city-2023-12-27";

  test("a neighborhood: what GraphQL shows, with the parts by which its edges go, and no edge out of it", async () => {
    const { data } = await ask(
      `{ neighborhood(of: [{ id: "${talks}" }], depth: 2, maximumNodes: 40) { nodes { entity { id } } edges { via { id } } } }`,
    );
    const ids = new Set<string>(
      [
        ...data.neighborhood.nodes.map(({ entity }: any) => entity),
        ...data.neighborhood.edges.flatMap(({ via }: any) => via ?? []),
      ].map(({ id }) => id),
    );
    const parameters = { of: talks, depth: "2", maximumNodes: "40" };
    for (const format of ["gexf", "graphml"] as const) {
      const { nodes, edges } = readGraph(format, await get("neighborhood", format, parameters));
      expect(new Set(nodes.keys())).toEqual(ids);
      expect(edges.length).toBeGreaterThanOrEqual(data.neighborhood.edges.length);
    }
  });

  test("ways: each step of each, with what says it", async () => {
    const [from, to] = ["official:blinken-antony-j", "official:lopez-obrador-andres-manuel"];
    const { data } = await ask(
      `{ paths(from: { id: "${from}" }, to: { id: "${to}" }) { paths { steps { from { id } to { id } via { id } } } } }`,
    );
    const steps = data.paths.paths.flatMap(({ steps: each }: any) => each);
    const ids = new Set(steps.flatMap((step: any) => [step.from.id, step.to.id, ...(step.via ? [step.via.id] : [])]));
    expect(ids.size).toBeGreaterThan(2);
    const lines = readLines(await get("paths", "jsonl", { from, to }));
    const items = lines.filter(
      ({ id, type }) => id !== undefined && type !== "edge" && !/header|end|source/.test(type),
    );
    expect(new Set(items.map(({ id }) => id))).toEqual(ids);
  });

  test("a pair: all its meetings and who took part, whichever state comes first", async () => {
    const meetings = await listed('bilateral(a: {isoAlpha2: "US"}, b: {isoAlpha2: "MX"})', "meetings");
    const rows = readCsv(await get("bilateral", "csv", { a: "US", b: "MX" }));
    const ids = rows.map(({ id }) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids.filter((id) => id.startsWith("meeting:")))).toEqual(new Set(meetings.map(({ id }) => id)));
    expect(ids.some((id) => id.startsWith("participation:"))).toBe(true);
    const other = readCsv(await get("bilateral", "csv", { a: "country:mx", b: "country:us" }));
    expect(new Set(other.map(({ id }) => id))).toEqual(new Set(ids));
  });

  test.each([
    ["neighborhood", { of: "nonsense" }, 400, "BAD_USER_INPUT"],
    ["neighborhood", { of: "official:nobody" }, 404, "NOT_FOUND"],
    ["neighborhood", { of: "XX" }, 404, "NOT_FOUND"],
    ["neighborhood", { of: talks, depth: "9" }, 400, "LIMIT_EXCEEDED"],
    ["neighborhood", { of: talks, deep: "2" }, 400, "BAD_USER_INPUT"],
    ["paths", { from: talks }, 400, "BAD_USER_INPUT"],
    ["paths", { from: talks, to: "official:nobody" }, 404, "NOT_FOUND"],
    ["bilateral", { a: "US", b: "US" }, 400, "BAD_USER_INPUT"],
    ["bilateral", { a: "US", b: "QQ" }, 404, "NOT_FOUND"],
  ])("%s with %j is refused", async (what, parameters, status, code) => {
    const response = await fetch(
      `${service().url}/export/${what}.csv?${String(new URLSearchParams(parameters as Record<string, string>))}`,
    );
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toBe(code);
  });
});
