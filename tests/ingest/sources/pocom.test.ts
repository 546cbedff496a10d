/** Appointments: each record is a tenure with its dates and outcome, or is rejected with a reason. */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { pocom } from "../../../src/ingest/sources/pocom/pocom.ts";
import { readNotedDate } from "../../../src/ingest/sources/pocom/appointmentDates.ts";
import { endReasonOf, outcomeOf } from "../../../src/ingest/sources/pocom/appointmentNotes.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const fixture = "tests/fixtures/pocom";

async function read(folder = fixture): Promise<Facts> {
  const problems = new Problems();
  const facts = new Facts(problems);
  await pocom.read(folder, facts);
  problems.settle();
  return facts;
}

async function readOne(id: string): Promise<Fact> {
  const facts = await read();
  const found = facts.all().find((fact) => fact.id === id);
  if (!found) throw new Error(`Nothing was said of ${id}.`);
  return found;
}

const whatIs = ({ records }: Fact) => records[0]!.fields;
const values = (fact: Fact, field: string) => (fact.fields.get(field)?.assertions ?? []).map(({ value }) => value);
const only = (fact: Fact, field: string) => fact.fields.get(field)?.assertions[0];

test("every record is counted, and those that make no facts say why", async () => {
  const facts = await read();
  expect(facts.records).toBe(5 + 22 + 2);
  expect(facts.rejected.map(({ record, reason }) => [record, reason])).toEqual([
    ["appointment secr-2007-gone", "its person nobody-at-all is in no file of people (principal list of secretary)"],
    [
      "concurrent appointments 1999-asto-01",
      "names mx-1999-asto-01, ga-1999-asto-01, which no list of appointments of astor-paul has",
    ],
  ]);
});

test("a record that repeats another is merged with it, and listed", async () => {
  expect((await read()).merged.map(({ record, reason }) => [record, reason])).toEqual([
    ["appointment mx-1990-ash-01", "the same appointment as another record under its id"],
  ]);
});

test("what is said passes the check of the model", async () => {
  const problems = new Problems();
  const checked = checkFacts("pocom", (await read()).all(), problems, "2026-11-24");
  problems.settle();
  expect([...checked.references.keys()].filter((id) => !id.startsWith("country:"))).toEqual([]);
});

describe("a mission", () => {
  test("is of the kind and rank of its latest heads, shown at work in their times, by its own page", async () => {
    const mission = await readOne("mission:us-to-mx");
    expect(["kind", "rank", "attested", "name"].map((field) => values(mission, field))).toEqual([
      ["EMBASSY"],
      ["AMBASSADOR"],
      ["1825-06-01/1830-01-03", "1985-02-01/1993-05-01"],
      ["Embassy of the United States in Mexico"],
    ]);
    expect(only(mission, "attested")).toMatchObject({
      locators: ["mission mexico"],
      basis: "INFERRED",
      page: "https://history.state.gov/departmenthistory/people/chiefsofmission/mexico",
    });
    expect(values(await readOne("post:us-ambassador-to-mx"), "mission")).toEqual([mission.id]);
  });

  test("is accredited to the other states of a head who resided there; there, that head shows none", async () => {
    const mission = await readOne("mission:us-to-mx");
    expect(values(mission, "accreditedTo")).toEqual(["country:mx", "country:gm"]);
    expect(mission.fields.get("accreditedTo")!.assertions[1]!.locators).toEqual([
      "concurrent appointments 1990-ash-01",
    ]);
    const ids = (await read()).all().flatMap(({ type, id }) => (type === "Mission" ? [id] : []));
    expect(ids.sort()).toEqual(["mission:us-to-mx", "mission:us-to-nato", "mission:us-to-south-vietnam"]);
  });

  test("to a body has the body's seat", async () => {
    const mission = await readOne("mission:us-to-nato");
    expect(
      ["kind", "accreditedToOrganization", "seat", "hostState", "name"].map((field) => values(mission, field)),
    ).toEqual([
      ["PERMANENT_MISSION"],
      ["organization:nato"],
      ["place:brussels-be"],
      ["country:be"],
      ["Mission of the United States to NATO"],
    ]);
  });
});

describe("a person", () => {
  test("has the state of residence, by its name, with the code as given", async () => {
    expect(only(await readOne("official:ames-henry"), "residence")).toMatchObject({
      value: "Massachusetts",
      given: "ma",
      basis: "STATED",
    });
  });

  test("has a name in its usual order, years, offices, and the spans of service", async () => {
    const person = await readOne("official:ames-henry");
    expect(whatIs(person)).toEqual({
      name: "Henry Ames Jr.",
      familyName: "Ames",
      givenName: "Henry",
      country: "country:us",
      birth: "1790",
      offices: ["Chief of mission to country:mx", "Counselor"],
      active: ["1825-06-01/1830-01-03", "1836-07-27/1846-07-22"],
      historianSlugs: ["ames-henry"],
    });
    expect([values(person, "aliases"), values(person, "death"), values(person, "career")]).toEqual([
      ["Hal Ames Jr."],
      ["1850"],
      ["BEFORE_CAREER_SERVICE"],
    ]);
  });

  test("keeps former ids, by which an appointment may still name it", async () => {
    expect(values(await readOne("official:adler-nora"), "formerIds")).toEqual(["official:adler-n"]);
    const { records } = await readOne("tenure:secr-2001-adle");
    expect(records[0]).toMatchObject({
      fields: { official: "official:adler-nora" },
      saying: { note: "the record gives a former id of the person" },
    });
  });

  test("not confirmed by the source is less certain, and a nomination is no service", async () => {
    const { records } = await readOne("official:avery-jo");
    expect(records[0]!.saying.confidence).toBe(0.8);
    expect(records[0]!.fields).toMatchObject({ offices: ["Counselor"] });
  });
});

describe("a tenure", () => {
  test("of a chief of mission presents credentials, and ends for a reason in our words", async () => {
    const tenure = await readOne("tenure:mx-1825-ames-01");
    expect(whatIs(tenure)).toEqual({
      name: "Henry Ames Jr., chief of mission to Mexico, 1825",
      official: "official:ames-henry",
      post: "post:us-ambassador-to-mx",
    });
    expect(only(tenure, "presentedCredentials")).toMatchObject({
      value: "1825-06-01~",
      given: "On or shortly before 1825-06-01",
      basis: "INFERRED",
      source: "source:pocom-country-chiefs",
      locators: ["appointment mx-1825-ames-01"],
    });
    expect(values(tenure, "title")).toEqual(["Envoy Extraordinary and Minister Plenipotentiary"]);
    expect(values(tenure, "endReason")).toEqual(["Recall requested by the host government"]);
  });

  test("of one who acts for another has no credentials, and an end bounded by the next holder's start", async () => {
    const tenure = await readOne("tenure:mx-1985-ash-01");
    expect([values(tenure, "status"), values(tenure, "entered"), values(tenure, "presentedCredentials")]).toEqual([
      ["ACTING"],
      ["1985-02-01"],
      [],
    ]);
    expect(only(tenure, "ended")).toMatchObject({
      value: "1985-02-01/1985-04-09",
      basis: "INFERRED",
      confidence: 0.7,
    });
  });

  test("the last of an office stays without an end where the record gives none", async () => {
    const facts = await read();
    const last = facts.all().find(({ id }) => id.startsWith("tenure:mx-1993-asto-01-ambassador"))!;
    expect(values(last, "ended")).toEqual([]);
  });

  test("recorded twice under one id is one, and two under one id are told apart by what they are", async () => {
    const facts = await read();
    const under = (id: string) => facts.all().flatMap((fact) => (fact.id.startsWith(`tenure:${id}`) ? [fact.id] : []));
    expect(under("mx-1990-ash-01")).toEqual(["tenure:mx-1990-ash-01"]);
    expect(values(await readOne("tenure:mx-1990-ash-01"), "ended")).toEqual(["1992-07-01"]);
    expect(under("mx-1993-asto-01")).toEqual([
      "tenure:mx-1993-asto-01-charge-daffaires-ad-interim",
      "tenure:mx-1993-asto-01-ambassador-e-p",
    ]);
  });

  test.each([
    ["mx-aver-01", "DECLINED", "Jo Avery, named chief of mission to Mexico"],
    ["mx-2014-aver-01", "REJECTED", "Jo Avery, named chief of mission to Mexico"],
    ["mx-2015-aver-01", "DID_NOT_SERVE", "Jo Avery, named chief of mission to Mexico, 2015"],
    ["coun-1996-aver", "ACTING", "Jo Avery, acting Counselor"],
  ])("of a nominee, %s, is %s by the note", async (id, status, name) => {
    const tenure = await readOne(`tenure:${id}`);
    expect([whatIs(tenure)["name"], only(tenure, "status")]).toMatchObject([
      name,
      { value: status, basis: "INFERRED", note: "read out of the record's note" },
    ]);
  });

  test("keeps no sentence of its notes", async () => {
    const facts = await read();
    const text = JSON.stringify(facts.all().map(({ fields, records }) => [[...fields], records]));
    expect(text).toContain("Commissioned in a recess of the Senate");
    expect(text).not.toMatch(/recommissioned|oath of office|clerk/);
  });

  test("that would start after its end keeps that start as known to be wrong", async () => {
    expect(only(await readOne("tenure:coun-1866-ames"), "entered")).toMatchObject({
      value: "1846-07-27",
      rank: "DEPRECATED",
    });
  });

  test("of one who acted as Secretary is one in the Secretary's office", async () => {
    const tenure = await readOne("tenure:inte-2005-ash");
    expect([whatIs(tenure)["post"], values(tenure, "status")]).toEqual(["post:us-secretary-of-state", ["ACTING"]]);
  });

  test("held along with another names it once, and where its holder resided", async () => {
    const [one, other] = [await readOne("tenure:ga-1991-ash-01"), await readOne("tenure:mx-1990-ash-01")];
    expect(values(one, "concurrentWith")).toEqual(["tenure:mx-1990-ash-01"]);
    expect(values(other, "concurrentWith")).toEqual([]);
    expect([values(one, "residentAt"), values(other, "residentAt")]).toEqual([["country:mx"], ["country:mx"]]);
  });
});

test("a post is that of the state of its time, and names are ours", async () => {
  const post = await readOne("post:us-ambassador-to-south-vietnam");
  expect(values(post, "accreditedTo")).toEqual(["country:south-vietnam"]);
  expect(only(post, "name")).toMatchObject({
    value: "Chief of mission of the United States to South Vietnam",
    basis: "AUTHORED",
    source: "source:entente-editors",
  });
  const mission = await readOne("post:us-representative-to-nato");
  expect(values(mission, "accreditedToOrganization")).toEqual(["organization:nato"]);
});

test("each part of the source covers its own time, and one late start doesn't stretch it", async () => {
  const coverage = async (part: string) => values(await readOne(`source:pocom-${part}`), "coverage")[0];
  expect(await coverage("principals")).toMatchObject([
    { part: "principal officers below the Secretary of State", from: "1846-07-27", until: "1996-06-01" },
  ]);
  expect(await coverage("country-chiefs")).toMatchObject([{ from: "1825-06-01", until: "1990-08-01" }]);
  expect(await coverage("secretaries-of-state")).toMatchObject([{ until: "2010-01-01" }]);
});

describe("a date with its note", () => {
  test.each([
    ["1844-06-12", "", "1844-06-12"],
    ["1844-06-12", "About", "1844-06-12~"],
    ["1910", "Probably presented recall on or before", "1910%"],
    ["1868-10-28", "Between September 29, 1868, and", "1868-09-29/1868-10-28"],
    ["1869-09-08", "Presented credentials on September 7 or", "[1869-09-07,1869-09-08]"],
    ["", "Dec 1986", "1986-12"],
    ["", "January-March 1802", "1802-01/1802-03"],
  ])("%s %s is %s", (date, note, edtf) => {
    expect(readNotedDate({ date, note })?.edtf).toBe(edtf);
  });

  test("words alone give none, and what is no date is refused", () => {
    expect(readNotedDate({ date: "", note: "No record has been found" })).toBeUndefined();
    expect(() => readNotedDate({ date: "June 1844", note: "" })).toThrow(
      'expected 1825, 1825-06 or 1825-06-01; got "June 1844".',
    );
    expect(() => readNotedDate({ date: "1844-02-31", note: "" })).toThrow(/is not a date/);
  });
});

test.each([
  ["Left Bridgetown", "Left post"],
  ["Recess appointment expired. Left post on", "Recess appointment expired"],
  ["Died near the capital on", "Died in office"],
  ["Normal relations interrupted on", "Relations interrupted"],
  ["His last letter was dated", undefined],
])("an end with the note %s is %s", (note, reason) => {
  expect(endReasonOf(note)).toBe(reason);
});

test("of what was decided, the last counts", () => {
  expect(outcomeOf("Nomination not acted upon by the Senate; withdrawn later.")).toBe("REJECTED");
  expect(outcomeOf("Nomination not acted upon; later declined a recess appointment.")).toBe("NOT_ACTED_ON");
  expect(outcomeOf("")).toBeUndefined();
});

describe("what is refused", () => {
  const refusal = async (change: (folder: string) => void): Promise<string> => {
    const folder = temporaryFolder();
    try {
      cpSync(fixture, folder, { recursive: true });
      change(folder);
      return await read(folder).then(
        () => "nothing",
        (error: BundleError) => error.message,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const replace = (file: string, from: string, to: string) => (folder: string) => {
    const name = path.join(folder, file);
    writeFileSync(name, readFileSync(name, "utf8").replace(from, to));
  };
  test.each([
    [
      "a folder of another set",
      (folder: string) => rmSync(path.join(folder, "people"), { recursive: true }),
      /has no people: expected the folder of/,
    ],
    [
      "an impossible date",
      replace("missions-countries/gambia.xml", "1990-08-01", "1990-08-41"),
      /gambia\.xml:5 appointed of ga-1991-ash-01: .* is not a date/,
    ],
    [
      "a country that nobody knows",
      (folder: string) => {
        for (const tag of ["territory-id>", "contemporary-territory-id>"])
          replace("missions-countries/gambia.xml", `<${tag}gambia`, `<${tag}atlantis`)(folder);
      },
      /gambia\.xml:5 "atlantis" is not a known country/,
    ],
    [
      "a mission to an unknown body",
      replace("missions-orgs/representative-to-nato.xml", "<id>representative-to-nato", "<id>representative-to-mars"),
      /"representative-to-mars" is not a mission to a known body/,
    ],
    [
      "an unknown title",
      replace("missions-countries/gambia.xml", "ambassador-e-p", "viceroy"),
      /gambia\.xml:5 "viceroy" is not a title/,
    ],
    [
      "two people under one id",
      replace("people-pending/avery-jo.xml", "<id>avery-jo", "<id>ash-ruth"),
      /the id ash-ruth is already that of/,
    ],
    [
      "an unknown career",
      replace("people/a/ash-ruth.xml", ">career<", ">courtier<"),
      /career-type "courtier": expected one of/,
    ],
    ["a birth that is no year", replace("people/a/ash-ruth.xml", "1960", "once"), /"once" is not a date/],
    ["another kind of file", replace("people/a/ash-ruth.xml", "<person>", "<person><person>"), /is not XML/],
  ] as [string, (folder: string) => void, RegExp][])("%s", async (_, change, message) => {
    expect(await refusal(change)).toMatch(message);
  });
});
