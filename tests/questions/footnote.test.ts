/** Each claim leads to its record: the publisher's page, the file and line of the data set, its words. */
import { beforeAll, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

const { ask, service } = useService();

type Row = [
  source: string,
  locator: string,
  basis: string,
  page: string,
  file: string,
  revision: string,
  given: string,
  retrieved: string,
];
let claims: Row[];
beforeAll(async () => {
  claims = (await service().door.run(
    `MATCH (claim:Claim) WHERE claim.sortKey >= "" AND claim.id >= ""
     RETURN claim.sourceId, claim.locator, claim.basis, claim.page, claim.file, claim.revision, claim.given, claim.retrieved`,
    {},
    60_000,
  )) as Row[];
});
const ofDataSets = /^source:(?:historian|pocom|factbook|congress|border)/;

test("a claim of a data set has its file and line, and one of the editors or of the report has none", () => {
  const found = claims.filter(
    ([source, locator, basis]) => ofDataSets.test(source) && basis !== "AUTHORED" && locator !== "data set",
  );
  expect(found.length).toBeGreaterThan(5000);
  for (const [source, locator, , , file] of found)
    expect([source, locator, file]).toEqual([source, locator, expect.stringMatching(/^[\w ./-]+:\d+$/)]);
  for (const [source, , , , file] of claims.filter(([each]) => !ofDataSets.test(each)))
    expect([source, file]).toEqual([source, null]);
});

test("a record that its publisher has a page about leads to it, and a line of the Factbook to its edition", () => {
  const paged = claims.filter(([, locator]) =>
    /^(?:trip|visit|appointment|mission|position) |\.xml | \d{4}-\d\d-\d\d$/.test(`${locator} `.trimEnd()),
  );
  expect(paged.length).toBeGreaterThan(2000);
  for (const [source, locator, , page] of paged)
    expect([source, locator, page]).toEqual([source, locator, expect.stringMatching(/^https:\/\/[\w./-]+$/)]);
  for (const [source, locator, basis, , , revision] of paged)
    expect([source, locator, /^[0-9a-f]{40}$/.test(revision ?? "")]).toEqual([
      source,
      locator,
      source === "source:factbook" && basis !== "AUTHORED",
    ]);
});

test("an entry in the list of presidents has no page: its publisher's are about journeys", () => {
  const entries = claims.filter(
    ([source, , basis]) => source === "source:historian-presidents" && basis !== "AUTHORED",
  );
  expect(entries.length).toBeGreaterThan(5);
  expect(entries.map(([, , , page]) => page).filter((page) => page !== null)).toEqual([]);
});

test("what is said by the report is told by its paragraph, in few words; a data set doesn't say when the copy was taken", () => {
  const report = claims.filter(([source]) => source === "source:cnn-us-mexico-migration-talks");
  expect(report.length).toBeGreaterThan(100);
  for (const [, locator, , , , , given] of report) {
    expect(locator).toMatch(/^paragraph \d+$/);
    expect((given ?? "").length).toBeLessThan(60);
  }
  for (const [source, , , , , , , retrieved] of claims.filter(([each]) => ofDataSets.test(each)))
    expect([source, retrieved]).toEqual([source, null]);
});

test("a footnote can be asked for in one request", async () => {
  const { data, errors } = await ask(`{ meeting(by: { id: "meeting:trip-4191" }) { name claims(first: 20) { nodes {
    predicate locator page file revision retrieved { edtf } source { name headline } } } } }`);
  expect(errors).toBeUndefined();
  const [date] = data.meeting.claims.nodes.filter(
    ({ predicate, locator }: any) => predicate === "DATE" && locator === "trip 4191",
  );
  expect(date).toEqual({
    predicate: "DATE",
    locator: "trip 4191",
    page: "https://history.state.gov/departmenthistory/travels/secretary/blinken-antony-j",
    file: expect.stringMatching(/^secretary-travels\/blinken-antony-j\.xml:\d+$/),
    revision: null,
    retrieved: null,
    source: expect.anything(),
  });
});
