/** The basis of steps: which of them a source states, and answers without the others. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

const { ask } = useService();
const bases = ["STATED", "REFERENCE", "INFERRED", "AUTHORED"];

const asked = async (text: string): Promise<any> => {
  const { data, errors } = await ask(text);
  expect(errors).toBeUndefined();
  return data;
};

describe("the basis of a step", () => {
  let edges: any[];
  beforeAll(async () => {
    const { neighborhood } =
      await asked(`{ neighborhood(of: [{ id: "country:us" }, { id: "country:mx" }, { id: "organization:us-department-of-state" }],
      depth: 2, maximumNodes: 120) { edges { kind basis sentence source target via { id }
        claims { basis predicate value valueEntity { id } } } } }`);
    edges = neighborhood.edges;
  });

  test("is of the strongest claim for it; through an entity, of the weaker end", () => {
    const strongest = (claims: any[]): number => Math.min(...claims.map(({ basis }) => bases.indexOf(basis)));
    const names = (claim: any, id: string): boolean =>
      claim.predicate === "RECORD"
        ? Object.values(JSON.parse(claim.value)).flat().includes(id)
        : claim.valueEntity?.id === id;
    let held = 0;
    for (const { basis, source, target, via, claims } of edges) {
      const ends =
        via === null ? [claims] : [source, target].map((id) => claims.filter((each: any) => names(each, id)));
      // A record may name an end by a former id.
      if (ends.some(({ length }) => length === 0)) continue;
      held += 1;
      expect(basis).toBe(bases[Math.max(...ends.map(strongest))]);
    }
    expect(held).toBeGreaterThan(edges.length / 2);
    expect(new Set(edges.map(({ basis }) => basis))).toEqual(new Set(bases));
  });

  test("is in the sentence of what was inferred, and of nothing else", () => {
    for (const { basis, sentence } of edges) expect(sentence.endsWith("(inferred).")).toBe(basis === "INFERRED");
  });
});

describe("STATED leaves out what was inferred", () => {
  test("in paths, which then lead elsewhere or nowhere", async () => {
    const between = async (basis: string): Promise<any[]> => {
      const { paths } = await asked(
        `{ paths(from: { id: "official:biden-joe" }, to: { id: "official:us-james-earl-carter-jr" }, first: 5 ${basis}) { paths { sentence steps { basis } } } }`,
      );
      return paths?.paths ?? [];
    };
    for (const { steps } of await between("basis: STATED")) for (const { basis } of steps) expect(basis).toBe("STATED");
    for (const { steps } of await between("basis: INFERRED"))
      for (const { basis } of steps) expect(["STATED", "REFERENCE", "INFERRED"]).toContain(basis);
  });

  test("in common", async () => {
    const shared = async (basis: string): Promise<any[]> =>
      (
        await asked(
          `{ common(a: { id: "country:us" }, b: { id: "country:mx" }, first: 100, kinds: [BILATERAL_RELATION, FLOW, PLACE, POLICY, POST, RELATION_EVENT, STATEMENT] ${basis}) { edges { node { id } fromA { basis } fromB { basis } } } }`,
        )
      ).common.edges;
    const [all, stated] = [await shared(""), await shared("basis: STATED")];
    const isStated = ({ fromA, fromB }: any): boolean =>
      [fromA, fromB].every((steps) => steps.some(({ basis }: any) => basis === "STATED"));
    expect(stated.map(({ node }) => node.id)).toEqual(all.filter(isStated).map(({ node }) => node.id));
    expect(stated.length).toBeLessThan(all.length);
    for (const { fromA, fromB } of stated) for (const { basis } of [...fromA, ...fromB]) expect(basis).toBe("STATED");
  });

  test("in the officials of most meetings, whom a visit doesn't name as host", async () => {
    const { bilateral } = await asked(`{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) {
      all: topOfficials(first: 100) { count official { id } } stated: topOfficials(first: 100, basis: STATED) { count official { id } }
      inferred: topOfficials(first: 100, basis: INFERRED) { count official { id } } } }`);
    const counts = (list: any[]): Map<string, number> =>
      new Map(list.map(({ official, count }) => [official.id, count]));
    const [all, stated] = [counts(bilateral.all), counts(bilateral.stated)];
    expect(bilateral.inferred).toEqual(bilateral.all);
    for (const [id, count] of stated) expect(count).toBeLessThanOrEqual(all.get(id)!);
    const sum = (counted: Map<string, number>): number =>
      [...counted.values()].reduce((total, each) => total + each, 0);
    expect(sum(stated)).toBeLessThan(sum(all));
    expect(stated.size).toBeGreaterThan(3);
  });
});
