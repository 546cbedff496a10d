/** A bundle in each form, and each mistake in one, reported with file, line and remedy. */
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { checkFacts } from "../../../src/ingest/check.ts";
import type { Assertion, Fact } from "../../../src/ingest/facts.ts";
import { Problems } from "../../../src/ingest/problems.ts";
import type { Bundle } from "../../../src/ingest/forms/readYaml.ts";
import { readBundleFolder } from "../../../src/ingest/forms/readFolder.ts";

const fixtures = "tests/fixtures/bundles";
const top = mkdtempSync(path.join(tmpdir(), "entente-test-"));
let folder: string;
let count = 0;

beforeEach(() => {
  folder = path.join(top, `set-${(count += 1)}`);
  mkdirSync(folder);
});
afterAll(() => rmSync(top, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function read(at: string): Promise<Bundle> {
  const problems = new Problems();
  const bundle = await readBundleFolder(at, problems);
  problems.settle();
  return bundle;
}

async function check(at: string): Promise<ReturnType<typeof checkFacts>> {
  const problems = new Problems();
  const bundle = await readBundleFolder(at, problems);
  const checked = checkFacts(bundle.name, bundle.facts, problems);
  problems.settle();
  return checked;
}

function named({ facts }: Bundle, id: string): Fact {
  return facts.find((fact) => fact.id === id)!;
}

function said(fact: Fact, field: string): Assertion[] {
  return fact.fields.get(field)?.assertions ?? [];
}

const withoutPlaces = ({ facts }: Bundle): unknown =>
  facts
    .map(({ type, id, fields }) => ({
      type,
      id,
      fields: [...fields].map(([name, { assertions }]) => [
        name,
        assertions.map((assertion) => ({ ...assertion, origin: null })),
      ]),
    }))
    .sort((a, b) => a.id.localeCompare(b.id));

describe("the sets of the guide", () => {
  test("YAML and JSON Lines say the same in the same words", async () => {
    const [yaml, lines] = [await read(`${fixtures}/yaml-set`), await read(`${fixtures}/jsonl-set`)];
    expect(withoutPlaces(lines)).toEqual(withoutPlaces(yaml));
    expect([yaml.name, lines.name]).toEqual(["yaml-set", "jsonl-set"]);
    expect(said(named(lines, "meeting:call-2023-12-21"), "host")).toEqual([
      {
        valueKind: "VALUE",
        value: "country:mx",
        locators: ["folio 12"],
        source: "source:call-book",
        retrieved: "2026-11-24",
        basis: "INFERRED",
        confidence: 0.5,
        note: "it placed the call",
        origin: { file: `${fixtures}/jsonl-set/calls.jsonl`, line: 3 },
      },
    ]);
    expect((await check(`${fixtures}/jsonl-set`)).digest).toBe((await check(`${fixtures}/yaml-set`)).digest);
  });

  test("a table makes what its mapping says, each value with its row and the words of its cell", async () => {
    const bundle = await read(`${fixtures}/table-set`);
    expect(bundle.facts.map((fact) => fact.id)).toEqual([
      "flow:my-survey-2023-01-hn-tapachula-north",
      "flow:my-survey-2023-01-ve-tapachula-north",
      "flow:my-survey-2023-02-other-tijuana",
      "place:my-survey-tijuana",
      "source:my-survey",
    ]);
    const flow = named(bundle, "flow:my-survey-2023-01-hn-tapachula-north");
    const values = [...flow.fields].map(([name, { assertions }]) => [
      name,
      ...assertions.flatMap((each) => [each.value, each.given ?? null, each.locators[0]]),
    ]);
    expect(values).toEqual([
      ["name", "Honduras in the shelter Tapachula, north, 2023-01", null, "row 2"],
      ["measure", "ENCOUNTERS", null, "row 2"],
      ["qualifier", "EXACTLY", "N", "row 2"],
      ["count", "1204", "1,204", "row 2"],
      ["nationality", "country:hn", "Honduras", "row 2"],
      ["period", "2023-01", null, "row 2"],
      ["place", "place:tapachula", "Tapachula, north", "row 2"],
    ]);
    expect(said(flow, "measure")[0]).toMatchObject({ basis: "INFERRED", confidence: 0.8, source: "source:my-survey" });
    expect(flow.origin).toEqual({ file: `${fixtures}/table-set/shelters.csv`, line: 2 });
    const place = named(bundle, "place:my-survey-tijuana");
    expect(said(place, "name").map((each) => each.locators)).toEqual([["list of shelters"]]);
    expect([...(await check(`${fixtures}/table-set`)).references.keys()].sort()).toEqual([
      "country:hn",
      "country:mx",
      "country:ve",
      "place:tapachula",
    ]);
  });

  test("a file is a bundle by itself, with the table's mapping beside it", async () => {
    const { name, facts } = await read(`${fixtures}/table-set/shelters.csv`);
    expect([name, facts.length]).toEqual(["shelters", 4]);
    expect((await read(`${fixtures}/table-set/shelters.mapping.yaml`)).facts).toEqual(facts);
    expect((await read(`${fixtures}/jsonl-set/calls.jsonl`)).name).toBe("calls");
    expect((await read(`${fixtures}/yaml-set/calls.yaml`)).facts).toHaveLength(4);
  });
});

const flow = (more = ""): string => `source: source:a
entities:
  - type: Flow
    id: flow:a-{No}
    fields:
      name: Number {No}
${more}`;

async function flowOf(header: string, cells: string, more: string): Promise<Fact> {
  put("t.csv", `${header}\n${cells}\n`);
  put("t.mapping.yaml", flow(more));
  return (await read(folder)).facts[0]!;
}

describe("the words of a mapping", () => {
  test.each([
    ["a constant", "      method: told\n", "x", "told", undefined],
    ["a column", "      method: { column: Cell }\n", " by  phone ", "by  phone", undefined],
    ["a template", "      method: told of {Cell}\n", "x", "told of x", undefined],
    ["braces in a constant", '      method: { value: "{Cell}" }\n', "x", "{Cell}", undefined],
    ["a slug", "      method: { column: Cell, as: slug }\n", "Peña Nieto", "pena-nieto", "Peña Nieto"],
    ["a number with commas", "      count: { column: Cell, as: number }\n", '"1,234,567"', "1234567", "1,234,567"],
    ["a number with a sign", "      count: { column: Cell }\n", "-5", "-5", undefined],
    ["a country by its code", "      nationality: { column: Cell, as: country }\n", "MX", "country:mx", "MX"],
    ["a country by three letters", "      nationality: { column: Cell, as: country }\n", "CHE", "country:ch", "CHE"],
    ["a code of ISO, not of GEC", "      nationality: { column: Cell, as: country }\n", "SZ", "country:sz", "SZ"],
    ["a code of GEC", "      nationality: { column: Cell, as: gec }\n", "sz", "country:ch", "sz"],
    ["a name", "      nationality: { column: Cell, as: country }\n", '"Korea, South"', "country:kr", "Korea, South"],
    ["an id", "      nationality: { column: Cell, as: country }\n", "country:mx", "country:mx", undefined],
    ["a date in EDTF", "      period: { column: Cell, as: date }\n", "2021-03?", "2021-03?", undefined],
    [
      "day before month",
      "      period: { column: Cell, as: date, order: DMY }\n",
      "3/4/2021",
      "2021-04-03",
      "3/4/2021",
    ],
    [
      "month before day",
      "      period: { column: Cell, as: date, order: MDY }\n",
      "3/4/2021",
      "2021-03-04",
      "3/4/2021",
    ],
    ["a month by name", "      period: { column: Cell, as: date }\n", '"Dec. 27, 2023"', "2023-12-27", "Dec. 27, 2023"],
    [
      "a day with a time",
      "      period: { column: Cell, as: date }\n",
      "2021-3-4 00:00:00",
      "2021-03-04",
      "2021-3-4 00:00:00",
    ],
    ["a month and a year", "      period: { column: Cell, as: date }\n", "March 2021", "2021-03", "March 2021"],
    ["a word", "      qualifier: { column: Cell, words: { Y: ABOUT } }\n", "Y", "ABOUT", "Y"],
    ["every other word", '      qualifier: { column: Cell, words: { "*": ABOUT } }\n', "huh", "ABOUT", "huh"],
    [
      "words before a reading",
      "      nationality: { column: Cell, as: country, words: { Tibet: country:cn } }\n",
      "Tibet",
      "country:cn",
      "Tibet",
    ],
    ["words in another's id", "      place: place:a-{Cell}\n", "Nuevo León", "place:a-nuevo-leon", undefined],
    ["own words of the source", "      method: { value: told, given: '{Cell} ({No})' }\n", "oral", "told", "oral (1)"],
  ])("%s", async (_, more, cell, value, given) => {
    const fact = await flowOf("No,Cell", `1,${cell}`, more);
    const [name] = more.trim().split(":");
    expect(said(fact, name!).map((each) => [each.value, each.given])).toEqual([[value, given]]);
  });

  test("an empty cell, and a word for nothing, say nothing", async () => {
    const more = "      method: of {Cell}\n      qualifier: { column: B, words: { '-': ~ } }\n";
    expect([...(await flowOf("No,Cell,B", "1,,-", more)).fields.keys()]).toEqual(["name"]);
  });

  test("a word for a value that is not named, or for none", async () => {
    const more =
      '      method: { column: Cell, words: { "?": { someValue: true }, none: { noValue: true } }, split: "/" }\n';
    const fact = await flowOf("No,Cell", "1,?/none", more);
    expect(said(fact, "method").map((each) => [each.valueKind, each.value, each.given])).toEqual([
      ["SOME_VALUE", null, "?"],
      ["NO_VALUE", null, "none"],
    ]);
  });

  test("a list in a cell, and a list of values", async () => {
    const more = '      aliases: [{ column: Cell, split: ";" }, the same, { column: No, at: "cell {No}" }]\n';
    const fact = await flowOf("No,Cell", "1,a; b;", more);
    expect(said(fact, "aliases").map((each) => [each.value, each.locators[0]])).toEqual([
      ["a", "row 2"],
      ["b", "row 2"],
      ["the same", "row 2"],
      ["1", "cell 1"],
    ]);
  });

  test("rows are chosen by words, by any, and by none", async () => {
    put("t.csv", "No,A,B,C\n1,x,x,\n2,y,x,\n3,x,,\n4,z,x,\n5,x,x,x\n");
    put("t.mapping.yaml", flow().replace("    fields", '    where: { A: [x, y], B: "*", C: "" }\n    fields'));
    expect((await read(folder)).facts.map((fact) => fact.id)).toEqual(["flow:a-1", "flow:a-2"]);
  });

  test("semicolons, a byte order mark, line breaks of Windows and within cells, empty lines", async () => {
    put("t.csv", '\uFEFFNo;Cell\r\n1;"a\r\nb"\r\n\r\n;\r\n2;c\r\n');
    put("t.mapping.yaml", `delimiter: ";"\n${flow("      method: { column: Cell }\n")}`);
    const { facts } = await read(folder);
    expect(facts.map(({ id, origin }) => [id, origin.line])).toEqual([
      ["flow:a-1", 2],
      ["flow:a-2", 6],
    ]);
    expect(said(facts[1]!, "method")[0]!.locators).toEqual(["row 5"]);
  });
});

describe("one entity in several places", () => {
  const line = (more: object): string => JSON.stringify({ type: "Post", id: "post:a", source: "source:a", ...more });

  test("lines, rows and files are put together, and what is said again counts once", async () => {
    put("a.jsonl", [line({ at: 1, name: "A" }), line({ at: 1, name: "A" }), line({ at: 2, name: "A" })].join("\n"));
    put("b.yaml", "source: source:a\nfacts:\n  Post:\n    - { id: post:a, at: [2, 3], name: A, kind: AMBASSADOR }\n");
    put("c.csv", "Name\nB\nA\nB\n");
    put(
      "c.mapping.yaml",
      "source: source:a\nat: 3\nentities:\n  - { type: Post, id: post:a, fields: { name: { column: Name } } }\n",
    );
    const { facts } = await read(folder);
    expect(facts).toHaveLength(1);
    expect(said(facts[0]!, "name").map((each) => [each.value, ...each.locators])).toEqual([
      ["A", "1"],
      ["A", "2"],
      ["A", "3"],
      ["B", "3"],
    ]);
    expect(said(facts[0]!, "kind")).toHaveLength(1);
  });

  test("an id that a YAML file gives twice is a mistake", async () => {
    const entry = "    - { id: post:a, at: 1, name: A }\n";
    const file = put("a.yaml", `source: source:a\nfacts:\n  Post:\n${entry}${entry}`);
    await expect(read(folder)).rejects.toThrow(
      `${file}:5 "post:a" is already at ${file}:4. State an entity in one place`,
    );
  });
});

const good = '{"type":"Topic","id":"topic:a","source":"source:a","at":1,"name":"A"}';
const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

describe("a broken line is told with its number", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["cut off", `${good}\n${good.slice(0, 30)}`, /a\.jsonl:2 is not JSON: .*Each line is one whole object/],
    ["an array", `${good}\n[${good}]`, /a\.jsonl:2 expected an object/],
    ["another encoding", latin1(`${good}\n${good.replace('"A"', '"Bárcena"')}`), /a\.jsonl:2 is not in UTF-8/],
    ["UTF-16", Buffer.from(`\uFEFF${good}`, "utf16le"), /a\.jsonl:1 is not in UTF-8/],
    ["no id", good.replace('"id":"topic:a",', ""), /a\.jsonl:1 Topic has no "id"/],
    ["no type", `${good}\n${good.replace('"type":"Topic",', "")}`, /a\.jsonl:2 has no "type"/],
    ["an unknown word of the defaults", '{"sorce":"source:a"}', /a\.jsonl:1 .*no "sorce"; did you mean "source"\?/],
    [
      "an unknown word of a value",
      good.replace('"A"', '{"value":"A","nota":"b"}'),
      /:1 A value has no "nota"; did you mean "note"\?/,
    ],
    ["a key twice", good.replace('"at":1', '"at":1,"at":2'), /a\.jsonl:1 has a key twice/],
    [
      "a number that JSON can't keep",
      good.replace("1", "12345678901234567890"),
      /a\.jsonl:1 has a number of more digits/,
    ],
    ["a list within a list", good.replace('"A"', '[["A"]]'), /a\.jsonl:1 a list within a list/],
    [
      "nesting without end",
      good.replace('"A"', "[".repeat(5000) + "]".repeat(5000)),
      /a\.jsonl:1 nests more than 32 deep/,
    ],
    ["nothing", "\n\n", /a\.jsonl:1 is empty: expected an entity/],
  ])("%s", async (_, text, message) => {
    put("a.jsonl", text);
    await expect(read(folder)).rejects.toThrow(message);
  });

  test("an unknown type, an unknown field, a day that can't be: the checker tells", async () => {
    const topic = (more: string): string => good.replace('"A"', `"A",${more}`);
    put("a.jsonl", [good.replace("Topic", "Topik"), topic('"nam":"B"'), ""].join("\n"));
    await expect(check(folder)).rejects.toThrow(
      /a\.jsonl:1 "Topik" is not a type of fact; did you mean "Topic"\?[^]*a\.jsonl:2 Topic has no field "nam"/,
    );
    put("a.jsonl", good.replace("}", ',"summary":{"value":"b","asOf":"2023-02-30"}}'));
    await expect(check(folder)).rejects.toThrow(/a\.jsonl:1 "2023-02-30" is not a date/);
  });

  test("defaults of the file, a byte order mark, numbers, empty lines", async () => {
    put(
      "a.jsonl",
      `\uFEFF{"source":"source:a","retrieved":"2026-11-24","at":[1,2]}\r\n\r\n{"type":"Topic","id":"topic:a","name":2023}\r\n`,
    );
    const [fact] = (await read(folder)).facts;
    expect(fact!.origin.line).toBe(3);
    expect(said(fact!, "name")).toMatchObject([
      { value: "2023", source: "source:a", retrieved: "2026-11-24", locators: ["1", "2"] },
    ]);
  });

  test("a line of very many bytes is refused, and never held", async () => {
    const file = path.join(folder, "a.jsonl");
    const out = createWriteStream(file);
    out.write(`${good}\n{"type":"`);
    const part = Buffer.alloc(1024 * 1024, "x");
    for (let written = 0; written < 200; written += 1) if (!out.write(part)) await once(out, "drain");
    out.end();
    await once(out, "finish");
    const before = process.memoryUsage().rss;
    await expect(read(folder)).rejects.toThrow(`${file}:2 is a line of more than 1 MB`);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
    rmSync(file);
  });

  test("after many problems the rest is not read", async () => {
    put("a.jsonl", "{\n".repeat(10_000));
    await expect(read(folder)).rejects.toThrow(/after 50 problems the rest of the file was not read[^]*51 problems/);
  });
});

const header = "No,Country,Cell\n";

describe("a broken table is told with file and line", () => {
  const more = "      nationality: { column: Country, as: country }\n      method: { column: Cell }\n";
  test.each<[string, string | Uint8Array, RegExp]>([
    ["a quote that stays open", `${header}1,MX,a\n2,MX,"b\n3,MX,c\n`, /t\.csv:3 opens a quote that is closed nowhere/],
    ["a quote within a cell", `${header}1,MX,"a"b\n`, /t\.csv:2 has a quote within a cell/],
    ["too few cells", `${header}1,MX\n2,MX,b\n`, /t\.csv:2 has 2 cells: expected 3, as the header has/],
    ["too many cells", `${header}1,MX,a\n2,MX,b,c\n`, /t\.csv:3 has 4 cells: expected 3/],
    ["a formula", `${header}1,MX,"=SUM(A1:A2)"\n`, /t\.csv:2 "=SUM\(A1:A2\)" in column "Cell" is a formula/],
    ["a command", `${header}1,MX,@now\n`, /t\.csv:2 "@now" in column "Cell" is a formula/],
    [
      "a formula after a sign",
      `${header}1,MX,+1+cmd\n2,MX,-b\n`,
      /t\.csv:2 .* is a formula[^]*t\.csv:3 .* is a formula/,
    ],
    ["another encoding", latin1(`${header}1,México,a\n`), /t\.csv:2 is not in UTF-8/],
    ["a row without end", `${header}1,MX,"${"a\n".repeat(600_000)}`, /t\.csv:2 begins a row of more than 1 MB/],
    ["a line without end", `${header}1,MX,${"a".repeat(1_100_000)}`, /t\.csv:2 is a line of more than 1 MB/],
    [
      "an unknown country",
      `${header}1,Mexcio,a\n`,
      /t\.csv:2 Flow\.nationality: no country is called "Mexcio"; did you mean "Mexico"\?/,
    ],
    ["an empty cell in an id", `${header},MX,a\n`, /t\.csv:2 id: the cell of "No" is empty/],
    ["an id of no letters", `${header}？？,MX,a\n`, /t\.csv:2 id: "？？" has no letter a-z/],
    ["two columns of one name", "No,Cell,Country,No\n1,a,MX,2\n", /t\.csv:1 has two columns called "No"/],
    [
      "another delimiter",
      "No;Country;Cell\n1;MX;a\n",
      /t\.mapping\.yaml:4 the table has no column "No".*say "delimiter"/,
    ],
    [
      "a column of another name",
      "No,County,Cell\n1,MX,a\n",
      /t\.mapping\.yaml:7 the table has no column "Country"; did you mean "County"\?/,
    ],
    ["nothing", "", /t\.csv:1 is empty: expected a header/],
  ])("%s", async (_, text, message) => {
    put("t.csv", text);
    put("t.mapping.yaml", flow(more));
    await expect(read(folder)).rejects.toThrow(message);
  });

  test("numbers with a sign and a dash for nothing are no formulas", async () => {
    const fact = await flowOf("No,Cell", "1,-", "      method: { column: Cell }\n");
    expect(said(fact, "method")[0]!.value).toBe("-");
  });

  test.each([
    ["a date that may be two", "period: { column: Cell, as: date }", "3/4/2021", /say "order: DMY" or "order: MDY"/],
    ["no date", "period: { column: Cell, as: date }", "soon", /"soon" is not a date: expected EDTF/],
    ["a year of two digits", "period: { column: Cell, as: date, order: DMY }", "3/4/21", /has no year of four digits/],
    ["a month that isn't", "method: { column: Cell, as: month }", "13", /"13" is not a month/],
    ["a number that may be two", "count: { column: Cell, as: number }", '"1,23"', /"1,23" is not a number/],
    [
      "a word of no meaning",
      "qualifier: { column: Cell, words: { Yes: ABOUT } }",
      "Yea",
      /"Yea" is not among the words of the mapping; did you mean "Yes"\?/,
    ],
    [
      "a word like one of the language's own",
      "qualifier: { column: Cell, words: { Y: ABOUT } }",
      "toString",
      /"toString" is not among/,
    ],
    ["a code of ISO for GEC", "nationality: { column: Cell, as: gec }", "mex", /no country has the code "mex" in GEC/],
  ])("a cell: %s", async (_, field, cell, message) => {
    await expect(flowOf("No,Cell", `1,${cell}`, `      ${field}\n`)).rejects.toThrow(message);
    await expect(read(folder)).rejects.toThrow(/t\.csv:2 Flow\./);
  });

  test("a day that can't be is the checker's, with the line of its row", async () => {
    put("t.csv", "No,Cell\n1,31/02/2021\n");
    put("t.mapping.yaml", flow("      period: { column: Cell, as: date, order: DMY }\n"));
    await expect(check(folder)).rejects.toThrow(/t\.csv:2 Flow\.period: "2021-02-31" is not a date/);
  });
});

describe("a broken mapping is told with its line", () => {
  test.each([
    ["no YAML", "entities: [", /t\.mapping\.yaml:\d+ is not YAML/],
    ["no entities", "source: source:a\n", /t\.mapping\.yaml:1 entities: expected a list/],
    [
      "an unknown word",
      `sorce: source:a\n${flow()}`,
      /t\.mapping\.yaml:1 sorce: is not a word of a mapping here; did you mean "source"\?/,
    ],
    [
      "an unknown word of a value",
      flow("      method: { colum: No }\n"),
      /t\.mapping\.yaml:7 entities\.0\.fields\.method\.colum: is not a word of a mapping here; did you mean "column"\?/,
    ],
    [
      "a reading that isn't one",
      flow("      method: { column: No, as: contry }\n"),
      /t\.mapping\.yaml:7 .*as: .*country/,
    ],
    [
      "two ways to a value",
      flow("      method: { column: No, template: a }\n"),
      /t\.mapping\.yaml:7 .*a value has one of column, template/,
    ],
    ["a value of no way", flow("      method: { as: slug }\n"), /t\.mapping\.yaml:7 .*a value has one of/],
    [
      "an order without a date",
      flow("      method: { column: No, order: DMY }\n"),
      /:7 .*"order" goes with "as: date"/,
    ],
    ["a confidence above one", flow("      method: { column: No, confidence: 2 }\n"), /:7 .*confidence: Too big/],
    ["a basis that isn't one", flow("      method: { column: No, basis: GUESSED }\n"), /:7 .*basis: .*INFERRED/],
    [
      "an unknown type",
      flow().replace("Flow", "Flw"),
      /t\.mapping\.yaml:3 "Flw" is not a type of fact; did you mean "Flow"\?/,
    ],
    [
      "an unknown field",
      flow("      metod: told\n"),
      /t\.mapping\.yaml:7 Flow has no field "metod" to state; did you mean "method"\?/,
    ],
    [
      "an unknown column in a template",
      flow("      method: of {Cel}\n"),
      /t\.mapping\.yaml:7 the table has no column "Cel"; did you mean "Cell"\?/,
    ],
    ["a brace alone", flow("      method: of {Cell\n"), /t\.mapping\.yaml:7 .*has an unmatched brace/],
    [
      "an unknown column of a condition",
      flow().replace("    fields", "    where: { B: x }\n    fields"),
      /t\.mapping\.yaml:5 the table has no column "B"/,
    ],
    [
      "a condition that nothing meets",
      flow().replace("    fields", "    where: { Cell: y }\n    fields"),
      /t\.mapping\.yaml:5 fits none of the 1 rows/,
    ],
    ["a cell read from itself", `cells: { a: { template: "{a}" } }\n${flow()}`, /:1 the table has no column "a"/],
    ["a cell with a column's name", `cells: { No: { column: Cell } }\n${flow()}`, /:1 "No" is the name of a column/],
    ["digits that YAML drops", flow("      method: 007\n"), /t\.mapping\.yaml:7 007 is read as 7: write it in quotes/],
  ])("%s", async (_, mapping, message) => {
    put("t.csv", "No,Cell\n1,x\n");
    put("t.mapping.yaml", mapping);
    await expect(read(folder)).rejects.toThrow(message);
  });

  test("a table without a mapping, a mapping without a table, a folder of neither", async () => {
    await expect(read(folder)).rejects.toThrow(/is not a bundle: expected a folder with files of facts/);
    await expect(read(path.join(folder, "nowhere"))).rejects.toThrow(/is not a bundle/);
    put("t.csv", "No\n1\n");
    put("u.mapping.yaml", flow());
    await expect(read(folder)).rejects.toThrow(
      /t\.csv:1 has no mapping: expected t\.mapping\.yaml beside it[^]*u\.mapping\.yaml:1 is a mapping without a table: expected u\.csv/,
    );
  });

  test("YAML in another encoding, and a folder that is called as a file", async () => {
    put("a.yaml", latin1("facts: {} # México\n"));
    mkdirSync(path.join(folder, "b.jsonl"));
    await expect(read(folder)).rejects.toThrow(/a\.yaml:1 .*(?:UTF-8|utf-8)[^]*b\.jsonl:1 is not a file/);
  });
});
