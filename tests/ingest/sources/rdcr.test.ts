/** The guide to recognition and relations: each entry is an event between two states, or is rejected with a reason. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { rdcr } from "../../../src/ingest/sources/rdcr/rdcr.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const fixture = "tests/fixtures/rdcr";

async function read(folder: string): Promise<Facts> {
  const problems = new Problems();
  const facts = new Facts(problems);
  await rdcr.read(folder, facts);
  problems.settle();
  return facts;
}

describe("entries", () => {
  let facts: Facts;
  beforeAll(async () => void (facts = await read(fixture)));

  const event = (slug: string) => {
    const fact = facts.all().find(({ id }) => id === `relation-event:${slug}`)!;
    const values = (field: string) => (fact.fields.get(field)?.assertions ?? []).map(({ value }) => value);
    const dates = (fact.fields.get("date")?.assertions ?? []).map(({ value, basis, confidence, rank }) =>
      [value, basis, confidence, ...(rank ? [rank] : [])].join(" "),
    );
    const { fields, saying } = fact.records[0]!;
    return {
      name: fields["name"],
      relation: fields["relation"],
      locator: saying.locator,
      kind: values("kind")[0],
      sides: [values("actor")[0], values("toward")[0]],
      dates,
      officials: values("officials"),
    };
  };

  test("a recognition by the United States has a heading's year and the day of its paragraph", () => {
    expect(event("mexico-united-states-recognition-of-mexican-independence-1822")).toEqual({
      name: "Recognition of Mexico by the United States, 1822",
      relation: "bilateral-relation:mx-us",
      locator: "mexico.xml recognition 1",
      kind: "RECOGNITION",
      sides: ["country:us", "country:mx"],
      dates: ["1822 STATED 1", "1822-12-12 INFERRED 0.9"],
      officials: [],
    });
  });

  test("a heading of relations and of a mission is two events; the day is that of the first", () => {
    const slug = "mexico-establishment-of-diplomatic-relations-and-the-american-legation-in-mexico-1825";
    expect(event(slug)).toMatchObject({
      name: "Diplomatic relations of Mexico and the United States established, 1825",
      kind: "RELATIONS_OPENED",
      sides: [undefined, undefined],
      dates: ["1825 STATED 1", "1825-06 INFERRED 0.85"],
    });
    expect(event(`${slug}-mission-opened`)).toMatchObject({
      name: "Legation of the United States in Mexico opened, 1825",
      kind: "MISSION_OPENED",
      sides: ["country:us", "country:mx"],
      dates: ["1825 STATED 1"],
    });
  });

  test("what a heading tells besides is left to an entry of its own, where there is one", () => {
    const ids = facts.all().map(({ id }) => id);
    expect(ids).toContain("relation-event:baden-recognition-and-establishment-of-diplomatic-relations-1840");
    expect(ids).toContain("relation-event:baden-establishment-of-diplomatic-relations-1840");
    expect(ids.filter((id) => id.endsWith("-relations-opened"))).toEqual([]);
  });

  test("officials whom the text leads to are named once, and stated", () => {
    const slug = "mexico-establishment-of-diplomatic-relations-and-the-american-legation-in-mexico-1825";
    expect(event(slug).officials).toEqual(["official:poinsett-joel-roberts"]);
    const officials = facts.all().filter(({ type }) => type === "Official");
    expect(officials.map(({ id, records }) => [id, records[0]!.fields])).toEqual([
      ["official:poinsett-joel-roberts", { name: "Joel Poinsett", country: "country:us" }],
    ]);
  });

  test("who broke relations is read in the heading, or in the paragraph", () => {
    expect(event("mexico-diplomatic-relations-severed-by-mexico-1845")).toMatchObject({
      name: "Diplomatic relations of Mexico and the United States broken off by Mexico, 1845",
      kind: "RELATIONS_SEVERED",
      sides: ["country:mx", "country:us"],
      dates: ["1845 STATED 1", "1845-03-28 INFERRED 0.9"],
    });
    expect(event("mexico-diplomatic-relations-severed-1858")).toMatchObject({
      sides: ["country:us", "country:mx"],
      dates: ["1858 STATED 1", "1858-06-21 INFERRED 0.9"],
    });
    expect(event("mexico-diplomatic-relations-reestablished-1859")).toMatchObject({
      kind: "RELATIONS_RESUMED",
      sides: [undefined, undefined],
      dates: ["1859 STATED 1"],
    });
  });

  test("missions are those of the United States, of the other state, or of both", () => {
    expect(event("mexico-elevation-of-legations-to-embassy-status-1898")).toMatchObject({
      kind: "MISSION_RAISED",
      sides: [undefined, undefined],
    });
    expect(event("mexico-mexican-legation-in-the-united-states-reopened")).toMatchObject({
      name: "Legation of Mexico in the United States opened again, 1922",
      sides: ["country:mx", "country:us"],
      dates: ["1922 STATED 1"],
    });
  });

  test("an entry within another is one of its own", () => {
    expect(event("mexico-american-embassy-closed-1914")).toMatchObject({
      name: "Embassy of the United States in Mexico closed, 1914 to 1917",
      locator: "mexico.xml diplomatic_relations 6",
      dates: ["1914/1917 STATED 1"],
      officials: [],
    });
  });

  test("where the mark on a date is wrong, both are kept, and the text decides", () => {
    expect(event("mexico-american-embassy-moved-to-vera-cruz-1993")).toMatchObject({
      name: "Embassy of the United States to Mexico moved to Vera Cruz, 1993",
      kind: "MISSION_MOVED",
      dates: ["1993 STATED 1", "1933 STATED 1 DEPRECATED", "1993-05-04 INFERRED 0.9"],
    });
  });

  test("entries with one heading and date are told apart by their order", () => {
    for (const [slug, locator] of [
      ["mexico-claims-convention-1839-04-11", "mexico.xml treaties-agreements 1"],
      ["mexico-claims-convention-1839-04-11-2", "mexico.xml treaties-agreements 2"],
    ] as const)
      expect(event(slug)).toMatchObject({ kind: "TREATY", locator, dates: ["1839-04-11 STATED 1"] });
  });

  test("a span begins with the opening of a consulate", () => {
    expect(event("mexico-u-s-consulate-at-merida")).toMatchObject({
      name: "Consulate of the United States at Merida opened, 1843",
      kind: "CONSULATE_OPENED",
      dates: ["1843 INFERRED 0.9"],
    });
  });

  test("past states have their own relation", () => {
    expect(event("baden-mutual-recognition-1832")).toMatchObject({
      name: "Mutual recognition of Baden and the United States, 1832",
      relation: "bilateral-relation:baden-us",
      sides: [undefined, undefined],
      dates: ["1832 STATED 1", "1832-07 INFERRED 0.85"],
    });
    expect(event("baden-baden-recognition-of-the-united-states-1833").sides).toEqual(["country:baden", "country:us"]);
    expect(event("baden-baden-joins-the-german-empire-1871")).toMatchObject({
      name: "Accession of Baden to the German Empire, 1871",
      kind: "STATE_CHANGED",
      dates: ["1871 STATED 1", "1871-01-18 INFERRED 0.7"],
    });
  });

  test("the recognition of a third state is toward that state", () => {
    expect(event("baden-u-s-recognition-of-italian-independence-1861")).toMatchObject({
      name: "Recognition of Italy by the United States, 1861",
      sides: ["country:us", "country:it"],
    });
  });

  const mission = (id: string) => {
    const { fields } = facts.all().find((fact) => fact.id === `mission:${id}`)!;
    return (field: string) => (fields.get(field)?.assertions ?? []).map(({ value }) => value);
  };

  test("a mission has the days of its opening, raising and interruptions, and its latest seat", () => {
    const told = mission("us-to-mx");
    expect(["kind", "opened", "raised", "closed", "interruptions", "seat"].map(told)).toEqual([
      ["EMBASSY"],
      ["1825"],
      ["1898", "1898-12-03"],
      [],
      ["1845-03-28/1859", "1914/1917"],
      ["place:vera-cruz-mx"],
    ]);
    expect(told("accreditedTo")).toEqual(["country:mx"]);
    expect(told("name")).toEqual(["Embassy of the United States in Vera Cruz"]);
    expect(told("aliases")).toContain("Legation of the United States in Vera Cruz");
  });

  test("what is told of both is told of the other state's mission too, whose kind of today isn't", () => {
    const told = mission("mx-to-us");
    expect(["sendingState", "hostState", "kind", "raised", "name"].map(told)).toEqual([
      ["country:mx"],
      ["country:us"],
      [],
      ["1898", "1898-12-03"],
      ["Mission of Mexico in the United States"],
    ]);
    const raised = facts.all().find(({ id }) => id.includes("elevation-of-legations"))!;
    expect(raised.fields.get("missions")!.assertions.map(({ value }) => value)).toEqual([
      "mission:us-to-mx",
      "mission:mx-to-us",
    ]);
  });

  test("the office of its head leads to a mission, and each value to its entry", () => {
    const post = facts.all().find(({ id }) => id === "post:us-ambassador-to-mx")!;
    expect(post.fields.get("mission")!.assertions[0]).toMatchObject({ value: "mission:us-to-mx", basis: "INFERRED" });
    const { fields } = facts.all().find(({ id }) => id === "mission:us-to-mx")!;
    expect(fields.get("raised")!.assertions[1]).toMatchObject({
      locators: ["mexico.xml diplomatic_relations 5"],
      page: "https://history.state.gov/countries/mexico",
      basis: "INFERRED",
    });
  });

  test("every entry is stated or rejected", () => {
    expect(facts.rejected.map(({ record, reason }) => [record, reason])).toEqual([
      ["atlantis.xml recognition 1", "the article is about nothing that is known as a state"],
      ["baden.xml diplomatic_relations 1", "the text tells that relations were never established"],
      ["mexico.xml consular_presence 2", "an entry without words"],
      ["mexico.xml issues 1", "a remark without a date of its own"],
    ]);
    const locators = new Set(
      facts.all().flatMap(({ type, records }) => (type === "RelationEvent" ? [records[0]!.saying.locator] : [])),
    );
    expect(facts.records).toBe(locators.size + facts.rejected.length);
  });

  test("what is said passes the check of the model", () => {
    const problems = new Problems();
    checkFacts("rdcr", facts.all(), problems, "2026-11-24");
    expect(() => problems.settle()).not.toThrow();
  });
});

describe("what is refused", () => {
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
    mkdirSync(path.join(folder, "articles"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const article = (date: string): string =>
    `<TEI>\n<div type="section" xml:id="recognition">\n<div type="timeline">\n<head>Recognition, ${date}.</head>\n</div></div></TEI>`;
  const broken: [string, string | Buffer, RegExp][] = [
    ["no XML", "Recognition, 1822", /chile\.xml:1 is not XML/],
    ["nothing at all", "", /chile\.xml:1 /],
    ["an element that is never closed", "<TEI>\n<div>", /chile\.xml:2 is not XML/],
    ["another document", "<trip><id>1</id></trip>", /chile\.xml:1 is <trip>: expected an article, <TEI>/],
    ["a document type", '<!DOCTYPE TEI [<!ENTITY a "b">]>\n<TEI/>', /chile\.xml:\d has a document type/],
    ["Latin-1", Buffer.from("<TEI>México</TEI>", "latin1"), /chile\.xml:1 (?:is not in UTF-8|can't be read)/],
    [
      "a day that doesn't exist",
      article('<date when="1822-02-30">1822</date>'),
      /chile\.xml:4 the heading's date is "1822-02-30": expected a day, a month or a year/,
    ],
    [
      "a date in words",
      article('<date when="spring">1822</date>'),
      /chile\.xml:4 the heading's date is "spring": expected a day/,
    ],
    [
      "a span that ends nowhere",
      article('<date from="1822" to="18">1822</date>'),
      /chile\.xml:4 the heading's date is "18": expected a day/,
    ],
  ];
  test.each(broken)("%s", async (_, content, message) => {
    writeFileSync(path.join(folder, "articles", "chile.xml"), content);
    await expect(read(folder)).rejects.toThrow(message);
  });

  test("all that is wrong is told at once", async () => {
    cpSync(path.join(fixture, "articles"), path.join(folder, "articles"), { recursive: true });
    writeFileSync(path.join(folder, "articles", "chile.xml"), "<TEI>");
    writeFileSync(path.join(folder, "articles", "peru.xml"), "<a/>");
    const error = await read(folder).catch((each: unknown) => each as BundleError);
    expect((error as BundleError).problems).toHaveLength(2);
  });

  test("a folder without articles is not this data set", async () => {
    await expect(read(path.join(folder, "articles"))).rejects.toThrow(/:1 is not the data set rdcr: expected a folder/);
    await expect(read(path.join(folder, "none"))).rejects.toThrow(BundleError);
  });
});

describe("articles of several states and times", () => {
  let folder: string;
  beforeAll(() => {
    folder = temporaryFolder();
    mkdirSync(path.join(folder, "articles"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const article = (section: string, ...heads: string[]): string =>
    `<TEI>${heads
      .map((head) => `<div type="section" xml:id="${section}"><div type="timeline"><head>${head}</head></div></div>`)
      .join("")}</TEI>`;
  const eventsOf = async (articles: Record<string, string>): Promise<Record<string, (string | undefined)[]>> => {
    for (const [name, content] of Object.entries(articles))
      writeFileSync(path.join(folder, "articles", `${name}.xml`), content);
    const facts = await read(folder);
    for (const name of Object.keys(articles)) rmSync(path.join(folder, "articles", `${name}.xml`));
    return Object.fromEntries(
      facts
        .all()
        .filter(({ type }) => type === "RelationEvent")
        .map(({ id, fields, records }) => [
          id.slice("relation-event:".length),
          [
            ...["kind", "date", "toward"].map((field) => fields.get(field)?.assertions[0]!.value as string),
            records[0]!.fields.relation as string,
          ],
        ]),
    );
  };

  test("relations that are interrupted are not broken off", async () => {
    const found = await eventsOf({
      peru: article("diplomatic-relations", 'Diplomatic Relations Interrupted, <date when="1921">1921</date>.'),
    });
    expect(Object.values(found)).toEqual([["RELATIONS_INTERRUPTED", "1921", undefined, "bilateral-relation:pe-us"]]);
  });

  test("a heading with two years is two events, each with the state of its time", async () => {
    const found = await eventsOf({
      "el-salvador": article(
        "recognition",
        'U.S. Recognition of Salvadoran Independence, <date when="1824">1824</date> &amp; 1849.',
      ),
    });
    expect(Object.values(found)).toEqual([
      [
        "RECOGNITION",
        "1824",
        "country:central-american-federation",
        "bilateral-relation:central-american-federation-us",
      ],
      ["RECOGNITION", "1849", "country:sv", "bilateral-relation:sv-us"],
    ]);
  });

  test("what two articles tell of one state is one event, with its other id as a former one", async () => {
    const head = 'U.S. Recognition of Italian Independence, <date when="1861-04-11">1861</date>.';
    const articles = { italy: article("recognition", head), parma: article("recognition", head) };
    for (const [name, content] of Object.entries(articles))
      writeFileSync(path.join(folder, "articles", `${name}.xml`), content);
    const facts = await read(folder);
    const events = facts.all().filter(({ type }) => type === "RelationEvent");
    expect(events.map(({ id }) => id)).toEqual([
      "relation-event:italy-u-s-recognition-of-italian-independence-1861-04-11",
    ]);
    expect(events[0]!.fields.get("formerIds")!.assertions[0]!.value).toBe(
      "relation-event:parma-u-s-recognition-of-italian-independence-1861-04-11",
    );
    expect(facts.merged.map(({ record }) => record)).toEqual(["parma.xml recognition 1"]);
    for (const name of Object.keys(articles)) rmSync(path.join(folder, "articles", `${name}.xml`));
  });

  test("what happened in a state's predecessor doesn't set its own status", async () => {
    const found = await eventsOf({
      russia: article("recognition", 'Recognition of the Soviet Union, <date when="1933-11-16">1933</date>.'),
    });
    expect(Object.values(found)[0]!.slice(2)).toEqual(["country:soviet-union", "bilateral-relation:soviet-union-us"]);
  });

  const entries = (section: string, ...told: [head: string, text: string][]): string =>
    `<TEI><div type="section" xml:id="${section}">${told
      .map(([head, text]) => `<div type="timeline"><head>${head}</head><p>${text}</p></div>`)
      .join("")}</div></TEI>`;
  const on = (date: string): string => `<date when="${date}">${date.slice(0, 4)}</date>`;
  const missionsOf = async (name: string, content: string): Promise<Record<string, unknown[]>> => {
    const file = path.join(folder, "articles", `${name}.xml`);
    writeFileSync(file, content);
    const facts = await read(folder);
    rmSync(file);
    const shown = ["kind", "opened", "closed", "interruptions", "seat", "hostState"];
    return Object.fromEntries(
      facts
        .all()
        .filter(({ type }) => type === "Mission")
        .map(({ id, fields }) => [
          id.slice("mission:".length),
          shown.map((field) => fields.get(field)?.assertions.at(-1)?.value ?? null),
        ]),
    );
  };

  test("a mission closed and opened again is one, with the time between; the day beside relations is its own too", async () => {
    const found = await missionsOf(
      "afghanistan",
      entries(
        "diplomatic-relations",
        [
          `Establishment of Diplomatic Relations and the American Embassy in Kabul, ${on("1942")}.`,
          "Diplomatic relations and the Embassy in Kabul were established on June 6, 1942.",
        ],
        [`Closure of the U.S. Embassy in Afghanistan, ${on("1989")}.`, "The Embassy was closed on January 30, 1989."],
        [`Re-opening of the U.S. Embassy in Afghanistan, ${on("2002")}.`, "It was reopened on January 17, 2002."],
      ),
    );
    expect(found).toEqual({
      "us-to-af": ["EMBASSY", "1942-06-06", null, "1989-01-30/2002-01-17", "place:kabul-af", "country:af"],
    });
  });

  test("relations that were broken off close a mission; a move later doesn't tell when it was opened again", async () => {
    const found = await missionsOf(
      "germany",
      entries(
        "diplomatic-relations",
        [`Elevation of American Legation to Embassy Status, ${on("1893")}.`, "The Legation in Berlin was raised."],
        [`Diplomatic Relations Severed, ${on("1941-12-11")}.`, "Relations were severed."],
        [`American Embassy Moves from Bonn to Berlin, ${on("1999-07-07")}.`, "It moved."],
      ),
    );
    expect(found).toEqual({ "us-to-de": ["EMBASSY", null, null, "1941-12-11/", "place:berlin-de", "country:de"] });
  });

  test("a list of posts is a consulate for each, with its years; an unknown end is one", async () => {
    const found = await missionsOf(
      "united-kingdom",
      entries("consular-presence", [
        "Consulates in Scotland.",
        "Glasgow (1801-1965) Dundee (1834-?) Leith (1798-current)",
      ]),
    );
    expect(found).toEqual({
      "us-consulate-glasgow-gb": ["CONSULATE", "1801", "1965", null, "place:glasgow-gb", "country:gb"],
      "us-consulate-dundee-gb": ["CONSULATE", "1834", null, null, "place:dundee-gb", "country:gb"],
      "us-consulate-leith-gb": ["CONSULATE", "1798", null, null, "place:leith-gb", "country:gb"],
    });
  });

  test("a mission to a state that ended ends with it, and a consulate in no state has no host", async () => {
    const texas = await missionsOf(
      "texas",
      entries("diplomatic-relations", [`Establishment of the U.S. Legation in Houston, ${on("1837")}.`, "It was."]),
    );
    expect(texas).toEqual({
      "us-to-texas": ["LEGATION", "1837", "1845-12-29", null, "place:houston-us", "country:texas"],
    });
    const algiers = await missionsOf(
      "algeria",
      entries("consular-presence", [
        `U.S. Consulate at Algiers, <date from="1796" to="1962">1796-1962</date>, with interruptions.`,
        "Representation began.",
      ]),
    );
    expect(algiers).toEqual({
      "us-consulate-algiers-dz": ["CONSULATE", "1796", "1962", null, "place:algiers-dz", null],
    });
  });
});
