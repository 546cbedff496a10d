/** Travels: journeys as meetings, exclusions, duplicates, and multilateral meetings. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { travels } from "../../../src/ingest/sources/travels/travels.ts";

const folder = "tests/fixtures/travels";
let facts: Facts;

async function readAll(from: string): Promise<Facts> {
  const found = new Facts(new Problems());
  await travels.read(from, found);
  return found;
}

const fact = (id: string): Fact => facts.all().find((each) => each.id === id)!;
const said = (id: string, field: string): unknown[] => [
  ...new Set(
    fact(id)
      .fields.get(field)
      ?.assertions.map(({ value }) => value),
  ),
];
const partsOf = (meeting: string): string[] =>
  facts
    .all()
    .filter(({ type, records }) => type === "Participation" && records[0]!.fields.meeting === meeting)
    .map(({ id }) => id.slice("participation:".length))
    .sort();

beforeAll(async () => {
  facts = await readAll(folder);
  facts.problems.settle();
});

describe("travels", () => {
  test("accounts for each record", () => {
    expect(facts.records).toBe(14);
    expect(facts.merged.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      "trip 5: a part in the journey of trip 10, by the remarks",
      "trip 9: the same trip as trip 2",
    ]);
    expect(facts.rejected.map(({ record, reason }) => `${record}: ${reason}`).sort()).toEqual([
      "trip 3: a vacation: no meeting",
      "trip 4: a stop on the way: no meeting",
      "trip 6: no state was visited: a continent without a state",
    ]);
  });

  test("fits the model, and refers to nothing but countries besides", () => {
    const problems = new Problems();
    const { references } = checkFacts("travels", facts.all(), problems);
    problems.settle();
    expect([...references.keys()].filter((id) => !id.startsWith("country:"))).toEqual([]);
  });

  test("states a journey with its place, its states and who was met", () => {
    expect(fact("meeting:trip-1").records[0]!.fields).toEqual({
      name: "Jane Doe in Mexico, 27 December 2023",
      status: "HELD",
    });
    expect(said("meeting:trip-1", "place")).toEqual(["place:mexico-city"]);
    expect(said("meeting:trip-1", "kind")).toEqual(["TALKS"]);
    expect(said("meeting:trip-1", "date")).toEqual(["2023-12-27"]);
    expect(partsOf("meeting:trip-1")).toEqual([
      "trip-1-doe-jane",
      "trip-1-mx",
      "trip-1-mx-ana-perez-ruiz",
      "trip-1-us",
    ]);
    const [met] = fact("participation:trip-1-mx-ana-perez-ruiz").fields.get("official")!.assertions;
    expect(met).toMatchObject({
      basis: "INFERRED",
      note: "read out of the remarks by title and name",
      locators: ["trip 1"],
    });
    expect(fact("official:mx-ana-perez-ruiz").records[0]!.fields).toEqual({
      name: "Ana Pérez Ruiz",
      country: "country:mx",
      offices: ["President"],
      active: ["2023-12-27"],
    });
  });

  test("states a trip that is told twice once, with both places", () => {
    expect(facts.has("meeting:trip-9")).toBe(false);
    expect(fact("meeting:trip-2").records.map(({ saying }) => saying.locator)).toEqual(["trip 2", "trip 9"]);
    expect(
      fact("meeting:trip-2")
        .fields.get("date")!
        .assertions.map(({ locators }) => locators[0]),
    ).toEqual(["trip 2", "trip 9"]);
  });

  test("takes the state of a counterpart from the remarks, and each place once", () => {
    expect(partsOf("meeting:trip-7")).toContain("trip-7-ru-foreign-minister-petrov");
    expect(partsOf("meeting:trip-7")).toContain("trip-7-ru");
    expect(said("meeting:trip-7", "place")).toEqual(["place:geneva-ch"]);
    expect(said("meeting:trip-7", "otherPlaces")).toEqual(["place:kingston-jamaica-ch", "place:bern-ch"]);
  });

  test("makes one gathering of those who came to it", () => {
    const summit = "meeting:nato-summit-be-2021-06";
    expect(partsOf(summit)).toEqual(
      ["be", "doe-jane", "roe-richard", "us"].map((who) => `nato-summit-be-2021-06-${who}`),
    );
    expect(said("participation:nato-summit-be-2021-06-doe-jane", "role")).toEqual(["MEMBER"]);
    expect(said("participation:nato-summit-be-2021-06-roe-richard", "role")).toEqual(["HEAD_OF_DELEGATION"]);
    expect(facts.has("meeting:trip-5")).toBe(false);
    expect(said("meeting:trip-10", "partOf")).toEqual([summit]);
    expect(partsOf("meeting:inauguration-cl-1995-05")).toContain("inauguration-cl-1995-05-cl-president-soto");
  });

  test("keeps a vacation on which somebody was met, and tells of what came before an office", () => {
    expect(said("meeting:trip-11", "kind")).toEqual(["PRIVATE_VISIT"]);
    expect(said("participation:trip-11-roe-richard", "capacity")).toEqual(["President-elect"]);
  });

  test("states presidents with each of their terms", () => {
    expect(
      facts
        .all()
        .filter(({ type }) => type === "Tenure")
        .map(({ id }) => id),
    ).toEqual([
      "tenure:us-president-cleveland-grover-1885",
      "tenure:us-president-cleveland-grover-1893",
      "tenure:us-president-trump-donald-j-2025",
    ]);
    expect(said("tenure:us-president-trump-donald-j-2025", "ended")).toEqual([]);
    expect(said("official:cleveland-grover", "death")).toEqual(["1908"]);
  });
});

describe("travels that are broken", () => {
  const trip = "secretary-travels/doe-jane.xml";
  const broken: [what: string, from: string, to: string, message: RegExp][] = [
    ["an unknown country", 'id="japan"', 'id="jappan"', /doe-jane\.xml:14 trip 2: no country has the slug "jappan"/],
    ["an id twice", "<id>2</id>", "<id>1</id>", /doe-jane\.xml:14 trip 1 is already at .*doe-jane\.xml:3/],
    [
      "a role that is none",
      '<trip role="secretary"',
      '<trip role="clerk"',
      /"role" is one of president, secretary; got "clerk"/,
    ],
    ["a day that is none", "<start-date>2021-04-06", "<start-date>2021-14-06", /trip 4: .* is not a date/],
    ["no XML", "</trips>", "", /is not XML/],
  ];

  test.each(broken)("%s", async (_, from, to, message) => {
    const own = mkdtempSync(path.join(os.tmpdir(), "travels-"));
    cpSync(folder, own, { recursive: true });
    writeFileSync(path.join(own, trip), readFileSync(path.join(own, trip), "utf8").replace(from, to));
    const { problems } = await readAll(own);
    expect(() => problems.settle()).toThrow(message);
    rmSync(own, { recursive: true });
  });

  test("a folder that is another one", async () => {
    await expect(readAll("tests/fixtures/visits")).rejects.toThrow(BundleError);
  });
});

describe("the name of a meeting says the place as the record does", () => {
  test.each<[country: [string, string], locale: string, day: string, where: string]>([
    [["united-kingdom", "United Kingdom"], "Trinidad", "1941-12-01", "in Trinidad"],
    [["united-kingdom", "United Kingdom"], "Port of Spain (Trinidad)", "1943-01-11", "in Trinidad"],
    [
      ["united-kingdom", "United Kingdom"],
      "Kingston (Jamaica), London",
      "1940-12-05",
      "in Jamaica and the United Kingdom",
    ],
    [["united-kingdom", "United Kingdom"], "Edinburgh", "1943-01-11", "in the United Kingdom"],
    [["france", "France"], "Dakar (Senegal)", "1944-01-11", "in Senegal"],
    [["denmark", "Denmark (Greenland)"], "Nuuk", "2011-05-11", "in Greenland"],
    [["denmark", "Denmark (Greenland)"], "", "2011-05-11", "in Greenland"],
    [["turkey", "Turkey"], "Ankara", "1991-07-20", "in Turkey"],
    [["burma", "Burma (Myanmar)"], "Rangoon", "2012-11-19", "in Burma"],
    [["korea-south", "Korea, Republic of"], "Seoul", "1989-02-27", "in the Republic of Korea"],
    [["china", "China, People’s Republic of"], "Beijing", "1989-02-25", "in the People’s Republic of China"],
    [["vietnam", "Vietnam"], "Cam Ranh Bay", "1966-10-26", "in Vietnam"],
    [["kosovo", "Yugoslavia (Kosovo)"], "Camp Bondsteel", "2001-07-24", "in Kosovo"],
    [["russia", "U.S.S.R."], "Moscow", "1974-07-01", "in the Soviet Union"],
  ])("%j, %s, %s", async (country, at, day, where) => {
    const { fact } = await tripsOf([
      {
        role: "secretary",
        who: "doe-jane",
        name: "Jane Doe",
        id: 1,
        days: day,
        in: country,
        at,
        remarks: "Met with President Ana Pérez.",
      },
    ]);
    const { name } = fact("meeting:trip-1").records[0]!.fields;
    expect(String(name)).toContain(`Jane Doe ${where}, `);
  });
});

/** The trips of one traveller, read alone or beside others. */
async function tripsOf(
  trips: {
    role: "president" | "secretary";
    who: string;
    name: string;
    id: number;
    days: string;
    in: [string, string];
    at?: string;
    remarks: string;
  }[],
): Promise<{ facts: Facts; fact: (id: string) => Fact; all: (type: string) => Fact[] }> {
  const own = mkdtempSync(path.join(os.tmpdir(), "travels-"));
  cpSync(folder, own, { recursive: true });
  for (const each of ["secretary", "president"]) {
    const written = trips
      .filter(({ role }) => role === each)
      .map(({ role, who, name, id, days, in: [slug, called], at = "", remarks }) => {
        const [start, end = start] = days.split("/");
        return `<trip role="${role}" who="${who}"><id>${id}</id><role>${role}</role><name>${name}</name>
          <start-date>${start}</start-date><end-date>${end}</end-date><country id="${slug}">${called}</country>
          <locale>${at}</locale><remarks>${remarks}</remarks></trip>`;
      });
    for (const name of readdirSync(path.join(own, `${each}-travels`))) rmSync(path.join(own, `${each}-travels`, name));
    writeFileSync(path.join(own, `${each}-travels`, "some.xml"), `<trips>${written.join("")}</trips>`);
  }
  const read = await readAll(own);
  read.problems.settle();
  rmSync(own, { recursive: true });
  return {
    facts: read,
    fact: (id) => read.all().find((each) => each.id === id)!,
    all: (type) => read.all().filter((each) => each.type === type),
  };
}

describe("a state of that time", () => {
  const soviet = {
    role: "secretary",
    who: "doe-jane",
    name: "Jane Doe",
    id: 50,
    days: "1974-03-24/1974-03-28",
    in: ["russia", "U.S.S.R."],
    at: "Moscow",
    remarks: "Met with General Secretary Brezhnev.",
  } as const;

  test("hosts, takes part, and is served by whom it met; the city lies where it lies today", async () => {
    const { fact } = await tripsOf([{ ...soviet, in: ["russia", "U.S.S.R."] }]);
    const meeting = fact("meeting:trip-50");
    expect(meeting.records[0]!.fields.name).toBe("Jane Doe in the Soviet Union, 24 to 28 March 1974");
    const value = (of: Fact, field: string) => of.fields.get(field)?.assertions[0]!.value;
    expect(value(meeting, "host")).toBe("country:soviet-union");
    const state = fact("participation:trip-50-soviet-union");
    expect(state.records[0]!.fields.country).toBe("country:soviet-union");
    expect(value(state, "formerIds")).toBe("participation:trip-50-ru");
    const met = fact("participation:trip-50-ru-general-secretary-brezhnev");
    expect(value(met, "onBehalfOf")).toBe("country:soviet-union");
    expect(fact("official:ru-general-secretary-brezhnev").records[0]).toMatchObject({
      fields: { country: "country:soviet-union" },
      saying: { asOf: "1974-03-24/1974-03-28" },
    });
    expect(value(fact("place:moscow-ru"), "countries")).toBe("country:ru");
  });
});

describe("a traveller who came along with the President", () => {
  const president = {
    role: "president",
    who: "roe-richard",
    name: "Richard Roe",
    id: 60,
    days: "1999-05-04/1999-05-05",
    in: ["poland", "Poland"] as [string, string],
    at: "Warsaw",
    remarks: "State visit; met with President Testowski.",
  } as const;
  const secretary = {
    ...president,
    role: "secretary",
    who: "doe-jane",
    name: "Jane Doe",
    id: 61,
    days: "1999-05-03/1999-05-05",
    remarks: "Accompanied President Roe on a State visit; met with Foreign Minister Probny.",
  } as const;

  test("takes part in the President's meeting, on days of their own, and so does whom they met", async () => {
    const { facts: read, fact, all } = await tripsOf([president, secretary]);
    expect(all("Meeting").map(({ id }) => id)).toEqual(["meeting:trip-60"]);
    expect(
      fact("meeting:trip-60")
        .fields.get("date")!
        .assertions.map(({ value }) => value),
    ).toEqual(["1999-05-04/1999-05-05"]);
    expect(fact("meeting:trip-60").fields.get("formerIds")!.assertions[0]!.value).toBe("meeting:trip-61");
    const stays = all("Participation").map(({ id, fields }) => [id, fields.get("stay")?.assertions[0]!.value]);
    expect(stays).toEqual(
      expect.arrayContaining([
        ["participation:trip-60-roe-richard", "1999-05-04/1999-05-05"],
        ["participation:trip-60-doe-jane", "1999-05-03/1999-05-05"],
        ["participation:trip-60-pl-foreign-minister-probny", undefined],
      ]),
    );
    expect(read.merged.map(({ record }) => record)).toEqual(["trip 61"]);
  });

  test.each([
    ["on other days", { days: "1999-06-03/1999-06-05" }],
    ["in another state", { in: ["france", "France"] as [string, string] }],
    ["with another President", { remarks: "Accompanied President Other on a State visit." }],
    ["without a word of it", { remarks: "Met with Foreign Minister Probny." }],
  ])("%s, has a meeting of their own", async (_, change) => {
    const { all } = await tripsOf([president, { ...secretary, ...change }]);
    expect(all("Meeting").map(({ id }) => id)).toEqual(["meeting:trip-60", "meeting:trip-61"]);
  });
});
