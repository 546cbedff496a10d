/** Groups of lists: for charts, after the list's filter. */
import { expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

// The first client has to wait until the graph has planned its statements.
const { ask } = useService({ limits: { milliseconds: 60_000 } });
const dataOf = async (query: string): Promise<any> => {
  const { data, errors } = await ask(query);
  expect(errors).toBeUndefined();
  return data;
};

test("meetings of a country by decade and kind, under a filter: the groups are the list", async () => {
  const { country } = await dataOf(`{
    country(by: { isoAlpha2: "MX" }) {
      meetings(filter: { status: { eq: HELD } }, first: 100) {
        totalCount
        nodes { kind date { firstDay } }
        counts(groupBy: [DATE_DECADE, KIND]) { keys { value name } count }
      }
    }
  }`);
  const { nodes, counts, totalCount } = country.meetings;
  expect(nodes).toHaveLength(Math.min(100, totalCount));
  const expected = new Map<string, number>();
  for (const { kind, date } of nodes) {
    const key = JSON.stringify([`${date.firstDay.slice(0, 3)}X`, kind]);
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const found = counts.map(({ keys, count }: any) => [JSON.stringify(keys.map(({ value }: any) => value)), count]);
  if (totalCount <= 100) expect(new Map(found)).toEqual(expected);
  expect(found.reduce((sum: number, [, count]: [string, number]) => sum + count, 0)).toBe(totalCount);
  const decades = counts.map(({ keys }: any) => keys[0].value);
  expect(decades).toEqual([...decades].sort((a: string, b: string) => (a < b ? -1 : 1)));
  for (const { keys } of counts) expect(keys[0].name).toBe(`${keys[0].value.slice(0, 3)}0s`);
});

test("a value is one that filters take: each group, asked for, is as large as was told", async () => {
  const { meetings } = await dataOf(
    `{ meetings { counts(groupBy: [DATE_MONTH], first: 5) { keys { value } count uncertain } } }`,
  );
  for (const { keys, count, uncertain } of meetings.counts) {
    const again = await dataOf(`{ meetings(filter: { date: { overlaps: "${keys[0].value}" } }) { totalCount } }`);
    expect(again.meetings.totalCount).toBeGreaterThanOrEqual(count - uncertain);
  }
});

test("a group of a relation leads to its entity, and all of them cost one statement", async () => {
  const { data, statements } = await ask(
    `{ meetings { counts(groupBy: [HOST], largestFirst: true, first: 20) { keys { value name entity { id name } } count } } }`,
  );
  const { counts } = data.meetings;
  expect(counts.length).toBeGreaterThan(1);
  for (const { keys } of counts)
    if (keys[0].value !== null) expect(keys[0].entity).toEqual({ id: keys[0].value, name: keys[0].name });
  const sizes = counts.map(({ count }: any) => count);
  expect(sizes).toEqual([...sizes].sort((a: number, b: number) => b - a));
  expect(statements).toBeLessThanOrEqual(3);
});

test("numbers are added up only where it is asked, and only those that are there and may be", async () => {
  const { flows } = await dataOf(`{
    flows(filter: { period: { overlaps: "2023-12" } }, first: 100) {
      totalCount
      nodes { measure count nationality { id } }
      counts(groupBy: [MEASURE, NATIONALITY], sum: COUNT) { keys { value } count sum sumRefused }
      without: counts(groupBy: [MEASURE]) { sum sumRefused }
    }
  }`);
  expect(flows.nodes).toHaveLength(flows.totalCount);
  for (const { keys, sum, sumRefused, count } of flows.counts) {
    const own = flows.nodes.filter(
      ({ measure, nationality }: any) => measure === keys[0].value && (nationality?.id ?? null) === keys[1].value,
    );
    const numbers = own.flatMap((flow: { count: number | null }) => flow.count ?? []);
    expect(own).toHaveLength(count);
    if (sumRefused === null)
      expect(sum).toBe(numbers.length === 0 ? null : numbers.reduce((a: number, b: number) => a + b, 0));
    else expect([sum, numbers.length > 1]).toEqual([null, true]);
  }
  expect(flows.counts.filter(({ sum }: any) => sum !== null).length).toBeGreaterThanOrEqual(4);
  for (const each of flows.without) expect(each).toEqual({ sum: null, sumRefused: null });
});

test("a date wider than its group is told as uncertain", async () => {
  // The visit planned for January 2024 may be on any day of it: the month and the year are certain.
  const { meetings } = await dataOf(
    `{ meetings(filter: { id: { eq: "meeting:washington-2024-01" } }) { month: counts(groupBy: [DATE_MONTH]) { keys { value name } uncertain } } }`,
  );
  expect(meetings.month).toEqual([{ keys: [{ value: "2024-01", name: "January 2024" }], uncertain: 0 }]);
  const { relationEvents } = await dataOf(
    `{ relationEvents(filter: { date: { overlaps: "1914" }, relation: { id: { eq: "bilateral-relation:mx-us" } } }) { nodes { date { edtf } } counts(groupBy: [DATE_MONTH]) { keys { value } count uncertain } year: counts(groupBy: [DATE_YEAR]) { uncertain } } }`,
  );
  expect(relationEvents.nodes.map(({ date }: any) => date.edtf)).toEqual(["1914"]);
  expect(relationEvents.counts).toEqual([{ keys: [{ value: "1914-01" }], count: 1, uncertain: 1 }]);
  expect(relationEvents.year).toEqual([{ uncertain: 0 }]);
});

test("asOf holds for groups too", async () => {
  const { tenures } = await dataOf(
    `{ tenures(asOf: "2023-12-27") { totalCount counts(groupBy: [STATUS]) { keys { value } count } } }`,
  );
  expect(tenures.counts.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(tenures.totalCount);
  for (const { keys } of tenures.counts) expect(["SERVED", "ACTING", null]).toContain(keys[0].value);
});

test.each([
  ["by nothing", "counts(groupBy: [])", "BAD_USER_INPUT"],
  ["twice by the same", "counts(groupBy: [KIND, KIND])", "BAD_USER_INPUT"],
  ["by three", "counts(groupBy: [KIND, STATUS, HOST])", "LIMIT_EXCEEDED"],
  ["fewer than none", "counts(groupBy: [KIND], first: -1)", "BAD_USER_INPUT"],
  ["too many", "counts(groupBy: [KIND], first: 1001)", "LIMIT_EXCEEDED"],
])("%s is refused before the graph is asked", async (_, counts, code) => {
  const { errors, statements, status } = await ask(`{ meetings { ${counts} { count } } }`);
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(statements).toBe(0);
  expect(status).toBe(400);
});

test("more groups than an answer may have are refused, not cut off; a limit of one's own is kept", async () => {
  const { data } = await ask(`{ claims { totalCount } }`);
  expect(data.claims.totalCount).toBeGreaterThan(1000);
  const { errors } = await ask(`{ claims { counts(groupBy: [SUBJECT]) { count } } }`);
  expect(errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  expect(errors?.[0]?.message).toContain("1000");
  const { claims } = await dataOf(`{ claims { counts(groupBy: [SUBJECT], first: 3, largestFirst: true) { count } } }`);
  expect(claims.counts).toHaveLength(3);
});

test("groups are of the list and not of each item of its page: they cost once", async () => {
  const { errors } = await ask(`{ meetings(first: 100) { nodes { id } counts(groupBy: [KIND]) { count } } }`);
  expect(errors).toBeUndefined();
  const { errors: refused } = await ask(
    `{ countries(first: 100) { nodes { meetings { counts(groupBy: [KIND]) { count } } } } }`,
  );
  expect(refused?.[0]?.extensions).toMatchObject({ code: "LIMIT_EXCEEDED", cost: 100 * (1 + 1 + 1000) });
});
