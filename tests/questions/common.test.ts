import { beforeAll, describe, expect, test } from "@jest/globals";
import { readMemory, type Memory } from "../support/memory.ts";
import { randomNumbers } from "../support/random.ts";
import { stepsOf, type Steps } from "../support/steps.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService();
const [blinken, mayorkas] = ["official:blinken-antony-j", "official:mayorkas-alejandro"];
const talks = "meeting:mexico-city-2023-12-27";

const common = async (args: string): Promise<any> => {
  const { data, errors } = await ask(
    `{ common(${args}) { totalCount countsByKind { kind count } pageInfo { hasNextPage endCursor startCursor } edges { node { id __typename } fromA { ...How } fromB { ...How } } } }
     fragment How on Step { sentence from { id } to { id } via { id } claims { id } }`,
  );
  expect(errors).toBeUndefined();
  return data.common;
};
const idsOf = ({ edges }: any): string[] => edges.map(({ node }: any) => node.id);

test("two of a delegation share the meeting, each led there by a step of its own with claims", async () => {
  const found = await common(`a: { id: "${blinken}" }, b: { id: "${mayorkas}" }`);
  expect(idsOf(found)).toContain(talks);
  const { fromA, fromB } = found.edges.find(({ node }: any) => node.id === talks);
  for (const [steps, id] of [
    [fromA, blinken],
    [fromB, mayorkas],
  ]) {
    expect(steps).toHaveLength(1);
    expect(steps[0]).toMatchObject({
      from: { id },
      to: { id: talks },
      via: { id: expect.stringMatching(/^participation:/) },
    });
    expect(steps[0].claims.length).toBeGreaterThan(0);
    expect(steps[0].sentence).toMatch(/the talks in Mexico City on 27 December 2023\.$/);
  }
});

test("kinds and times choose", async () => {
  const meetings = await common(`a: { id: "${blinken}" }, b: { id: "${mayorkas}" }, kinds: [MEETING]`);
  expect(idsOf(meetings)).toEqual([talks]);
  expect(meetings.countsByKind).toEqual([{ kind: "MEETING", count: 1 }]);
  expect(
    (await common(`a: { id: "${blinken}" }, b: { id: "${mayorkas}" }, kinds: [MEETING], during: "2022"`)).totalCount,
  ).toBe(0);
});

test("pages give each thing once, forward and backward alike", async () => {
  const args = `a: { country: { isoAlpha2: "us" } }, b: { id: "country:mx" }`;
  const forward: string[] = [];
  let total = 0;
  for (let more = "", next = true; next;) {
    const page = await common(`${args}, first: 7 ${more}`);
    forward.push(...idsOf(page));
    ({ totalCount: total } = page);
    next = page.pageInfo.hasNextPage;
    more = `, after: "${page.pageInfo.endCursor}"`;
  }
  expect(new Set(forward).size).toBe(forward.length);
  expect(forward).toHaveLength(total);
  const last = await common(`${args}, last: 10`);
  expect(idsOf(last)).toEqual(forward.slice(-10));
  expect(idsOf(await common(`${args}, last: 10, before: "${last.pageInfo.startCursor}"`))).toEqual(
    forward.slice(-20, -10),
  );
}, 60_000);

describe("what isn't right", () => {
  test("an unknown id is null", async () => {
    expect(await common(`a: { id: "${blinken}" }, b: { id: "official:nobody" }`)).toBeNull();
  });

  test.each([
    [`a: { id: "${blinken}" }, b: { id: "${blinken}" }`, "BAD_USER_INPUT"],
    [`a: { id: "${blinken}" }, b: { id: "nobody" }`, "BAD_USER_INPUT"],
    [`a: { id: "${blinken}" }, b: { id: "claim:0123456789abcdef" }`, "BAD_USER_INPUT"],
    [`a: { id: "${blinken}" }, b: { id: "${mayorkas}" }, first: 101`, "LIMIT_EXCEEDED"],
    [`a: { id: "${blinken}" }, b: { id: "${mayorkas}" }, after: "here"`, "CURSOR_INVALID"],
  ])("%s", async (args, code) => {
    const { errors, statements } = await ask(`{ common(${args}) { totalCount } }`);
    expect(errors![0]!.extensions.code).toBe(code);
    expect(statements ?? 0).toBe(0);
  });
});

describe("in memory", () => {
  let memory: Memory;
  let steps: Steps;
  beforeAll(async () => {
    memory = await readMemory(service().door);
    steps = stepsOf(memory);
  }, 300_000);

  test("random pairs share what both lead to", async () => {
    const random = randomNumbers(1848);
    const joints = /^(participation|tenure):/;
    const ids = [...steps.next.keys()].filter((id) => !joints.test(id) && steps.next.get(id)!.size > 0).sort();
    // Half of the pairs lie two steps apart, so that there is something to share.
    const pick = (from: string[]): string => from[Math.floor(random() * from.length)]!;
    const near = (id: string): string => pick([...steps.next.get(pick([...steps.next.get(id)!.keys()]))!.keys()]);
    let shared = 0;
    for (let index = 0; index < 60; index += 1) {
      const a = pick(ids);
      const b = index % 2 === 0 ? near(a) : pick(ids);
      if (a === b) continue;
      const found = await common(`a: { id: "${a}" }, b: { id: "${b}" }, first: 100`);
      const wanted = [...steps.next.get(a)!.keys()].filter((id) => steps.next.get(b)!.has(id) && !joints.test(id));
      expect([a, b, found.totalCount]).toEqual([a, b, wanted.length]);
      for (const id of idsOf(found)) expect(wanted).toContain(id);
      shared += wanted.length;
    }
    expect(shared).toBeGreaterThan(30);
  }, 300_000);
});
