/** Finished footnotes, as they are printed. */
import { describe, expect, test } from "@jest/globals";
import { footnoteOf } from "../../src/citations/footnote.ts";
import type { CitedRecord } from "../../src/citations/records.ts";
import { styles, type StyleName } from "../../src/citations/styles.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService();
const all = Object.keys(styles) as StyleName[];

/** What ten notes and entries of the seed say, in three styles. */
const printed: Record<string, [chicago: string, apa: string, mla: string]> = {
  "source:factbook": [
    "Central Intelligence Agency, “The World Factbook,” n.d., https://www.cia.gov/the-world-factbook/.",
    "Central Intelligence Agency. (n.d.). <i>The World Factbook</i> [Data set]. https://www.cia.gov/the-world-factbook/",
    "<i>The World Factbook</i>. Central Intelligence Agency, https://www.cia.gov/the-world-factbook/.",
  ],
  "source:historian-rdcr": [
    "Office of the Historian, “A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776,” n.d., https://history.state.gov/countries.",
    "Office of the Historian. (n.d.). <i>A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776</i> [Data set]. https://history.state.gov/countries",
    "<i>A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776</i>. Office of the Historian, https://history.state.gov/countries.",
  ],
  "source:cnn-us-mexico-migration-talks": [
    "“[Report by CNN on the Migration Talks of December 2023],” <i>CNN</i>, n.d.",
    "[Report by CNN on the migration talks of December 2023]. (n.d.). <i>CNN</i>.",
    "“[Report by CNN on the Migration Talks of December 2023].” <i>CNN</i>.",
  ],
  "source:reuters-photograph-2023-12-27": [
    "Reuters, “[Photograph by Reuters of the Talks of 27 December 2023],” n.d.",
    "Reuters. (n.d.). <i>[Photograph by Reuters of the talks of 27 December 2023]</i>.",
    "<i>[Photograph by Reuters of the Talks of 27 December 2023]</i>. Reuters.",
  ],
  "source:geonames": [
    "GeoNames, “GeoNames,” n.d., https://www.geonames.org/.",
    "GeoNames. (n.d.). <i>GeoNames</i>. https://www.geonames.org/",
    "<i>GeoNames</i>. GeoNames, https://www.geonames.org/.",
  ],
  "source:border-encounters-southwest": [
    "Customs and Border Protection, “[Encounters at the Southwest Land Border, by Month],” n.d., https://www.cbp.gov/newsroom/stats/southwest-land-border-encounters.",
    "Customs and Border Protection. (n.d.). <i>[Encounters at the southwest land border, by month]</i> [Data set]. https://www.cbp.gov/newsroom/stats/southwest-land-border-encounters",
    "<i>[Encounters at the Southwest Land Border, by Month]</i>. Customs and Border Protection, https://www.cbp.gov/newsroom/stats/southwest-land-border-encounters.",
  ],
  "country:mx": [
    "International Organization for Standardization, “Codes for the Representation of Names of Countries and Their Subdivisions, Part 1: Country Code,” MX, accessed November 23, 2026, https://www.iso.org/iso-3166-country-codes.html.",
    "International Organization for Standardization. (n.d.). <i>Codes for the representation of names of countries and their subdivisions, part 1: Country code</i>. Retrieved November 23, 2026, from https://www.iso.org/iso-3166-country-codes.html",
    "<i>Codes for the Representation of Names of Countries and Their Subdivisions, Part 1: Country Code</i>. International Organization for Standardization, https://www.iso.org/iso-3166-country-codes.html. Accessed 23 Nov. 2026.",
  ],
  "official:blinken-antony-j": [
    "Office of the Historian, “Principal Officers &amp; Chiefs of Mission,” n.d., person blinken-antony-j, https://history.state.gov/departmenthistory/people/blinken-antony-j.",
    "Office of the Historian. (n.d.). <i>Principal Officers &amp; Chiefs of Mission</i>. https://history.state.gov/departmenthistory/people/blinken-antony-j",
    "<i>Principal Officers &amp; Chiefs of Mission</i>. Office of the Historian, https://history.state.gov/departmenthistory/people/blinken-antony-j.",
  ],
  "tenure:us-president-jefferson-thomas-1801": [
    "The @unitedstates project, “Congress-Legislators,” n.d., J000069 term 3, executive.yaml, line 69, https://github.com/unitedstates/congress-legislators.",
    "The @unitedstates project. (n.d.). <i>congress-legislators</i> [Data set]. https://github.com/unitedstates/congress-legislators",
    "<i>Congress-Legislators</i>. The @unitedstates project, https://github.com/unitedstates/congress-legislators.",
  ],
  "meeting:trip-1914": [
    "Office of the Historian, “Travels Abroad of the President and of the Secretary of State,” n.d., trip 1914, https://history.state.gov/departmenthistory/travels/secretary/seward-william-henry.",
    "Office of the Historian. (n.d.). <i>Travels Abroad of the President and of the Secretary of State</i>. https://history.state.gov/departmenthistory/travels/secretary/seward-william-henry",
    "<i>Travels Abroad of the President and of the Secretary of State</i>. Office of the Historian, https://history.state.gov/departmenthistory/travels/secretary/seward-william-henry.",
  ],
};

test.each(Object.entries(printed))("%s", async (id, expected) => {
  const { data, errors } = await ask(
    `query ($id: ID!) { chicago: citation(id: $id) { html } apa: citation(id: $id, style: APA) { html } mla: citation(id: $id, style: MLA) { html } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  expect([data.chicago.html, data.apa.html, data.mla.html]).toEqual(expected);
});

test("an entity leads to the record that says most of it, a merged one as well; a source is cited as a whole", async () => {
  const { data, errors, statements } = await ask(`{
    meeting: citation(id: "meeting:trip-4191") { text source { id } claim { locator subject { id } } }
    source: citation(id: "source:factbook") { style text source { id } claim { id } }
    unknown: citation(id: "meeting:nobody-knows") { text }
  }`);
  expect(errors).toBeUndefined();
  expect(data.meeting.claim.subject.id).toBe("meeting:mexico-city-2023-12-27");
  expect(data.source).toMatchObject({ style: "CHICAGO_NOTE", source: { id: "source:factbook" }, claim: null });
  expect(data.unknown).toBeNull();
  expect(statements).toBeLessThanOrEqual(5);
});

test("a list of claims has a note for each, for one statement more", async () => {
  const query = (fields: string): string =>
    `{ meetings(first: 5) { nodes { claims(first: 20) { nodes { id ${fields} } } } } }`;
  const plain = await ask(query(""));
  const { data, errors, statements } = await ask(query("citation { text }"));
  expect(errors).toBeUndefined();
  expect(statements).toBe(plain.statements + 1);
  const notes = data.meetings.nodes.flatMap(({ claims }: any) => claims.nodes);
  expect(notes.length).toBeGreaterThan(20);
  for (const { citation } of notes) expect(citation.text).toMatch(/^\S.*\.$/s);
});

test.each([
  [`{ citation(id: "nothing") { text } }`, 'An id is "kind:slug"'],
  [`{ citation(id: "meetings:x") { text } }`, 'did you mean "meeting"?'],
  [`{ citation(id: "country:mx", style: CHICAGO) { text } }`, 'Value "CHICAGO" does not exist'],
])("%s is refused", async (query, message) => {
  const { errors } = await ask(query);
  expect(errors![0]!.message).toContain(message);
});

const record = (changes: Partial<CitedRecord["source"]>, place: Partial<CitedRecord> = {}): CitedRecord => ({
  claim: null,
  locator: null,
  page: null,
  file: null,
  revision: null,
  retrieved: null,
  ...place,
  source: {
    id: "source:x",
    name: "A source",
    headline: "A title",
    kind: "DATA_SET",
    date: null,
    address: "https://example.org/?a=1&b=<2>",
    publishers: ["A body"],
    whole: null,
    ...changes,
  },
});

describe.each(all)("%s", (style) => {
  test.each([
    "A lone { brace and a } brace",
    "<b>Bold</b> and <script>alert(1)</script>",
    "Black & White &amp; <i>Grey</i>",
    "It's \"quoted\" 'twice'",
    "Ends with a stop. ",
    "Ends with a question?",
    "$1 $& \\1 %s",
    "Ελλάδα, 中国, العربية",
  ])("the title %j is printed, escaped, and brings no markup", async (title) => {
    const place = { locator: 'line <1> & 2-3 "x".' };
    const { text, html } = await footnoteOf(record({ headline: title, publishers: [title] }, place), style);
    expect(html).not.toMatch(/<(?!\/?i>)|&(?!(?:amp|lt|gt|quot|#39|#x27|#x2f);)/i);
    expect(text).not.toMatch(/\.\.|\?\.|[\uE000-\uF8FF]/);
    const letters = (each: string): string => each.toLowerCase().replace(/[^\p{L}\p{N}<>&{}$\\%]/gu, "");
    expect(letters(text)).toContain(letters(title));
    if (styles[style].isNote) expect(text).toContain('line <1> & 2-3 "x"');
  });

  test.each([
    ["2023-12-27", /2023/],
    ["1984~", /ca\. 1984/],
    ["1984?", /1984\?/],
    ["2004-06%", /ca\. June 2004\?/],
    ["199X", /1990s/],
    ["19XX", /between 1900 and 1999/],
    ["2001-21", /spring 2001/],
    ["../1900", /until 1900/],
    ["1900/..", /since 1900/],
    ["[1984,1986]", /1984 or 1986/],
    ["1984/1986~", /1984 to ca\. 1986/],
  ])("the date %s has no day that isn't in it", async (date, expected) => {
    const { text } = await footnoteOf(record({ date }), style);
    expect(text).toMatch(expected);
    expect(text.match(new RegExp(expected, "g"))!.length).toBe(1);
    if (!/\d{4}-\d\d-\d\d/.test(date)) expect(text).not.toMatch(/(?:January|December|Jan\.|Dec\.) \d|\d (?:Jan|Dec)/);
  });

  test("a day of access is told if it is known, and not if it is uncertain", async () => {
    const known = await footnoteOf(record({}, { retrieved: "2026-11-24" }), style);
    expect(known.text).toMatch(/(?:accessed|retrieved) (?:November 24, 2026|24 Nov\. 2026)/i);
    for (const retrieved of [null, "2026?", "2026-XX-24"])
      expect((await footnoteOf(record({}, { retrieved }), style)).text).not.toMatch(/accessed|retrieved/i);
  });
});

test("without a page, a note names the file, the line and the revision", async () => {
  const place = { locator: "row 3", file: "data/some file.csv:12", revision: "abc1234" };
  const { text } = await footnoteOf(record({}, place), "CHICAGO_NOTE");
  expect(text).toContain("row 3, data/some file.csv, line 12, revision abc1234");
  const { text: paged } = await footnoteOf(record({}, { ...place, page: "https://example.org/3" }), "CHICAGO_NOTE");
  expect(paged).not.toContain("line 12");
  expect(paged).toContain("https://example.org/3");
});

test("an export has a note for each item, and a bibliography each entry once", async () => {
  const get = async (name: string): Promise<string[]> => {
    const response = await fetch(`${service().url}/export/${name}`);
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    return (await response.text()).trimEnd().split("\n");
  };
  const { data } = await ask(`{ sources { totalCount } }`);
  const notes = await get("sources.chicago-note.txt");
  expect(notes).toHaveLength(data.sources.totalCount + 1);
  expect(notes.at(-1)).toMatch(
    /^The editors of Entente, “Entente, a Knowledge Graph of Bilateral Diplomacy: Sources,” /,
  );
  for (const style of ["chicago-bibliography", "chicago-author-date", "apa", "mla"]) {
    const entries = await get(`sources.${style}.txt`);
    expect(new Set(entries).size).toBe(entries.length);
    expect(entries.join("\n")).toContain("World Factbook");
  }
});
