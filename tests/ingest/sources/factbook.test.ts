/** Office holders by the Factbook: lines read as people in offices, and spans of editions that never cross the years without one. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import { Facts, type Fact } from "../../../src/ingest/facts.ts";
import { BundleError, Problems } from "../../../src/ingest/problems.ts";
import { factbook } from "../../../src/ingest/sources/factbook/factbook.ts";
import { datesIn } from "../../../src/ingest/sources/factbook/factbookDates.ts";
import { intervalsOf } from "../../../src/ingest/sources/factbook/editions.ts";
import { readHolders, type FactbookRole } from "../../../src/ingest/sources/factbook/text.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const fileName = "officeholders_history.csv";
const fixture = `tests/fixtures/factbook/${fileName}`;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  copyFileSync(fixture, path.join(folder, fileName));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Title, name, family name, since; `acting` and `for` of a representative where it is so. */
function read(text: string, role: FactbookRole = "chief_of_state"): string[] {
  return readHolders(text, role).holders.map((each) =>
    [
      each.title ?? "-",
      each.name,
      each.familyName ?? "-",
      (each.since?.edtf ?? "-") + (each.until ? `/${each.until.edtf}` : ""),
      ...(each.acting ? ["acting"] : []),
      ...(each.represents ? ["for"] : []),
    ].join(" | "),
  );
}

describe("a line of the Factbook", () => {
  test.each<[string, FactbookRole, string[]]>([
    // Chiefs of mission
    [
      "Ambassador Mary Catherine PHEE (since 17 July 2015)",
      "us_chief_of_mission",
      ["Ambassador | Mary Catherine Phee | Phee | 2015-07-17"],
    ],
    [
      "Ambassador Helen Meagher LA LIME (15 May 2014)",
      "us_chief_of_mission",
      ["Ambassador | Helen Meagher La Lime | La Lime | 2014-05-15"],
    ],
    [
      "Ambassador Yasser REDA(since 17 September 2015)",
      "chief_of_mission_in_us",
      ["Ambassador | Yasser Reda | Reda | 2015-09-17"],
    ],
    [
      "Ambassador CUI Tiankai (since 3 April 2013)",
      "chief_of_mission_in_us",
      ["Ambassador | Cui Tiankai | Cui | 2013-04-03"],
    ],
    [
      "Ambassador Clifford A. HART Jr. (since 30 July 2013)",
      "us_chief_of_mission",
      ["Ambassador | Clifford A. Hart Jr. | Hart | 2013-07-30"],
    ],
    [
      "Ambassador David O'SULLIVAN (since 18 November 2014)",
      "chief_of_mission_in_us",
      ["Ambassador | David O'Sullivan | O'Sullivan | 2014-11-18"],
    ],
    [
      "Ambassador Yusif bin Mani bin Said al-UTAYBA (since 28 July 2008)",
      "chief_of_mission_in_us",
      ["Ambassador | Yusif bin Mani bin Said al-Utayba | al-Utayba | 2008-07-28"],
    ],
    [
      'Ambassador Josip "Josko" PARO (since 20 April 2012)',
      "chief_of_mission_in_us",
      ["Ambassador | Josip Paro | Paro | 2012-04-20"],
    ],
    [
      "Ambassador Dr. Mario FRICK (since 1 May 2015)",
      "chief_of_mission_in_us",
      ["Ambassador | Mario Frick | Frick | 2015-05-01"],
    ],
    [
      "Ambassador Sir Ronald SANDERS (since 17 September 2015)",
      "chief_of_mission_in_us",
      ["Ambassador | Ronald Sanders | Sanders | 2015-09-17"],
    ],
    [
      "Ambassador Princess RIMA bint Bandar Al Saud (since 8 July 2019)",
      "chief_of_mission_in_us",
      ["Ambassador | Rima bint Bandar Al Saud | Rima | 2019-07-08"],
    ],
    [
      "Apostolic Nuncio Carlo Maria VIGANO (since 16 November 2011)",
      "chief_of_mission_in_us",
      ["Apostolic Nuncio | Carlo Maria Vigano | Vigano | 2011-11-16"],
    ],
    [
      "Consul General James R. Moore (since June 2013); note - also accredited to Aruba",
      "us_chief_of_mission",
      ["Consul General | James R. Moore | - | 2013-06"],
    ],
    [
      "Ambassador (vacant); Charge d'Affaires Wafa BUGHAIGHIS (since 3 December 2014)",
      "chief_of_mission_in_us",
      ["Chargé d'Affaires | Wafa Bughaighis | Bughaighis | 2014-12-03 | acting"],
    ],
    [
      "Ambassador (Vacant); Charge D' Affaires Mark LIBBY (since 20 January 2021)",
      "us_chief_of_mission",
      ["Chargé d'Affaires | Mark Libby | Libby | 2021-01-20 | acting"],
    ],
    [
      "Ambassador (vacant); Chargé d’Affaires: Ian McCARY (since August 2021)",
      "us_chief_of_mission",
      ["Chargé d'Affaires | Ian McCary | McCary | 2021-08 | acting"],
    ],
    [
      "Ambassador (vacant); Maurizio GREGANTI, Minister (since 15 June 2021)",
      "chief_of_mission_in_us",
      ["Minister | Maurizio Greganti | Greganti | 2021-06-15 | acting"],
    ],
    [
      "Ambassador-designate Jovita NELIUPŠIENĖ (since 1 January 2024)",
      "chief_of_mission_in_us",
      ["Ambassador-designate | Jovita Neliupšienė | Neliupšienė | 2024-01-01 | acting"],
    ],
    ["Ambassador Carla SANDS (since NA)", "us_chief_of_mission", ["Ambassador | Carla Sands | Sands | -"]],
    // Presidents, ministers and their deputies
    [
      "President Andres Manuel LOPEZ OBRADOR (since 1 December 2018); note - the president is both",
      "chief_of_state",
      ["President | Andres Manuel Lopez Obrador | Lopez Obrador | 2018-12-01"],
    ],
    [
      "President Barack H. OBAMA (since 20 January 2009); Vice President Joseph R. BIDEN (since 20 January 2009)",
      "head_of_government",
      ["President | Barack H. Obama | Obama | 2009-01-20", "Vice President | Joseph R. Biden | Biden | 2009-01-20"],
    ],
    [
      "President Thomas YAYI Boni (since 6 April 2006)",
      "chief_of_state",
      ["President | Thomas Yayi Boni | Yayi | 2006-04-06"],
    ],
    [
      "President Maj. Gen. (ret.) Muhammadu BUHARI (since 29 May 2015)",
      "chief_of_state",
      ["President | Muhammadu Buhari | Buhari | 2015-05-29"],
    ],
    [
      "President of the Swiss Confederation Alain BERSET (since 1 January 2018; note - the council (chief of state)",
      "chief_of_state",
      ["President of the Swiss Confederation | Alain Berset | Berset | 2018-01-01"],
    ],
    [
      "Premier LI Keqiang (since 16 March 2013); Executive Vice Premiers ZHANG Gaoli, LIU Yandong (both since 16 March 2013)",
      "head_of_government",
      [
        "Premier | Li Keqiang | Li | 2013-03-16",
        "Executive Vice Premier | Zhang Gaoli | Zhang | 2013-03-16",
        "Executive Vice Premier | Liu Yandong | Liu | 2013-03-16",
      ],
    ],
    ["NONG Duc Manh (since 22 April 2001)", "chief_of_state", ["- | Nong Duc Manh | Nong | 2001-04-22"]],
    [
      "State Affairs Commission President KIM Jong Un (since 17 December 2011)",
      "chief_of_state",
      ["State Affairs Commission President | Kim Jong Un | Kim | 2011-12-17"],
    ],
    [
      "Deputy Prime Ministers Jan JAMBON (since 11 October 2014), Kris PEETERS, and Didier REYNDERS (since 30 December 2008)",
      "head_of_government",
      [
        "Deputy Prime Minister | Jan Jambon | Jambon | 2014-10-11",
        "Deputy Prime Minister | Kris Peeters | Peeters | 2008-12-30",
        "Deputy Prime Minister | Didier Reynders | Reynders | 2008-12-30",
      ],
    ],
    [
      "Chairman of the Presidency Bakir IZETBEGOVIC (chairman since 17 March 2016, presidency member since 10 November 2010 - Bosniak); Dragan COVIC (presidency member since 17 November 2014 - Croat)",
      "chief_of_state",
      [
        "Chairman of the Presidency | Bakir Izetbegovic | Izetbegovic | 2016-03-17",
        "Member of the Presidency | Dragan Covic | Covic | 2014-11-17",
      ],
    ],
    [
      "co-chiefs of state Captains Regent Alessandro SCARANO and Adele TONNINI (for the period 1 April 2023 - 1 October 2023)",
      "chief_of_state",
      [
        "Captain Regent | Alessandro Scarano | Scarano | 2023-04-01/2023-10-01",
        "Captain Regent | Adele Tonnini | Tonnini | 2023-04-01/2023-10-01",
      ],
    ],
    [
      "Taoiseach (Prime Minister) Enda KENNY (since 9 March 2011); KENNY was away on 1 May 2015",
      "head_of_government",
      ["Taoiseach | Enda Kenny | Kenny | 2011-03-09"],
    ],
    [
      "Interim President Mahamat Idriss DEBY; note - President X. PROBE left on 1 May 2020; after that, Ben MUSTER was named",
      "chief_of_state",
      ["Interim President | Mahamat Idriss Deby | Deby | - | acting"],
    ],
    [
      "Vice Chairperson, Presidential Council Sultan al-ARADA (since 19 April 2022)",
      "chief_of_state",
      ["Vice Chairperson, Presidential Council | Sultan al-Arada | al-Arada | 2022-04-19"],
    ],
    [
      "President Yoweri Kaguta MUSEVENI (since seizing power on 26 January 1986; re-elected on 14 January 2021)",
      "chief_of_state",
      ["President | Yoweri Kaguta Museveni | Museveni | 1986-01-26"],
    ],
    // Monarchs
    [
      "King FELIPE VI (since 19 June 2014); Heir Apparent Princess LEONOR (daughter of the monarch, born 31 October 2005)",
      "chief_of_state",
      ["King | Felipe VI | - | 2014-06-19"],
    ],
    [
      "King WILLEM-ALEXANDER of the Netherlands (since 30 April 2013); represented by Governor Lucille A. GEORGE-WOUT (since 4 November 2013)",
      "chief_of_state",
      [
        "King | Willem-Alexander | - | 2013-04-30",
        "Governor | Lucille A. George-Wout | George-Wout | 2013-11-04 | for",
      ],
    ],
    [
      "Queen ELIZABETH II (since 6 February 1952), represented by Governor General Sir Colville YOUNG, Sr. (since 17 November 1993)",
      "chief_of_state",
      ["Queen | Elizabeth II | - | 1952-02-06", "Governor General | Colville Young Sr. | Young | 1993-11-17 | for"],
    ],
    [
      "Amir TAMIM bin Hamad Al Thani (since 25 June 2013)",
      "chief_of_state",
      ["Amir | Tamim bin Hamad Al Thani | - | 2013-06-25"],
    ],
    [
      "President MUHAMMAD bin Zayid Al-Nuhayyan (since 14 May 2022)",
      "chief_of_state",
      ["President | Muhammad bin Zayid Al-Nuhayyan | Muhammad | 2022-05-14"],
    ],
    [
      "President Mohammed bin Zayid Al NUHAYYAN (since 14 May 2022)",
      "chief_of_state",
      ["President | Mohammed bin Zayid Al Nuhayyan | Nuhayyan | 2022-05-14"],
    ],
    [
      "Prime Minister Crown Prince SALMAN bin Hamad Al-Khalifa (since 11 November 2020)",
      "head_of_government",
      ["Prime Minister | Salman bin Hamad Al-Khalifa | Salman | 2020-11-11"],
    ],
  ])("%s", (text, role, expected) => {
    expect(read(text, role)).toEqual(expected);
  });

  test.each([
    ["Ambassador (vacant)", "vacant"],
    ["vacant", "vacant"],
    ["none; note - it has no official representation", "no such mission"],
    ["the embassy closed in March 2022", "no mission there"],
    ["President-elect Mo PROBE (since 30 September 2023)", "not yet|later"],
    ["on 1 May 2020, President PROBE thanked Ben MUSTER", "remark"],
  ])("names nobody: %s", (text, why) => {
    const { holders, empty } = readHolders(text, "us_chief_of_mission");
    expect(holders).toEqual([]);
    expect(empty).toMatch(new RegExp(why));
  });

  test("gives the name as it stands, beside the name in normal case", () => {
    const [holder] = readHolders("Prime Minister Mark RUTTE (since 14 October 2010)", "head_of_government").holders;
    expect(holder).toMatchObject({ given: "Mark RUTTE", since: { edtf: "2010-10-14", given: "14 October 2010" } });
  });

  test("has dates in many forms, and no day that no calendar has", () => {
    const dates = (text: string): string[] => datesIn(text).map((each) => each.edtf);
    expect(dates("since2 July2015, 9 Sept 2021, March 2018, since 2012")).toEqual([
      "2015-07-02",
      "2021-09-09",
      "2018-03",
      "2012",
    ]);
    expect(dates("31 April 2019")).toEqual(["2019-04"]);
  });
});

describe("the spans of editions", () => {
  const gap = { lastBefore: "2017-03-29", firstAfter: "2020-11-24" };

  test.each([
    ["before the years without one", "2015-10-26", "2016-11-06", ["2015-10-26/2016-11-06"]],
    ["in a copy left standing", "2015-10-26", "2020-11-23", ["2015-10-26/2017-03-29"]],
    ["on both sides", "2016-11-06", "2022-01-13", ["2016-11-06/2017-03-29", "2020-11-24/2022-01-13"]],
    ["after them", "2020-11-24", "2021-01-01", ["2020-11-24/2021-01-01"]],
    ["in one edition", "2021-01-01", "2021-01-01", ["2021-01-01"]],
    ["in the copy alone", "2020-11-23", "2020-11-23", []],
  ])("%s", (_where, first, last, expected) => {
    expect(intervalsOf(first, last, gap).map((each) => each.edtf)).toEqual(expected);
  });

  test("say how they were read where they were cut", () => {
    expect(intervalsOf("2015-10-26", "2020-11-23", gap)[0]!.note).toMatch(/copy left standing/);
    expect(intervalsOf("2021-01-01", "2022-01-01", gap)[0]!.note).toBeUndefined();
  });
});

async function load(): Promise<{ facts: Facts; problems: Problems; of: (id: string) => Fact }> {
  const problems = new Problems();
  const facts = new Facts(problems);
  await factbook.read(folder, facts);
  const of = (id: string): Fact => {
    const found = facts.all().find((fact) => fact.id === id);
    if (!found)
      throw new Error(
        `${id} is not among ${facts
          .all()
          .map((fact) => fact.id)
          .join(", ")}`,
      );
    return found;
  };
  return { facts, problems, of };
}

function values(fact: Fact, field: string): unknown[] {
  return (fact.fields.get(field)?.assertions ?? []).map((each) => each.value);
}

describe("the data set", () => {
  test("fits the model, and accounts for each row", async () => {
    const { facts, problems } = await load();
    const checked = checkFacts("factbook", facts.all(), problems, "2026-11-24");
    expect(() => problems.settle()).not.toThrow();
    expect(checked.entities.length).toBeGreaterThan(20);
    expect(facts.records).toBe(13);
    expect(facts.rejected.map(({ record, reason }) => [record, reason])).toEqual([
      ["europe/ee.json us_chief_of_mission 2020-11-24", "no country: the European Union, an organization"],
    ]);
  });

  test("takes the code for GEC's, and lets an ambassador of the United States serve the United States", async () => {
    const { of } = await load();
    const tenure = of("tenure:us-ambassador-to-ch-ada-q-example-2015");
    expect(tenure.records[0]!.fields).toEqual({
      name: "Ada Q. Example, Chief of mission of the United States to Switzerland",
      official: "official:us-ada-q-example",
      post: "post:us-ambassador-to-ch",
    });
    expect(of("official:us-ada-q-example").records[0]!.fields).toEqual({
      name: "Ada Q. Example",
      familyName: "Example",
      country: "country:us",
      offices: ["Chief of mission to country:ch"],
    });
    // The edition of the end is a copy: our reading, and not the record's.
    const [active] = of("official:us-ada-q-example").fields.get("active")!.assertions;
    expect(active).toMatchObject({
      value: "2015-10-26/2017-03-29",
      basis: "INFERRED",
      note: expect.stringContaining("edition"),
    });
    expect(values(tenure, "attested")).toEqual(["2015-10-26/2017-03-29"]);
    expect(tenure.fields.get("presentedCredentials")!.assertions[0]).toMatchObject({
      value: "2015-06-02",
      given: "2 June 2015",
      basis: "INFERRED",
      confidence: 0.6,
      locators: ["europe/sz.json us_chief_of_mission 2015-10-26"],
    });
  });

  test("crosses the years without an edition for nobody", async () => {
    const { facts, of } = await load();
    expect(values(of("tenure:ch-ambassador-to-us-beat-muster-2014"), "attested")).toEqual([
      "2015-10-26/2017-03-29",
      "2020-11-24/2022-01-13",
    ]);
    for (const fact of facts.all())
      for (const span of values(fact, "attested") as string[]) {
        const [first = "", last = first] = span.split("/");
        expect(first < "2017-04" ? last < "2017-04" : first > "2020-11-23").toBe(true);
      }
    expect(of("source:factbook").fields.get("coverage")!.assertions[0]!.value).toMatchObject([
      { part: "office holders", from: "2015-10-26", until: "2017-03-29" },
      { part: "office holders", from: "2020-11-24", until: "2024-09-26" },
    ]);
  });

  test("joins rows on one person in one office, though the spelling differs in accents and the date in form", async () => {
    const { of } = await load();
    const tenure = of("tenure:mx-president-ana-maria-lopez-prueba-2018");
    expect(values(tenure, "attested")).toEqual(["2020-11-24/2023-02-02", "2023-02-09/2024-09-26"]);
    expect(values(tenure, "entered")).toEqual(["2018-12-01", "2018-12"]);
    expect(of("official:mx-ana-maria-lopez-prueba").records.map(({ fields }) => fields.name)).toEqual([
      "Ana Maria Lopez Prueba",
      "Ana María Lopez Prueba",
    ]);
  });

  test("joins a row without a date to the tenure that is known", async () => {
    const { of } = await load();
    expect(values(of("tenure:bj-head-of-government-kofi-patron-2016"), "attested")).toEqual([
      "2024-06-21/2024-06-27",
      "2020-11-24/2024-05-30",
    ]);
    expect(of("tenure:bj-prime-minister-lena-modele-2017").records[0]!.fields.post).toBe("post:bj-prime-minister");
  });

  test("shows a chargé d'affaires as acting, entered and not accredited", async () => {
    const { of } = await load();
    const tenure = of("tenure:us-ambassador-to-mx-evan-standin-2021-acting");
    expect(values(tenure, "status")).toEqual(["ACTING"]);
    expect(values(tenure, "entered")).toEqual(["2021-01"]);
    expect(tenure.fields.has("presentedCredentials")).toBe(false);
  });

  test("knows one sovereign of many states, and a territory's chief as the sovereign's", async () => {
    const { of } = await load();
    const queen = of("tenure:ca-chief-of-state-elizabeth-ii-1952").records[0]!.fields;
    expect(queen.official).toBe("official:gb-elizabeth-ii");
    expect(of("tenure:ca-representative-of-chief-of-state-flora-model-2017").records[0]!.fields.official).toBe(
      "official:ca-flora-model",
    );
    expect(of("tenure:gu-chief-of-state-gus-h-sample-2017").records[0]!.fields.official).toBe(
      "official:us-gus-h-sample",
    );
    expect(of("tenure:us-vice-president-ida-j-specimen-2017").records[0]!.fields.post).toBe("post:us-vice-president");
  });

  test("gives both regents the term of both", async () => {
    const { of } = await load();
    for (const name of ["irma-esempio", "jacopo-modello"]) {
      const tenure = of(`tenure:sm-chief-of-state-${name}-2020`);
      expect([values(tenure, "entered"), values(tenure, "ended")]).toEqual([["2020-10-01"], ["2021-04-01"]]);
    }
  });
});

describe("what is broken", () => {
  const rows = readFileSync(fixture, "utf8");

  async function problemsOf(text: string): Promise<string> {
    writeFileSync(path.join(folder, fileName), text);
    const { problems } = await load();
    try {
      problems.settle();
      return "";
    } catch (error) {
      return (error as BundleError).message.replaceAll(folder, "FOLDER");
    }
  }

  test.each([
    [
      "a column of another name",
      rows.replace("gec_path,", "path,"),
      /officeholders_history.csv:1 has the columns "path, .*": expected gec_path, role/,
    ],
    ["a row that is too short", `${rows}europe/sz.json,chief_of_state\n`, /:15 has 2 columns: expected 7\./],
    [
      "a role of another word",
      rows.replace(",head_of_government,", ",head,"),
      /:6 has "head" in the column "role": expected one of chief_of_state/,
    ],
    [
      "a path that is none",
      rows.replace("europe/sz.json", "europe/switzerland.json"),
      /:2 has "europe\/switzerland.json".*GEC code/,
    ],
    ["a code that is none", rows.replace("europe/sz.json", "europe/zz.json"), /:2 has "zz".*seed\/countries/],
    ["a time that is none", rows.replace("2015-10-26T", "2015-02-30T"), /:2 has "2015-02-30T.*first_seen.*YYYY-MM-DD/],
    [
      "a last edition before the first",
      rows.replace("2017-03-29T", "2016-01-01T"),
      /:4 has "2016-01-01T.*not before first_seen, 2016-11-06/,
    ],
    ["nothing at all", "", /:1 is empty: expected the columns gec_path/],
    [
      "a quotation mark in the wrong place",
      `${rows}europe/sz.json,chief_of_state,a "b,2021-01-01,a,2021-01-01,b\n`,
      /is not CSV/,
    ],
  ])("%s is told with its place and what was expected", async (_what, text, message) => {
    expect(await problemsOf(text)).toMatch(message);
  });

  test("a folder without the table is refused", async () => {
    rmSync(path.join(folder, fileName));
    await expect(load()).rejects.toThrow(
      /is not the data set factbook: expected a folder with officeholders_history.csv/,
    );
  });
});

/** The fixture with one more row. */
async function loadWith(...rows: string[]): Promise<Awaited<ReturnType<typeof load>>> {
  writeFileSync(path.join(folder, fileName), [readFileSync(fixture, "utf8").trimEnd(), ...rows, ""].join("\n"));
  return load();
}

describe("what editions say one after the other", () => {
  test("an office without a holder is a fact, from the day that is given", async () => {
    const { of } = await loadWith(
      `europe/sz.json,chief_of_mission_in_us,Ambassador (vacant since 20 January 2022); Charge d'Affaires Vera STANDIN,2022-02-03,a,2022-05-05,b`,
    );
    expect(values(of("post:mx-ambassador-to-us"), "vacant")).toEqual(["2021-02-02/2021-02-15"]);
    expect(values(of("post:ch-ambassador-to-us"), "vacant")).toEqual(["2022-01-20/2022-05-05"]);
    expect(values(of("tenure:ch-ambassador-to-us-vera-standin-2022-acting"), "status")).toEqual(["ACTING"]);
  });

  test("a day that the next edition corrects is no tenure of its own, and is contested", async () => {
    const { facts, of } = await loadWith(
      "europe/lh.json,us_chief_of_mission,Ambassador Rob S. TESTER (since 4 February 2010),2020-11-24,a,2021-03-01,b",
      "europe/lh.json,us_chief_of_mission,Ambassador Rob S. TESTER (since 4 February 2020),2021-05-23,a,2023-10-12,b",
    );
    expect(
      facts
        .all()
        .filter(({ id }) => id.includes("rob-s-tester-20"))
        .map(({ id }) => id),
    ).toEqual(["tenure:us-ambassador-to-lt-rob-s-tester-2020"]);
    const tenure = of("tenure:us-ambassador-to-lt-rob-s-tester-2020");
    expect(values(tenure, "formerIds")).toEqual(["tenure:us-ambassador-to-lt-rob-s-tester-2010"]);
    const days = tenure.fields.get("presentedCredentials")!.assertions;
    expect(days.map(({ value, confidence }) => [value, confidence])).toEqual([
      ["2010-02-04", 0.5],
      ["2020-02-04", 0.6],
    ]);
  });

  test("a day on which files only moved is no edition", async () => {
    const holder = "President Vera PRUEBA (since 1 June 2021)";
    const { facts, of } = await loadWith(
      `middle-east/am.json,chief_of_state,${holder},2023-01-05,a,2025-01-02,b`,
      `europe/sz.json,chief_of_state,President Ana PRUEBA (since 1 June 2021),2023-01-05,a,2026-05-17,b`,
      `central-asia/am.json,chief_of_state,${holder},2026-05-17,a,2026-05-17,b`,
    );
    expect(values(of("tenure:ch-chief-of-state-ana-prueba-2021"), "attested")).toEqual(["2023-01-05/2025-01-02"]);
    expect(values(of("tenure:am-chief-of-state-vera-prueba-2021"), "attested")).toEqual(["2023-01-05/2025-01-02"]);
    expect(facts.merged.map(({ record, reason }) => [record, reason])).toEqual([
      ["central-asia/am.json chief_of_state 2026-05-17", "repeats the last edition in a file that was moved"],
    ]);
  });

  test("who comes back after others is another tenure", async () => {
    const { facts } = await loadWith(
      "europe/lh.json,head_of_government,Prime Minister Rob TESTER (since 1 May 2018),2020-11-24,a,2021-03-01,b",
      "europe/lh.json,head_of_government,Prime Minister Eva OTHER (since 2 March 2021),2021-03-07,a,2022-01-01,b",
      "europe/lh.json,head_of_government,Prime Minister Rob TESTER (since 2 January 2022),2022-01-06,a,2023-10-12,b",
    );
    expect(
      facts
        .all()
        .filter(({ id }) => id.includes("tenure:lt-head"))
        .map(({ id }) => id),
    ).toEqual([
      "tenure:lt-head-of-government-rob-tester-2018",
      "tenure:lt-head-of-government-eva-other-2021",
      "tenure:lt-head-of-government-rob-tester-2022",
    ]);
  });

  test("a reign that is older than the state is one over the state since its founding", async () => {
    const { of } = await loadWith(
      "africa/bb.json,chief_of_state,Queen ELIZABETH II (since 6 February 1952),2015-10-26,a,2016-11-06,b",
    );
    const begun = of("tenure:bb-chief-of-state-elizabeth-ii-1952").fields.get("entered")!.assertions;
    expect(begun.map(({ value, rank, basis }) => [value, rank, basis])).toEqual([
      ["1952-02-06", "DEPRECATED", "STATED"],
      ["1966-11-30", undefined, "INFERRED"],
    ]);
  });

  test("the family name is the first where people are called by the other", async () => {
    const { of } = await loadWith(
      "east-n-southeast-asia/vm.json,head_of_government,Prime Minister PHAM Minh CHINH (since 5 April 2021),2021-05-23,a,2021-07-24,b",
      "east-n-southeast-asia/vm.json,chief_of_state,President Nguyen Xuan PHUC (since 5 April 2021),2021-05-23,a,2021-07-24,b",
    );
    const names = ["official:vn-pham-minh-chinh", "official:vn-nguyen-xuan-phuc"].map(
      (id) => of(id).records[0]!.fields.familyName,
    );
    expect(names).toEqual(["Pham", "Nguyen"]);
  });
});
