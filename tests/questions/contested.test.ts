/** Disputed facts: each once, values side by side. */
import { describe, expect, test } from "@jest/globals";
import { wordOf } from "../../src/graph/model/casing.ts";
import { useService } from "../support/service.ts";

const { ask, service } = useService({ limits: { milliseconds: 60_000 } });

const fact = `predicate subject { id name contested } shown { value reason claims { id value predicate shown source { id } } }
  others { value reason claims { id value predicate source { id } } }`;

async function facts(args = ""): Promise<any[]> {
  const { data, errors } = await ask(`{ contested(first: 100${args}) { nodes { ${fact} } } }`);
  expect(errors).toBeUndefined();
  return data.contested.nodes;
}

describe("contested facts", () => {
  test("are all that entities tell of themselves, each once", async () => {
    const rows = await service().door.run(
      "MATCH (node:Node) WHERE node.contested IS NOT NULL AND NOT node:Claim UNWIND node.contested AS field RETURN node.id, field",
      {},
      10_000,
    );
    const found = (await facts()).map(({ subject, predicate }) => `${subject.id} ${predicate}`);
    expect(rows.length).toBeGreaterThan(3);
    expect(found.toSorted()).toEqual(rows.map(([id, field]) => `${id as string} ${wordOf(field as string)}`).sort());
  });

  test("show one value and others that differ, each with its claims, and why they aren't shown", async () => {
    for (const { predicate, subject, shown, others } of await facts()) {
      expect(subject.contested).toContain(predicate);
      expect(shown.reason).toBeNull();
      expect(shown.claims.some((claim: any) => claim.shown)).toBe(true);
      expect(others.length).toBeGreaterThan(0);
      for (const { value, reason, claims } of others) {
        expect(value).not.toBe(shown.value);
        expect(reason).toMatch(/\w/);
        expect(claims.length).toBeGreaterThan(0);
        for (const claim of claims) if (claim.predicate === predicate) expect(claim.value).toBe(value);
      }
    }
  });

  test("have the credentials of Jacobson in Mexico among them, by two sources", async () => {
    const found = (await facts(`, kinds: [TENURE], predicates: [PRESENTED_CREDENTIALS]`)).find(
      ({ subject }) => subject.id === "tenure:mx-2016-jaco-01",
    );
    expect(found).toMatchObject({
      shown: { value: "2016-05-27", claims: [{ source: { id: "source:pocom-country-chiefs" } }] },
      others: [{ value: "2016-06-20", claims: [{ source: { id: "source:factbook" } }] }],
    });
  });
});

describe("the choice", () => {
  test("by kind, field and pair of sources leaves those that fit", async () => {
    const all = await facts();
    const tenures = await facts(", kinds: [TENURE]");
    expect(tenures).toEqual(all.filter(({ subject }) => subject.id.startsWith("tenure:")));
    const entered = await facts(`, predicates: [ENTERED]`);
    expect(entered).toEqual(all.filter(({ predicate }) => predicate === "ENTERED"));
    const sides = ["source:factbook", "source:pocom-country-chiefs"];
    const pair = await facts(`, sources: [${sides.map((id) => `{ id: "${id}" }`).join()}]`);
    const sourcesOf = ({ shown, others }: any): string[] =>
      [shown, ...others].flatMap(({ claims }: any) => claims.map(({ source }: any) => source.id as string));
    expect(pair.length).toBeGreaterThan(0);
    expect(pair).toEqual(all.filter((each) => sides.every((side) => sourcesOf(each).includes(side))));
    expect(await facts(", kinds: [TOPIC]")).toEqual([]);
  });

  test("of what is no source, or of three, is refused", async () => {
    const { errors } = await ask(`{ contested(sources: [{ id: "country:mx" }]) { totalCount } }`);
    expect(errors![0]).toMatchObject({
      message: `An id of type Source begins with "source:"; got "country:mx". For an id of any type, ask "node".`,
      extensions: { code: "BAD_USER_INPUT" },
    });
    const three = await ask(
      `{ contested(sources: [{ id: "source:a" }, { slug: "b" }, { id: "source:c" }]) { totalCount } }`,
    );
    expect(three.errors![0]!.message).toMatch(/at most 2; got 3/);
  });
});

test("pages walk the list both ways, at a number of statements that doesn't grow", async () => {
  const all = (await facts()).map(({ subject, predicate }) => `${subject.id} ${predicate}`);
  const walk = async (size: string, to: string): Promise<[string[], number[]]> => {
    const found: string[] = [];
    const statements: number[] = [];
    for (let cursor: string | null = null, more = true; more;) {
      const answer: any = await ask(
        `query Walk($cursor: String) { contested(${size}, ${to}: $cursor) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ${fact} } } } }`,
        { cursor },
      );
      const { edges, pageInfo, totalCount } = answer.data.contested;
      expect(totalCount).toBe(all.length);
      const ids = edges.map(({ node }: any) => `${node.subject.id} ${node.predicate}`);
      if (to === "after") found.push(...ids);
      else found.unshift(...ids);
      statements.push(answer.statements);
      more = to === "after" ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      cursor = to === "after" ? pageInfo.endCursor : pageInfo.startCursor;
    }
    return [found, statements];
  };
  const [forward, one] = await walk("first: 2", "after");
  const [backward] = await walk("last: 3", "before");
  expect(forward).toEqual(all);
  expect(backward).toEqual(all);
  const { statements } = await ask(`{ contested(first: 100) { totalCount nodes { ${fact} } } }`);
  expect(statements).toBeLessThanOrEqual(Math.max(...one));
});
