import { expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

const { ask } = useService();
const talks = "meeting:mexico-city-2023-12-27";

const steps = async (args: string): Promise<any> => {
  const { data, errors } = await ask(`{ steps(${args}) {
    totalCount countsByKind { kind count } pageInfo { hasNextPage endCursor }
    edges { cursor node { key kind source target sentence date { firstDay lastDay } via { id } claims { id } } } } }`);
  expect(errors).toBeUndefined();
  return data.steps;
};
const keysOf = ({ edges }: any): string[] => edges.map(({ node }: any) => `${node.key} ${node.target}`);

/** All steps, in pages of a size. */
async function all(args: string, size: number): Promise<string[]> {
  const found: string[] = [];
  for (let after = "", next = true; next;) {
    const page = await steps(`${args}, first: ${size} ${after}`);
    found.push(...keysOf(page));
    next = page.pageInfo.hasNextPage;
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
  return found;
}

test("the steps from an entity are those of its neighborhood, each with what says so", async () => {
  const found = await steps(`of: { id: "${talks}" }, first: 100`);
  const { data } = await ask(`{ neighborhood(of: [{ id: "${talks}" }], perList: 50, maximumNodes: 500) {
    nodes { degree omitted } edges { key source target } } }`);
  const { nodes, edges } = data.neighborhood;
  const own = edges.filter(({ source, target }: any) => [source, target].includes(talks));
  expect(nodes[0].omitted).toBe(0);
  expect(found.totalCount).toBe(nodes[0].degree);
  expect(found.edges.map(({ node }: any) => node.key).sort()).toEqual(own.map(({ key }: any) => key).sort());
  for (const { node } of found.edges) {
    expect(node.source).toBe(talks);
    expect(node.claims.length).toBeGreaterThan(0);
  }
});

test.each([1, 7, 25])("pages of %i give each step once, in one order", async (size) => {
  const args = `of: { id: "country:us" }, through: [PARTICIPATION, MEETING_HOST]`;
  const { totalCount, countsByKind } = await steps(args);
  const found = await all(args, size === 1 ? 50 : size);
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBe(totalCount);
  expect(countsByKind.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(totalCount);
  expect(found).toEqual(await all(args, 100));
});

test("backward, the pages are the same from the end", async () => {
  const args = `of: { id: "country:us" }, through: [PARTICIPATION, MEETING_HOST]`;
  const found: string[] = [];
  for (let before = "", more = true; more;) {
    const { data } = await ask(`{ steps(${args}, last: 40 ${before}) {
      pageInfo { hasPreviousPage startCursor } nodes { key target } } }`);
    const { nodes, pageInfo } = data.steps;
    found.unshift(...nodes.map(({ key, target }: any) => `${key} ${target}`));
    more = pageInfo.hasPreviousPage;
    before = `, before: "${pageInfo.startCursor}"`;
  }
  expect(found).toEqual(await all(args, 100));
});

test("the newest come first, and a period leaves out what falls outside it", async () => {
  const { edges } = await steps(`of: { id: "country:us" }, through: [PARTICIPATION], first: 50`);
  const days: string[] = edges.map(({ node }: any) => node.date?.firstDay ?? "");
  expect(days).toEqual([...days].sort().reverse());
  const then = await steps(`of: { id: "country:us" }, through: [PARTICIPATION], during: "2001/2010", first: 100`);
  expect(then.totalCount).toBe(then.edges.length);
  expect(then.totalCount).toBeGreaterThan(0);
  for (const { node } of then.edges)
    expect(node.date.firstDay <= "2010-12-31" && node.date.lastDay >= "2001").toBe(true);
});

test("an unknown entity is null; another list's cursor and too many are refused", async () => {
  expect(await steps(`of: { id: "official:nobody" }`)).toBeNull();
  const { pageInfo } = await steps(`of: { id: "country:us" }, through: [PARTICIPATION], first: 2`);
  for (const [args, code] of [
    [`of: { id: "country:mx" }, through: [PARTICIPATION], after: "${pageInfo.endCursor}"`, "CURSOR_INVALID"],
    [`of: { id: "country:us" }, through: [MEETING_HOST], after: "${pageInfo.endCursor}"`, "CURSOR_INVALID"],
    [`of: { id: "country:us" }, first: 101`, "LIMIT_EXCEEDED"],
    [`of: { id: "nobody" }`, "BAD_USER_INPUT"],
    [`of: { id: "country:us" }, through: [PARTICIPATION], last: 2, after: "${pageInfo.endCursor}"`, "BAD_USER_INPUT"],
  ]) {
    const { errors } = await ask(`{ steps(${args}) { totalCount } }`);
    expect([args, errors?.[0]!.extensions.code]).toEqual([args, code]);
  }
});
