/** Identity: comparison of spellings, names and people, and decisions from statements, in any order. */
import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { Clusters } from "../../src/ingest/identity/clusters.ts";
import { matchesOf, seriesOf } from "../../src/ingest/identity/matches.ts";
import { compareNames, wordsOf } from "../../src/ingest/identity/compareNames.ts";
import { likenessOf, mustDiffer, personOf, type OfficialProfile } from "../../src/ingest/identity/officialLikeness.ts";
import { certain, doubtful, nameScores } from "../../src/ingest/identity/scores.ts";
import { alike, soundOf } from "../../src/ingest/identity/spelling.ts";
import type { Contribution } from "../../src/ingest/contributions.ts";
import type { Profile } from "../../src/ingest/identity/profile.ts";
import { editedId, resolutionOf, type Resolution } from "../../src/ingest/identity/resolution.ts";

describe("a word of a name", () => {
  it.each([
    ["felipe", "feilipe"],
    ["khalid", "khaled"],
    ["mohammed", "muhamad"],
    ["aleksander", "alexander"],
    ["vinicio", "vicinio"],
    ["said", "siad"],
    ["enrique", "enrico"],
    ["sisi", "elsisi"],
    ["isa", "issa"],
    ["vahobov", "vakhabov"],
  ])("%s is spelled %s too", (a, b) => {
    expect(alike(a, b)).toBe(true);
    expect(alike(b, a)).toBe(true);
  });

  it.each([
    ["keqiang", "qiang"],
    ["hussein", "hassan"],
    ["portillo", "mateos"],
    ["li", "le"],
    ["alicia", "martha"],
  ])("%s is another than %s", (a, b) => expect(alike(a, b)).toBe(false));

  it("sounds alike in its spellings", () => {
    expect(soundOf("khan")).toBe(soundOf("can"));
    expect(soundOf("aoui")).toBe("a");
  });
});

describe("the words of a name", () => {
  it.each([
    ["Gustavo Gustavo Diaz Ordaz", ["gustavo", "diaz", "ordaz"]],
    ["Joseph R. Biden Jr.", ["joseph", "r", "biden"]],
    ["Salman bin Abd al-Aziz Al Saud", ["salman", "abdulaziz", "saud"]],
    ["Sheikh Hasina", ["hasina"]],
    ["Bin Chhin", ["bin", "chhin"]],
    ["Enrique Peña Nieto", ["enrique", "pena", "nieto"]],
  ])("of %s count %j", (name, words) => expect(wordsOf(name)).toEqual(words));
});

describe("two names", () => {
  it.each([
    ["Enrique Peña Nieto", "Enrique Pena Nieto", nameScores.same],
    ["Kishida Fumio", "Fumio Kishida", nameScores.anotherOrder],
    ["Hassan al Bolkiah", "Hassanal Bolkiah", nameScores.dividedOtherwise],
    ["George H.W. Bush", "George Herbert Walker Bush", nameScores.givenAndFamily],
    ["Jim Carter", "James Carter", nameScores.shortForm],
    ["Juan Manuel Santos", "Juan Manuel Santos Calderon", nameScores.held],
    ["Nawaz Sharif", "Mohammad Nawaz Sharif", nameScores.held],
    ["Felipe Calderon", "Feilipe Calderon", nameScores.spelled],
    ["S. Jaishankar", "Subrahmanyam Jaishankar", nameScores.abbreviated],
    ["Amata Kabua", "Imata Kabua", nameScores.beginsOtherwise],
    ["Idriss Deby", "Mahamat Idriss Deby", nameScores.heldWithoutFirst],
    ["Jabir al-Ahmed al-Sabah", "Jabir al-Mubarak al-Sabah", nameScores.othersBetween],
    ["Manmohan Singh", "Singh", nameScores.part],
    ["George Papandreou", "Panandreou", nameScores.partSpelled],
  ])("%s and %s", (a, b, score) => {
    expect(compareNames(a, b).score).toBe(score);
    expect(compareNames(b, a)).toEqual(compareNames(a, b));
  });

  it.each([
    ["George V", "George VI", "numerals that differ"],
    ["Alicia Bárcena", "Martha Barcena Coqui", "another given name"],
    ["Tamim bin Hamad Al Thani", "Hamad Al Thani", "a son and his father"],
    ["Mohammed bin Salman", "Salman", "a father's name alone"],
    ["Sherif Ismail", "Sharaf", "a given name alone, spelled otherwise"],
    ["", "Singh", "no name"],
  ])("%s and %s are two: %s", (a, b) => expect(compareNames(a, b).score).toBe(0));

  it("of a son and his father, in turns, are not one in another order", () =>
    expect(compareNames("Ahmad al-Nawaf al-Sabah", "Nawaf al-Ahmad al-Sabah").score).toBeLessThan(certain));
});

describe("two people", () => {
  const president = { offices: ["President"], country: ["country:xx"] };

  it.each<[string, Profile, Profile, "one" | "undecided" | "two"]>([
    [
      "a full name and its office, spelled otherwise",
      { name: ["Feilipe Calderon"], active: ["2008"], ...president },
      { name: ["Felipe Calderon"], active: ["2006/2012"], ...president },
      "one",
    ],
    [
      "a family name alone, in the same office at the same time",
      { name: ["Calderon"], active: ["2008"], ...president },
      { name: ["Felipe Calderon"], active: ["2006/2012"], ...president },
      "one",
    ],
    [
      "a family name alone, thirty years later",
      { name: ["Calderon"], active: ["2038"], ...president },
      { name: ["Felipe Calderon"], active: ["2006/2012"], ...president },
      "two",
    ],
    [
      "a family name alone, in two offices at once",
      { name: ["Singh"], active: ["2005"], offices: ["Foreign Minister"], country: ["country:xx"] },
      { name: ["Manmohan Singh"], active: ["2004/2014"], offices: ["Prime Minister"], country: ["country:xx"] },
      "two",
    ],
    [
      "a family name alone, in one office after the other",
      { name: ["Gul"], active: ["2005"], offices: ["Foreign Minister"], country: ["country:xx"] },
      { name: ["Abdullah Gul"], active: ["2007/2014"], ...president },
      "one",
    ],
    [
      "one name in two states",
      { name: ["Juan Perez"], active: ["2000"], ...president },
      { name: ["Juan Perez"], active: ["2000"], offices: ["President"], country: ["country:yy"] },
      "two",
    ],
    [
      "father and son of one name, forty years apart",
      { name: ["Ferdinand Marcos"], active: ["1966/1982"], ...president },
      { name: ["Ferdinand Marcos Jr."], active: ["2022/2024"], ...president },
      "undecided",
    ],
    [
      "other names between, in one office at the same time",
      { name: ["Han Deok-soo"], active: ["2022"], ...president },
      { name: ["Han Duck-soo"], active: ["2022/2024"], ...president },
      "one",
    ],
    [
      "other names between, at another time",
      { name: ["Jabir al-Ahmed al-Sabah"], active: ["1990"], ...president },
      { name: ["Jabir al-Mubarak al-Sabah"], active: ["2015"], ...president },
      "two",
    ],
    [
      "one who leads a state, spelled otherwise fifteen years later",
      { name: ["Bashar al-Asad"], active: ["2016"], ...president },
      { name: ["Bashar Assad"], active: ["2001"], ...president },
      "one",
    ],
    [
      "an envoy, spelled otherwise fifteen years later",
      { name: ["Bashar al-Asad"], active: ["2016"], offices: ["Envoy"], country: ["country:xx"] },
      { name: ["Bashar Assad"], active: ["2001"], offices: ["Envoy"], country: ["country:xx"] },
      "undecided",
    ],
    [
      "two of one grandfather, in one office one after the other",
      { name: ["Abdallah bin Muhammad bin Rashid Al Khalifa"], active: ["2015/2017"], ...president },
      { name: ["Abdulla bin Rashed Al Khalifa"], active: ["2019/2026"], ...president },
      "undecided",
    ],
    [
      "a king by the name of his father",
      { name: ["Salman"], active: ["2016"], offices: ["King"], country: ["country:xx"] },
      { name: ["Mohammed bin Salman"], active: ["2016"], offices: ["King"], country: ["country:xx"] },
      "two",
    ],
    [
      "the same id in another register",
      { name: ["A B"], wikidata: ["Q1"] },
      { name: ["C D"], wikidata: ["Q1"] },
      "one",
    ],
  ])("%s", (_, a, b, expected) => {
    const { score } = likenessOf(person("official:a", a), person("official:b", b));
    const found = score >= certain ? "one" : score >= doubtful ? "undecided" : "two";
    expect(found).toBe(expected);
    expect(likenessOf(person("official:b", b), person("official:a", a)).score).toBe(score);
  });

  it("that one register keeps apart, or born in other years, must differ", () => {
    const [a, b] = [person("official:a", { name: ["A"] }), person("official:b", { name: ["A"] })];
    expect(mustDiffer(a, b)).toBe(true);
    expect(mustDiffer(person("official:a", { name: ["A"] }, "one"), person("official:b", { name: ["A"] }, "two"))).toBe(
      false,
    );
    const born = (id: string, birth: string): OfficialProfile => person(id, { name: ["A"], birth: [birth] }, id);
    expect(mustDiffer(born("official:a", "1924"), born("official:b", "1946-07-06"))).toBe(true);
    expect(mustDiffer(born("official:a", "1924"), born("official:b", "1924-06-12"))).toBe(false);
  });

  it("are found whatever the order in which they come", () => {
    const people = ["Felipe Calderon", "Feilipe Calderon", "Calderon"].map((name, index) =>
      person(`official:xx-${index}`, { name: [name], active: ["2008"], ...president }),
    );
    expect(matchesOf([...people].reverse(), seriesOf(people))).toEqual(matchesOf(people, seriesOf(people)));
    expect(matchesOf(people, seriesOf(people))).toHaveLength(3);
  });

  function person(id: string, profile: Profile, bundle = "a"): OfficialProfile {
    return personOf(id, profile, new Set([bundle]));
  }
});

describe("clusters", () => {
  const match = (a: string, b: string) => ({ a, b, score: 1, reason: "told" });
  const never = (): boolean => false;

  it("put ids together, and tell why", () => {
    const clusters = new Clusters();
    expect(clusters.join(match("a", "b"), "RULE", never)).toBeNull();
    expect(clusters.join(match("c", "b"), "EDITOR", never)).toBeNull();
    expect(clusters.rootOf("a")).toBe(clusters.rootOf("c"));
    expect(clusters.several().map((each) => each.sort())).toEqual([["a", "b", "c"]]);
    expect(clusters.why.get("c")?.decidedBy).toBe("EDITOR");
  });

  it("never put two together that must differ, not even through a third", () => {
    const clusters = new Clusters();
    const apart = (x: string, y: string): boolean => [x, y].sort().join("") === "ac";
    clusters.join(match("a", "b"), "RULE", apart);
    expect(clusters.join(match("b", "c"), "RULE", apart)).toEqual(["a", "c"]);
    expect(clusters.membersOf("c")).toEqual(["c"]);
  });
});

describe("resolving", () => {
  it("keeps the two Bárcenas apart", () => {
    const { canonical } = resolved([
      official("official:barcena-alicia", { name: ["Alicia Bárcena"], familyName: ["Bárcena"] }, "news"),
      official("official:mx-martha-barcena-coqui", {
        name: ["Martha Barcena Coqui"],
        country: ["country:mx"],
        offices: ["Chief of mission to country:us"],
        active: ["2020/2021"],
      }),
    ]);
    expect(canonical("official:mx-martha-barcena-coqui")).not.toBe(canonical("official:barcena-alicia"));
  });

  it("knows the state and the time of a person by the post that tenures give", () => {
    const { canonical } = resolved([
      official("official:lopez-obrador-andres-manuel", { name: ["Andrés Manuel López Obrador"] }, "news"),
      said(
        "tenure:a",
        { official: ["official:lopez-obrador-andres-manuel"], post: ["post:mx-president"], attested: ["2023-12-27"] },
        "news",
      ),
      official("official:mx-andres-manuel-lopez-obrador", {
        name: ["Andres Manuel Lopez Obrador"],
        country: ["country:mx"],
        offices: ["President"],
        active: ["2018/2024"],
      }),
      said("tenure:b", {
        official: ["official:mx-andres-manuel-lopez-obrador"],
        post: ["post:mx-president"],
        attested: ["2020"],
      }),
    ]);
    expect(canonical("official:mx-andres-manuel-lopez-obrador")).toBe("official:lopez-obrador-andres-manuel");
  });

  it("keeps two tenures apart that one source tells apart, and gives what another says to the nearer one", () => {
    const held = { official: ["official:de-laurentis-jeffrey"], post: ["post:us-ambassador-to-cu"] };
    const { canonical } = resolved([
      said("tenure:cu-2014-de-01", { ...held, entered: ["2014-08"], ended: ["2015-07"] }, "register"),
      said("tenure:cu-2015-de-01", { ...held, entered: ["2015-07-20"], ended: ["2017-07-07"] }, "register"),
      said("tenure:us-ambassador-to-cu-2015", { ...held, entered: ["2015-07-20"] }, "yearbook"),
    ]);
    expect(canonical("tenure:cu-2014-de-01")).toBe("tenure:cu-2014-de-01");
    expect(canonical("tenure:us-ambassador-to-cu-2015")).toBe("tenure:cu-2015-de-01");
  });

  it("gives a name alone to the one of two in whose time it was written", () => {
    const state = { country: ["country:sy"], offices: ["President"] };
    const { canonical } = resolved([
      official("official:sy-president-assad", { name: ["Assad"], active: ["1974", "2000-03"], ...state }),
      official("official:sy-president-assad-2000", { name: ["Assad"], active: ["2002"], ...state }),
      official("official:sy-bashar-assad", { name: ["Bashar Assad"], active: ["2000-10", "2001"], ...state }),
    ]);
    expect(canonical("official:sy-president-assad")).toBe("official:sy-president-assad");
    expect(canonical("official:sy-president-assad-2000")).toBe(canonical("official:sy-bashar-assad"));
  });

  it("joins two long names through a shorter one in the same office, but not in two offices", () => {
    const joined = (offices: [string, string]): number => {
      const state = { country: ["country:sv"], active: ["2005/2006"] };
      const ids = ["elias-antonio-saca", "elias-saca", "elias-saca-gonzalez"].map((each) => `official:sv-${each}`);
      const { canonical } = resolved([
        official(ids[0]!, { name: ["Elias Antonio Saca"], ...state, offices: [offices[0]] }),
        official(ids[1]!, { name: ["Elias Saca"], ...state, offices }),
        official(ids[2]!, { name: ["Elias Saca Gonzalez"], ...state, offices: [offices[1]] }),
      ]);
      return new Set(ids.map(canonical)).size;
    };
    expect(joined(["President", "President"])).toBe(1);
    expect(joined(["President", "Foreign Minister"])).toBe(2);
  });

  it("takes what was reviewed, but for what an editor decided otherwise", () => {
    const [father, son] = ["official:ph-ferdinand-marcos", "official:ph-ferdinand-marcos-jr"] as const;
    const [masire, quett] = ["official:bw-ketumile-masire", "official:bw-quett-ketumile-masire"] as const;
    const profile = (name: string): Profile => ({ name: [name], country: ["country:xx"], offices: ["President"] });
    const statements = [
      official(father, { ...profile("Ferdinand Marcos"), active: ["1966/1982"] }),
      official(son, { ...profile("Ferdinand Marcos Jr."), active: ["2022"] }),
      official(masire, { ...profile("Ketumile Masire"), active: ["1990"] }),
      official(quett, { ...profile("Quett Ketumile Masire"), active: ["1984"] }),
    ];
    const edited = (a: string, b: string, outcome: string): [string, Record<string, unknown>] => [
      editedId(a, b),
      { a, b, outcome, reason: "as they say", score: 1 },
    ];
    const without = resolved(statements);
    expect(without.canonical(father)).not.toBe(without.canonical(son));
    expect(without.canonical(masire)).toBe(without.canonical(quett));
    expect(without.decisions.map(({ outcome, decidedBy }) => [outcome, decidedBy])).toEqual([["SAME", "EDITOR"]]);
    const otherwise = resolutionOf(
      statements,
      new Map([edited(father, son, "SAME"), edited(masire, quett, "DIFFERENT")]),
    );
    expect(otherwise.canonical(father)).toBe(otherwise.canonical(son));
    expect(otherwise.canonical(masire)).not.toBe(otherwise.canonical(quett));
  });

  it("tells nobody apart by what was reviewed of another, who isn't there", () => {
    const state = { country: ["country:td"], offices: ["President"] };
    const [one, other] = ["official:td-mahamat-idriss-deby", "official:td-mahamat-idriss-deby-itno"] as const;
    const { canonical } = resolved([
      official(one, { name: ["Mahamat Idriss Deby"], active: ["2021"], ...state }),
      official(other, { name: ["Mahamat Idriss Deby Itno"], active: ["2022"], ...state }),
    ]);
    expect(canonical(one)).toBe(canonical(other));
  });

  it("leaves a name alone that two may be meant by", () => {
    const state = { country: ["country:kr"], offices: ["President"] };
    const { canonical, decisions } = resolved([
      official("official:kr-president-kim", { name: ["Kim"], active: ["1997/1999"], ...state }),
      official("official:kr-kim-young-sam", { name: ["Kim Young Sam"], active: ["1993/1998"], ...state }),
      official("official:kr-kim-dae-jung", { name: ["Kim Dae Jung"], active: ["1998/2003"], ...state }),
    ]);
    expect(
      new Set(["president-kim", "kim-young-sam", "kim-dae-jung"].map((each) => canonical(`official:kr-${each}`))).size,
    ).toBe(3);
    expect(decisions).toMatchObject([
      { outcome: "UNDECIDED", a: "official:kr-kim-dae-jung", b: "official:kr-president-kim" },
    ]);
  });

  it("never joins two that one register keeps apart, through a third", () => {
    const state = { country: ["country:us"], offices: ["Secretary of State"], active: ["2000/2004"] };
    const { canonical } = resolved([
      official("official:smith-john-a", { name: ["John A. Smith"], ...state }, "register"),
      official("official:smith-john-b", { name: ["John B. Smith"], ...state }, "register"),
      official("official:us-john-smith", { name: ["John Smith"], ...state }),
    ]);
    expect(canonical("official:smith-john-a")).not.toBe(canonical("official:smith-john-b"));
  });

  it("follows the ids that a source gives as older, and what editors decide", () => {
    const statements = [
      official(
        "official:blinken-antony-j",
        { name: ["Antony John Blinken"], formerIds: ["official:blinken-antony"] },
        "register",
      ),
      official("official:blinken-antony", { name: ["Antony J. Blinken"] }, "other"),
      official("official:xx-a", { name: ["Ann Able"], country: ["country:xx"] }),
      official("official:xx-b", { name: ["Ann Able"], country: ["country:xx"] }),
    ];
    expect(resolved(statements).canonical("official:blinken-antony")).toBe("official:blinken-antony-j");
    const edited = { a: "official:xx-a", b: "official:xx-b", outcome: "DIFFERENT", score: 1, reason: "two people" };
    expect(resolutionOf(statements, new Map([["identity:x", edited]])).canonical("official:xx-b")).toBe(
      "official:xx-b",
    );
    expect(resolved(statements).canonical("official:xx-b")).toBe("official:xx-a");
  });

  it("decides the same in whatever order the statements come", () => {
    const state = { country: ["country:xx"], offices: ["President"] };
    const names = [
      "Felipe Calderon",
      "Feilipe Calderon",
      "Calderon",
      "Felipe Calderon Hinojosa",
      "Rafael Calderon",
      "F. Calderon",
      "Felipa Calderon",
    ];
    const statements = names.map((name, index) =>
      official(
        `official:xx-${index}`,
        { name: [name], active: [`${2000 + index * 2}`], ...state },
        index % 2 ? "a" : "b",
      ),
    );
    const first = answers(resolved(statements), statements);
    for (let turn = 1; turn <= 60; turn += 1) {
      const shuffled = statements
        .map((each, index) => ({ each, key: ((index + 1) * turn * 7919) % 101 }))
        .sort((x, y) => x.key - y.key)
        .map(({ each }) => each);
      expect(answers(resolutionOf(shuffled, new Map()), statements)).toEqual(first);
    }
  });

  it("decides the same in whatever order the bundles come", () => {
    const bundles = ["a", "b", "c"].map((bundle, index) => [
      official(`official:${bundle}-own`, { name: ["Ann Able"], country: ["country:xx"] }, bundle),
      official(
        "official:xx-ann-able",
        { active: [`${2000 + index}`], name: ["Ann Able"], country: ["country:xx"] },
        bundle,
      ),
    ]);
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ].map((order) => order.flatMap((index) => bundles[index]!));
    const [first, ...others] = orders.map((statements) => answers(resolved(statements), orders[0]!));
    for (const each of others) expect(each).toEqual(first);
  });

  function resolved(statements: Contribution[]): Resolution {
    return resolutionOf(statements, new Map());
  }

  function answers({ canonical, decisions }: Resolution, statements: Contribution[]): unknown {
    return { decisions, ids: statements.map(({ statedId }) => [statedId, canonical(statedId)]) };
  }

  function official(id: string, profile: Profile, bundle = "set"): Contribution {
    return said(id, profile, bundle);
  }

  function said(statedId: string, profile: Profile, bundle = "set"): Contribution {
    return { statedId, bundle, digest: "", profile: JSON.stringify(profile) };
  }
});

describe.each([
  ["pairs", 700],
  ["heldApart", 300],
])("the sample %s", (name, size) => {
  const rows: string[][] = parse(readFileSync(`tests/fixtures/identity/${name}.csv`), { from: 2 });

  it("names each pair once, and says of each whether it is one person", () => {
    expect(rows).toHaveLength(size);
    expect(new Set(rows.map(([a, b]) => (a! < b! ? `${a} ${b}` : `${b} ${a}`))).size).toBe(rows.length);
    expect(new Set(rows.map(([, , same]) => same))).toEqual(new Set(["yes", "no"]));
    expect(rows.every(([a, b]) => a!.startsWith("official:") && b!.startsWith("official:") && a !== b)).toBe(true);
  });
});
