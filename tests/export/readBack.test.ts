/** A graph of awkward titles, uncertain dates and places, exported, and read back by programs that aren't ours. */
import { beforeEach, describe, expect, test } from "@jest/globals";
import { load, putBundle, type Stated } from "../support/bundles.ts";
import { expand, readBibtex, readCitations, readCsv } from "../support/exports/exports.ts";
import { readWithPython, testWith } from "../support/exports/python.ts";
import { useOwnService } from "../support/ownService.ts";

const { door, service, folder } = useOwnService();

const title = 'The "Treaty" of {Guadalupe\\Hidalgo} </script><!-- & co. – 中国, العربية';
const dates: Record<string, string> = {
  exact: "2023-12-27",
  month: "2023-12",
  uncertain: "1984-03-02?",
  decade: "198X",
  interval: "2001/2004-05-06",
  open: "1990-01-01/..",
  one: "[1984,1986]",
};
const place = (id: string, longitude?: number, latitude?: number): Record<string, unknown> => ({
  id: `place:${id}`,
  name: id,
  kind: "CITY",
  ...(longitude !== undefined && { longitude, latitude }),
});
const stated: Stated = {
  Source: [
    {
      id: "source:hostile",
      at: "title",
      name: title,
      kind: "DATA_SET",
      date: "1984~",
      address: "https://example.org/a?b={c}&d=%20e_f~",
      licence: "CC0 1.0",
    },
  ],
  Official: [{ id: "official:obama", name: title, wikidata: "Q76" }],
  Place: [
    place("mexico-city", -99.1332, 19.4326),
    place("tapachula", -92.26, 14.9),
    place("suva", 178.44, -18.14),
    place("apia", -171.76, -13.83),
    place("nowhere"),
  ],
  Meeting: [
    ...Object.entries(dates).map(([name, date]) => ({ id: `meeting:${name}`, name, date, status: "HELD" })),
    { id: "meeting:held", name: title, kind: "TALKS", status: "HELD", date: "2023-12-27", place: "place:mexico-city" },
    { id: "meeting:somewhere", name: "somewhere", status: "HELD", date: "2023", place: "place:nowhere" },
  ],
  MigrationRoute: [
    {
      id: "migration-route:drawn",
      name: "drawn",
      stops: ["place:suva", "place:apia"],
      geometry: {
        value: {
          type: "LineString",
          coordinates: [
            [-92.5, 14.5],
            [-95, 16],
            [-99, 19],
          ],
        },
      },
      approximate: false,
    },
    {
      id: "migration-route:stops",
      name: "by stops",
      stops: ["place:tapachula", "place:nowhere", "place:mexico-city"],
    },
    { id: "migration-route:pacific", name: "across the Pacific", stops: ["place:suva", "place:apia"] },
    { id: "migration-route:vague", name: "vague", stops: ["place:tapachula", "place:nowhere"] },
  ],
};

beforeEach(async () => {
  await load(door(), putBundle(folder(), "hostile", stated, { source: "source:hostile", at: "title" }));
});

async function get(path: string): Promise<string> {
  const response = await fetch(`${service().url}/export/${path}`);
  const text = await response.text();
  expect({ status: response.status, problem: response.status === 200 ? "" : text }).toEqual({
    status: 200,
    problem: "",
  });
  return text;
}

interface Feature {
  id: string;
  geometry: { type: string; coordinates: unknown };
  properties: Record<string, unknown>;
}

async function features(path: string): Promise<Record<string, any> & { features: Feature[] }> {
  return JSON.parse(await get(path)) as Record<string, any> & { features: Feature[] };
}

describe("GeoJSON", () => {
  test("has a point of each place and of what happened there, and tells how many items it leaves out", async () => {
    const collection = await features("graph.geojson");
    expect(collection).toMatchObject({ type: "FeatureCollection", title: "the whole graph" });
    expect(collection.edition.digest).toMatch(/^[0-9a-f]{64}$/);
    const points = collection.features.filter(({ geometry }) => geometry.type === "Point");
    expect(points.map(({ id, geometry }) => [id, geometry.coordinates])).toEqual([
      ["meeting:held", [-99.1332, 19.4326]],
      ["place:apia", [-171.76, -13.83]],
      ["place:mexico-city", [-99.1332, 19.4326]],
      ["place:suva", [178.44, -18.14]],
      ["place:tapachula", [-92.26, 14.9]],
    ]);
    expect(points[0]!.properties).toMatchObject({
      id: "meeting:held",
      type: "Meeting",
      name: title,
      kind: "TALKS",
      date: "2023-12-27",
      place: "place:mexico-city",
      sources: ["source:hostile"],
      licences: ["CC0 1.0"],
    });
    expect(collection.sources).toMatchObject([{ id: "source:hostile", name: title }]);
    const rows = readCsv(await get("graph.csv"));
    const omitted: Record<string, number> = {};
    for (const { id, type } of rows)
      if (!collection.features.some((feature) => feature.id === id)) omitted[type!] = (omitted[type!] ?? 0) + 1;
    expect(collection.withoutCoordinates).toEqual(omitted);
    expect(omitted).toMatchObject({ Place: 1, Meeting: 8, MigrationRoute: 1, Official: 1 });
  });

  test("has a route by its line, or by its stops, cut where the date changes", async () => {
    const collection = await features("migrationRoutes.geojson");
    const lines = Object.fromEntries(collection.features.map((feature) => [feature.id, feature]));
    expect(Object.keys(lines).sort()).toEqual(["drawn", "pacific", "stops"].map((name) => `migration-route:${name}`));
    expect(lines["migration-route:drawn"]!.geometry).toEqual({
      type: "LineString",
      coordinates: [
        [-92.5, 14.5],
        [-95, 16],
        [-99, 19],
      ],
    });
    expect(lines["migration-route:drawn"]!.properties.approximate).toBe(false);
    expect(lines["migration-route:stops"]!.geometry).toEqual({
      type: "LineString",
      coordinates: [
        [-92.26, 14.9],
        [-99.1332, 19.4326],
      ],
    });
    expect(lines["migration-route:stops"]!.properties.approximate).toBe(true);
    const { type, coordinates } = lines["migration-route:pacific"]!.geometry;
    expect(type).toBe("MultiLineString");
    const [[start, east], [west, end]] = coordinates as [number[][], number[][]] as [
      [number[], number[]],
      [number[], number[]],
    ];
    expect([start, east[0], west[0], end]).toEqual([[178.44, -18.14], 180, -180, [-171.76, -13.83]]);
    expect(east[1]).toBe(west[1]);
    expect(east[1]).toBeCloseTo(-18.14 + ((180 - 178.44) / (180 - 178.44 + 180 - 171.76)) * 4.31, 5);
    expect(collection.withoutCoordinates).toEqual({ MigrationRoute: 1 });
  });

  test("has the chosen columns, and is whole without a feature", async () => {
    const { features: chosen } = await features("places.geojson?columns=name,kind");
    expect(chosen[0]).toMatchObject({ id: "place:apia", properties: { name: "apia", kind: "CITY" } });
    expect(Object.keys(chosen[0]!.properties)).toEqual(["name", "kind"]);
    expect(await features("officials.geojson")).toMatchObject({ features: [], withoutCoordinates: { Official: 1 } });
  });

  testWith("shapes")("has valid geometries, as shapely reads them", async () => {
    const text = await get("graph.geojson");
    const found = readWithPython("shapes", text) as { id: string; wkt: string; isValid: boolean }[];
    expect(found).toHaveLength(8);
    for (const { isValid } of found) expect(isValid).toBe(true);
    expect(found.find(({ id }) => id === "place:tapachula")!.wkt).toBe("POINT (-92.26 14.9)");
    expect(found.find(({ id }) => id === "migration-route:stops")!.wkt).toBe(
      "LINESTRING (-92.26 14.9, -99.1332 19.4326)",
    );
  });
});

type Triple = [subject: string, predicate: string, value: string, datatype: string];
const schema = "https://schema.org/";
const days = "http://www.w3.org/2001/XMLSchema#date";
const edtf = "http://id.loc.gov/datatypes/edtf/EDTF";

describe("JSON-LD", () => {
  /** By the library of JSON-LD's own editors. */
  async function expanded(text: string): Promise<Triple[]> {
    return (await expand(text)).flatMap((node) =>
      Object.entries(node).flatMap(([predicate, values]) =>
        predicate.startsWith("@")
          ? []
          : (values as Record<string, any>[]).map((value): Triple => [
              node["@id"],
              predicate,
              value["@value"] ?? value["@id"],
              value["@type"] ?? "",
            ]),
      ),
    );
  }

  const readers: [string, typeof test, (text: string) => Triple[] | Promise<Triple[]>][] = [
    ["jsonld", test, expanded],
    ["rdflib", testWith("rdf"), (text) => readWithPython("rdf", text) as Triple[]],
  ];
  for (const [reader, tested, triplesOf] of readers)
    tested(`has titles, dates and Wikidata as they are, as ${reader} reads it`, async () => {
      const triples = await triplesOf(await get("graph.jsonld"));
      const of = (id: string, predicate: string): string[][] =>
        triples
          .filter(([subject, found]) => subject === `urn:entente:${id}` && found === predicate)
          .map(([, , value, datatype]) => [value, datatype].filter((each) => each !== ""));
      for (const id of ["official:obama", "meeting:held", "source:hostile"])
        expect(of(id, `${schema}name`).map(([name]) => name)).toEqual([title]);
      expect(of("official:obama", `${schema}sameAs`)).toEqual([["https://www.wikidata.org/entity/Q76"]]);
      for (const [name, date] of Object.entries(dates)) {
        expect(of(`meeting:${name}`, "urn:entente:vocabulary:date")).toEqual([[date, edtf]]);
      }
      const ends = Object.keys(dates).map((name) => [
        name,
        ...of(`meeting:${name}`, `${schema}startDate`),
        ...of(`meeting:${name}`, `${schema}endDate`),
      ]);
      expect(ends).toEqual([
        ["exact", ["2023-12-27", days], ["2023-12-27", days]],
        ["month", ["2023-12", edtf], ["2023-12", edtf]],
        ["uncertain", ["1984-03-02?", edtf], ["1984-03-02?", edtf]],
        ["decade", ["198X", edtf], ["198X", edtf]],
        ["interval", ["2001", edtf], ["2004-05-06", days]],
        ["open", ["1990-01-01", days]],
        ["one", ["[1984,1986]", edtf], ["[1984,1986]", edtf]],
      ]);
    });

  test("tells what it is in words", async () => {
    const { "@graph": graph } = JSON.parse(await get("official:obama/claims.jsonld?orderBy={direction:ASCENDING}")) as {
      "@graph": Record<string, unknown>[];
    };
    expect(graph[0]).toMatchObject({
      "schema:name": `Entente: claims of ${title}`,
      "schema:description": "official:obama/claims, orderBy {direction:ASCENDING}",
    });
  });
});

describe("a source with an awkward title and an uncertain date", () => {
  test("comes back from BibTeX, as bibtex-parser reads it", async () => {
    const entry = readBibtex(await get("officials.bib"))[1]!;
    expect(entry.fields).toMatchObject({ year: "1984", url: "https://example.org/a?b=%7Bc%7D&d=%20e_f~" });
  });

  testWith("bibtex")("comes back from BibTeX, as bibtexparser reads it", async () => {
    const [, { fields }] = readWithPython("bibtex", await get("officials.bib"));
    expect(fields).toMatchObject({ title, date: "1984~", url: "https://example.org/a?b=%7Bc%7D&d=%20e_f~" });
  });

  testWith("ris")("comes back from RIS, as rispy reads it", async () => {
    const [, record] = readWithPython("ris", await get("officials.ris"));
    expect(record).toMatchObject({ title, year: "1984", date: "1984///1984~", type_of_reference: "DATA" });
    expect(record.urls ?? record.url).toEqual(["https://example.org/a?b={c}&d=%20e_f~"]);
  });

  test("comes back from RIS and CSL-JSON, as citation-js reads them", async () => {
    for (const format of ["ris", "csl.json"]) {
      const [, item] = readCitations(await get(`officials.${format}`));
      expect(item).toMatchObject({ title, issued: { "date-parts": [[1984]] } });
    }
    expect(JSON.parse(await get("officials.csl.json"))[1]).toMatchObject({
      issued: { "date-parts": [[1984]], circa: true },
      note: expect.stringContaining("Dated 1984~ (EDTF)"),
    });
  });
});
