/** Tables as people have them: what a mapping can say of a cell, and each mistake once, at its line. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { readAndCheckBundle } from "../../../src/ingest/read.ts";
import type { Checked } from "../../../src/ingest/check.ts";
import { load } from "../../support/bundles.ts";
import { useOwnService } from "../../support/ownService.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const top = temporaryFolder();
let folder: string;
let sets = 0;
beforeEach(() => {
  folder = path.join(top, `set-${(sets += 1)}`);
  mkdirSync(folder);
  writeFileSync(
    path.join(folder, "sources.yaml"),
    "source: source:a\nfacts:\n  Source: [{ id: source:a, at: cover, name: A, kind: DATA_SET }]\n",
  );
});
afterAll(() => rmSync(top, { recursive: true }));

/** Checks a table under a mapping that makes flows, and perhaps more. */
async function checked(csv: string, fields: string, more = "", before = ""): Promise<Checked> {
  writeFileSync(path.join(folder, "t.csv"), csv);
  writeFileSync(
    path.join(folder, "t.mapping.yaml"),
    `source: source:a\n${before}entities:\n  - type: Flow\n    id: flow:{No}\n    fields:\n      name: Flow {No}\n      measure: DEATHS\n      qualifier: EXACTLY\n${fields}${more}`,
  );
  return (await readAndCheckBundle(folder)).checked;
}

const claimsOf = ({ entities }: Checked, id: string, field: string) =>
  entities.find((each) => each.id === id)!.claims.filter(({ predicate }) => predicate === field);

const problems = async (...args: Parameters<typeof checked>): Promise<string[]> =>
  checked(...args).then(
    () => [],
    (error: { problems: string[] }) => error.problems.map((each) => each.replace(`${folder}/`, "")),
  );

describe("a part of a cell", () => {
  test.each([
    ["the first group", `part: '^(-?[\\d.]+),'`, "-13.59"],
    ["a group by number", `part: '^(.*), (.*)$', group: 2`, "-70.97"],
    ["a group by name", `part: ', (?<east>.*)$', group: east`, "-70.97"],
    ["all that matches, without a group", `part: '[\\d]+'`, "13"],
  ])("is %s", async (_, part, expected) => {
    const found = await checked(
      'No,Where\n1,"-13.59, -70.97"\n',
      "",
      `  - type: Place\n    id: place:{No}\n    fields:\n      name: P\n      kind: POINT\n      coordinatePrecision: { column: Where, ${part}, as: number }\n`,
    );
    const [claim] = claimsOf(found, "place:1", "coordinatePrecision");
    expect([claim!.value, claim!.given]).toEqual([expected, "-13.59, -70.97"]);
  });

  test.each([
    ["that isn't there is told with its cell", "part: '^x(.)'", [/t\.csv:2 Flow\.method: "abc" has no part \/\^x/]],
    ["of a group that isn't there is told once", "part: '^x(.)', group: 2", [/t\.mapping\.yaml:9 .* has no group 2/]],
    ["that is no expression is told once", "part: '('", [/t\.mapping\.yaml:9 .*expected a regular expression/]],
  ])("%s", async (_, part, expected) => {
    const found = await problems("No,C\n1,abc\n2,xa\n", `      method: { column: C, ${part} }\n`);
    expect(found).toEqual(expected.map((each) => expect.stringMatching(each)));
  });
});

describe("an empty cell", () => {
  test("may have a fallback, of other cells, of a word for nothing, or none", async () => {
    const found = await checked(
      "No,C,D\n1,,d\n2,c,d\n3,n/a,d\n4,,\n",
      `      method: { column: C, words: { n/a: ~, "*": counted }, empty: "see {D}" }\n      demographic: { column: D, empty: { noValue: true } }\n`,
    );
    const of = (field: string) =>
      ["1", "2", "3", "4"].map((no) =>
        claimsOf(found, `flow:${no}`, field).map(({ value, valueKind }) => value ?? valueKind),
      );
    expect(of("method")).toEqual([["see d"], ["counted"], ["see d"], []]);
    expect(of("demographic")).toEqual([["d"], ["d"], ["d"], ["NO_VALUE"]]);
  });

  test("of a source is a mistake: its value would be said by another", async () => {
    const found = await problems("No,By\n1,Agency B\n2,\n", `      method: { value: x, source: "source:{By}" }\n`);
    expect(found).toContainEqual(expect.stringMatching(/t\.csv:3 .*source: the cell of "By" is empty/));
  });
});

test("source, confidence, page, file, revision and what a record says together, by cells", async () => {
  const found = await checked(
    "No,By,Quality,Link\n1,a,low,https://example.org/1\n",
    `    record:
      fields:
        count: { template: "1,00{No}", as: number }
        period: "2020"
      confidence: "{sure}"
      page: "{Link}"
      file: t.csv:{line}
      given: row of {No}
      at: record {No}
      source: source:{By}
`,
    "",
    "cells: { sure: { column: Quality, words: { low: 0.25 } } }\nrevision: abc\n",
  );
  const [record] = claimsOf(found, "flow:1", "record");
  expect(JSON.parse(record!.value!)).toEqual({ count: "1001", period: "2020" });
  expect(record).toMatchObject({
    confidence: 0.25,
    page: "https://example.org/1",
    file: "t.csv:2",
    given: "row of 1",
    locator: "record 1",
    sourceId: "source:a",
  });
  expect(claimsOf(found, "flow:1", "name")[0]).toMatchObject({ revision: "abc", confidence: 1, page: null });
});

describe("what is wrong in all rows is one message at the mapping's line", () => {
  const rows = `No,C\n${Array.from({ length: 30 }, (_, no) => `${no},x`).join("\n")}\n`;
  test.each([
    [
      "a constant",
      "      legalAuthority: x\n      trend: INCRASE\n",
      /^t\.mapping\.yaml:10 trend: "INCRASE" .*"INCREASE"/,
    ],
    ["a constant in a map", "      trend: { value: up }\n", /^t\.mapping\.yaml:9 trend: "up" is not one of/],
    ["the meaning of a word", "      trend: { column: C, words: { x: UP } }\n", /^t\.mapping\.yaml:9 trend: "UP"/],
    ["a fallback", "      trend: { column: C, words: { x: ~ }, empty: UP }\n", /^t\.mapping\.yaml:9 trend: "UP"/],
    ["a date", "      period: 2021-02-30\n", /^t\.mapping\.yaml:9 period: "2021-02-30" is not a date/],
    ["an id of another kind", "      place: country:mx\n", /^t\.mapping\.yaml:9 place: expected "place:…"/],
    ["the time of a claim", "      method: { column: C, asOf: 2021-13 }\n", /^t\.mapping\.yaml:9 "2021-13" is not/],
    ["a page", "      method: { column: C, page: p. 3 }\n", /^t\.mapping\.yaml:9 "page" is the address/],
    ["a field of a record", "    record: { fields: { trend: UP } }\n", /^t\.mapping\.yaml:9 Flow.trend can't be part/],
    ["a value of a record", "    record: { fields: { measure: DETHS } }\n", /^t\.mapping\.yaml:9 measure: "DETHS"/],
    ["a confidence", "      method: { column: C, confidence: often }\n", /^t\.mapping\.yaml:9 "confidence" must be/],
  ])("%s", async (_, fields, message) => {
    const found = await problems(rows, fields);
    expect(found).toEqual([expect.stringMatching(message)]);
  });

  test("the day of the copy", async () => {
    const found = await problems(rows, "", "", "retrieved: yesterday\n");
    expect(found).toEqual([expect.stringMatching(/^t\.mapping\.yaml:2 "yesterday" is not a date/)]);
  });
});

describe("a formula is a sign before what isn't a number, in a column that is read", () => {
  test.each(["=A1", "=1+2", "@now", "-A1", "+A1", "-2+3+cmd|' /C calc'!A0", "-(1)", "-1*SUM(A1:A2)", "+cmd"])(
    "%s is one",
    async (cell) => {
      const found = await problems(`No,C,D\n1,"${cell}",x\n`, "      method: { column: C }\n");
      expect(found).toEqual([expect.stringMatching(/t\.csv:2 .* is a formula/)]);
      expect(await problems(`No,C,D\n1,"${cell}",x\n`, "      method: { column: D }\n")).toEqual([]);
    },
  );

  test.each([
    "-13.59, -70.97",
    "-5",
    "+52 55 1234 5678",
    "+1 (202) 555-0100",
    "-0.5%",
    "−13.59",
    "-",
    "--",
    "-3 to -1",
    "=",
    "- 4",
    "-.5",
    "-12°30'",
  ])("%s is none", async (cell) => {
    expect(await problems(`No,C\n1,"${cell}"\n`, "      method: { column: C }\n")).toEqual([]);
  });
});

describe("what would be lost, or be read for something else, is told", () => {
  test.each<[string, string, string, RegExp]>([
    ["a header without rows", "No,C\n", "", /t\.csv:1 has a header and no rows/],
    [
      "a lost letter",
      "No,C\n1,M\uFFFDxico\n",
      "      method: { column: C }\n",
      /t\.csv:2 .*U\+FFFD.*Save the source again/,
    ],
    [
      "a control character",
      "No,C\n1,a\u0007b\n",
      "      method: { column: C }\n",
      /t\.csv:2 .*U\+0007, an invisible control/,
    ],
    [
      "two values of one cell for what has one",
      "No,C\n1,1;2\n",
      '      count: { column: C, split: ";" }\n',
      /t\.csv:2 Flow\.count has one value; "row 2" gives two, "1" and "2"/,
    ],
    [
      "a quote in a row that isn't the first",
      'No,C\n1,a\n2,b\n3,"c"d\n4,e\n',
      "",
      /t\.csv:4 has a quote within a cell/,
    ],
    [
      "a quote that stays open, after cells of several lines",
      'No,C\n1,"a\nb"\n2,c\n3,"d\n4,e\n',
      "",
      /t\.csv:5 opens a quote/,
    ],
  ])("%s", async (_, csv, fields, message) => {
    expect(await problems(csv, fields)).toContainEqual(expect.stringMatching(message));
  });

  test("half of a letter, and an empty name", async () => {
    writeFileSync(
      path.join(folder, "a.jsonl"),
      `{"type":"Topic","id":"topic:a","source":"source:a","at":1,"name":"a\\ud800"}\n{"type":"Topic","id":"topic:b","source":"source:a","at":1,"name":"  "}\n`,
    );
    await expect(readAndCheckBundle(folder)).rejects.toThrow(
      /a\.jsonl:1 .*U\+D800, half of a letter[^]*a\.jsonl:2 .*empty text/,
    );
  });

  test("a `where` that fits rows with mistakes isn't said to fit none", async () => {
    const found = await problems(
      "No,C,D\n1,x,notadate\n",
      "      period: { column: D, as: date }\n",
      "    where: { C: x }\n",
    );
    expect(found).toEqual([expect.stringMatching(/t\.csv:2 Flow\.period/)]);
    const refused = await problems("No,C,D\n1,x,=1+1\n", "      method: { column: D }\n", "    where: { C: x }\n");
    expect(refused).toEqual([expect.stringMatching(/is a formula/)]);
  });

  test("an id keeps its sign", async () => {
    const { entities } = await checked('No,C\n"-13.59, -70.97",\n"13.59, 70.97",\n-5,\n5,\n2020-2021,\n', "");
    expect(entities.map(({ id }) => id).filter((id) => id.startsWith("flow:"))).toEqual([
      "flow:13-59-70-97",
      "flow:2020-2021",
      "flow:5",
      "flow:minus-13-59-minus-70-97",
      "flow:minus-5",
    ]);
  });
});

describe("a table of incidents", () => {
  const { ask, door } = useOwnService();

  test("is the one of the guide", () => {
    const mapping = readFileSync("tests/fixtures/bundles/incidents-set/incidents.mapping.yaml", "utf8");
    expect(readFileSync("docs/bundles.md", "utf8")).toContain(mapping);
  });

  test("loads by its mapping alone, deaths as deaths, each with its page, its line and its place", async () => {
    await load(door(), "tests/fixtures/bundles/incidents-set");
    const { flows, total } = await ask(`{
      total: flows { counts(groupBy: [MEASURE], sum: COUNT) { keys { value } sum sumRefused } }
      flows(filter: { measure: { eq: DEATHS } }) {
        counts(groupBy: [PLACE_PART_OF], sum: COUNT, largestFirst: true) { keys { name } sum }
        nodes {
          id count unit period { edtf } cause method
          place { name kind latitude longitude partOf { kind } }
          route { name }
          evidence(of: COUNT) { given confidence page file locator }
        }
      }
    }`);
    const sums = total.counts.map(({ keys, sum }: any) => [keys[0].value, sum]);
    expect(new Map(sums)).toEqual(
      new Map([
        ["DEATHS", 1025],
        ["MISSING", 322],
        ["SURVIVORS", 104],
      ]),
    );
    expect(flows.counts.map(({ keys, sum }: any) => [keys[0].name, sum])).toEqual([
      ["Mediterranean", 1022],
      ["North America", 2],
      ["South America", 1],
    ]);
    const [peru, lampedusa] = ["2020-mmp0001", "2020-mmp0002"].map((incident) =>
      flows.nodes.find(({ id }: any) => id === `flow:incident-${incident}-dead`),
    );
    expect(peru).toMatchObject({
      count: 1,
      unit: "PEOPLE",
      period: { edtf: "2020-01-05" },
      place: { kind: "POINT", latitude: -13.59, longitude: -70.97, partOf: { kind: "REGION" } },
      route: null,
    });
    expect(lampedusa).toMatchObject({
      count: 1022,
      cause: "Drowning",
      method: "reported by Agency B",
      place: { name: "Mediterranean (2020.MMP0002)", partOf: { kind: "SEA" } },
      route: { name: "Central Mediterranean" },
      evidence: [
        {
          given: "1,022",
          confidence: 0.95,
          page: "https://example.org/b,c",
          file: "incidents.csv:3",
          locator: "incident 2020.MMP0002",
        },
      ],
    });
  });
});
