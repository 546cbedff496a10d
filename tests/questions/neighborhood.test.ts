import { beforeAll, describe, expect, test } from "@jest/globals";
import { readMemory, type Memory } from "../support/memory.ts";
import { stepsOf, type Steps } from "../support/steps.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService();
const talks = "meeting:mexico-city-2023-12-27";
const fields = `
  truncated unknown omittedByKind { kind count }
  nodes { entityId kind label depth degree omitted omittedByKind { kind count } entity { id name } }
  edges { key source target relation kind date { edtf } sentence via { id } claims { id } }`;

const asked = async (args: string): Promise<any> => {
  const answer = await ask(`{ neighborhood(${args}) { ${fields} } }`);
  expect(answer.errors).toBeUndefined();
  return { ...answer.data.neighborhood, statements: answer.statements };
};

test("around the talks: who took part, where, and about what, with claims on each edge", async () => {
  const { nodes, edges } = await asked(`of: [{ id: "${talks}" }]`);
  const ids = nodes.map(({ entityId }: any) => entityId);
  expect(ids).toEqual(
    expect.arrayContaining([
      talks,
      "official:blinken-antony-j",
      "official:mayorkas-alejandro",
      "place:mexico-city",
      "country:mx",
    ]),
  );
  expect(nodes[0]).toMatchObject({ entityId: talks, depth: 0, kind: "MEETING", omitted: 0 });
  for (const { label, entity } of nodes) expect(label).toBe(entity.name);
  for (const { claims } of edges) expect(claims.length).toBeGreaterThan(0);
  const part = edges.find(({ via }: any) => via?.id === "participation:mexico-city-2023-12-27-mayorkas");
  expect(part).toMatchObject({ relation: "Participation", date: { edtf: "2023-12-27" } });
  expect(new Set([part.source, part.target])).toEqual(new Set([talks, "official:mayorkas-alejandro"]));
});

test("parts and tenures are nodes where that is asked for", async () => {
  const { nodes, edges } = await asked(`of: [{ id: "${talks}" }], collapse: false`);
  expect(nodes.filter(({ kind }: any) => kind === "PARTICIPATION").length).toBeGreaterThan(2);
  expect(edges.some(({ relation }: any) => relation === "Participation.meeting")).toBe(true);
  for (const { via } of edges) expect(via).toBeNull();
});

test("kinds, kinds of step and times choose", async () => {
  const officials = await asked(`of: [{ id: "${talks}" }], kinds: [OFFICIAL]`);
  expect(new Set(officials.nodes.slice(1).map(({ kind }: any) => kind))).toEqual(new Set(["OFFICIAL"]));
  const hosts = await asked(`of: [{ id: "country:mx" }], through: [MEETING_HOST]`);
  expect(hosts.edges.length).toBeGreaterThan(0);
  for (const { kind } of hosts.edges) expect(kind).toBe("MEETING_HOST");
  const then = await asked(
    `of: [{ id: "country:mx" }], through: [PARTICIPATION], kinds: [MEETING], during: "2010/2019"`,
  );
  expect(then.edges.length).toBeGreaterThan(0);
  for (const { date } of then.edges) expect(date.edtf).toMatch(/^201\d/);
});

test("each list shows some, the newest first, and tells how many are left out", async () => {
  const { nodes, edges, truncated } = await asked(`of: [{ id: "country:us" }], through: [PARTICIPATION], perList: 5`);
  expect(truncated).toBe(true);
  expect(edges).toHaveLength(5);
  const { data } = await ask(
    `{ country(by: { isoAlpha2: "US" }) { participations(last: 5) { totalCount nodes { meeting { id } } } } }`,
  );
  const { totalCount, nodes: newest } = data.country.participations;
  expect(nodes[0].omittedByKind).toContainEqual({ kind: "PARTICIPATION", count: totalCount - 5 });
  const shown = nodes.slice(1).map(({ entityId }: any) => entityId);
  expect(new Set(shown)).toEqual(new Set(newest.map(({ meeting }: any) => meeting.id)));
});

test("beside what is drawn already, the steps to it are edges too, and it isn't repeated", async () => {
  const whole = await asked(`of: [{ id: "${talks}" }]`);
  const [, first, ...others] = whole.nodes.map(({ entityId }: any) => entityId);
  const beside = [talks, ...others].map((id) => `"${id}"`).join();
  const added = await asked(`of: [{ id: "${first}" }], maximumNodes: 1, beside: [${beside}]`);
  expect(added.nodes.map(({ entityId }: any) => entityId)).toEqual([first]);
  const keys = ({ edges }: any): string[] =>
    edges
      .filter(({ source, target }: any) => [source, target].includes(first))
      .map(({ key }: any) => key)
      .sort();
  expect(keys(added)).toEqual(keys(whole));
  expect(keys(added).length).toBeGreaterThan(0);
  const [node] = added.nodes;
  expect(node.omitted).toBe(node.degree - added.edges.length);
});

test("an unknown id is told, and no id or too many are refused", async () => {
  expect(await asked(`of: [{ id: "official:nobody" }, { id: "${talks}" }]`)).toMatchObject({ unknown: [0] });
  expect((await asked(`of: [{ id: "official:nobody" }]`)).nodes).toEqual([]);
  for (const [args, code] of [
    [`of: []`, "BAD_USER_INPUT"],
    [`of: [{ id: "nobody" }]`, "BAD_USER_INPUT"],
    [`of: [{ id: "${talks}" }], depth: 4`, "LIMIT_EXCEEDED"],
    [`of: [{ id: "${talks}" }], maximumNodes: 501`, "LIMIT_EXCEEDED"],
    [`of: [${Array.from({ length: 101 }, (_, index) => `{ id: "official:o${index}" }`).join()}]`, "LIMIT_EXCEEDED"],
  ]) {
    const { errors, statements } = await ask(`{ neighborhood(${args}) { truncated } }`);
    expect([args, errors![0]!.extensions.code]).toEqual([args, code]);
    expect(statements ?? 0).toBe(0);
  }
});

test("statements don't grow with how much is shown", async () => {
  const drawn = async (size: string) => {
    const { data, errors, statements } = await ask(
      `{ neighborhood(of: [{ id: "country:us" }], depth: 2, ${size}) { nodes { entityId omitted } edges { key sentence } } }`,
    );
    expect(errors).toBeUndefined();
    return { shown: data.neighborhood.nodes.length, statements };
  };
  const small = await drawn("maximumNodes: 40, perList: 3");
  const large = await drawn("maximumNodes: 500, perList: 50");
  expect(large.shown).toBeGreaterThan(5 * small.shown);
  expect(large.statements).toBe(small.statements);
});

describe("in memory", () => {
  let memory: Memory;
  let steps: Steps;
  beforeAll(async () => {
    memory = await readMemory(service().door);
    steps = stepsOf(memory);
  }, 300_000);

  test.each([
    [`of: [{ id: "${talks}" }], depth: 2, maximumNodes: 200`],
    [`of: [{ id: "country:us" }], depth: 2, maximumNodes: 150`],
    [`of: [{ id: "official:blinken-antony-j" }, { id: "country:mx" }], depth: 3, maximumNodes: 120, perList: 4`],
  ])(
    "%s: each edge is a step, each node lies as deep as it can, and what is left out adds up",
    async (args) => {
      const { nodes, edges } = await asked(args);
      const depths = new Map<string, number>(nodes.map(({ entityId, depth }: any) => [entityId, depth]));
      expect(depths.size).toBe(nodes.length);
      expect(new Set(edges.map(({ key }: any) => key)).size).toBe(edges.length);
      const shown = new Map<string, number>();
      for (const { source, target, via } of edges) {
        expect(steps.next.get(source)!.get(target)).toContain(via?.id ?? "");
        for (const id of [source, target]) shown.set(id, (shown.get(id) ?? 0) + 1);
      }
      for (const { entityId: id, depth, degree, omitted } of nodes) {
        const all = [...steps.next.get(id)!].filter(([to]) => memory.items.get(to)!.type.joins.length === 0);
        expect([id, degree]).toEqual([id, all.reduce((sum, [, through]) => sum + through.length, 0)]);
        expect([id, omitted]).toEqual([id, degree - (shown.get(id) ?? 0)]);
        if (depth > 0) expect(all.some(([to]) => depths.get(to) === depth - 1)).toBe(true);
      }
    },
    120_000,
  );
});
