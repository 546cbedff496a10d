/** The law of evidence: every field with a value has claims in `evidence`. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connect, type Door } from "../../src/graph/database/driver.ts";
import { classNamed, implementationsOf, propertyOf } from "../../src/graph/model/model.ts";
import type { EntityType } from "../../src/graph/model/declarations.ts";
import { wordOf } from "../../src/graph/model/casing.ts";
import { FieldName, statedFields } from "../../src/graph/model/fieldName.ts";
import { busy, silent } from "../support/database.ts";
import { sharedDatabase, useService } from "../support/service.ts";

const { ask } = useService({ limits: { cost: 1_000_000, aliases: 100, tokens: 20_000, milliseconds: 60_000 } });
let door: Door;
beforeAll(async () => void (door = await connect(await sharedDatabase(), silent, busy)));
afterAll(() => door.close());

const types = () => implementationsOf(classNamed("Entity"));
/** For a test on a busy machine, in milliseconds. */
const patience = 300_000;
/** The number of entities queried at once. */
const size = 100;

/** The fields of each entity of a type that have a value in the graph, or are known to have one or none. */
async function filled({ name, class: cls }: EntityType, fields: string[]): Promise<Map<string, string[]>> {
  const rows = (await door.run(
    `MATCH (node:${name})
     RETURN node.id, keys(node) + coalesce(node.someValue, []) + coalesce(node.noValue, []),
       COLLECT { MATCH (node)-[edge]->() RETURN DISTINCT edge.predicate }`,
    {},
    60_000,
  )) as [string, string[], string[]][];
  return new Map(
    rows.map(([id, keys, edges]) => [
      id,
      fields.filter(
        (field) => (propertyOf(cls, field) ? keys : [...edges, ...keys]).includes(field) || keys.includes(`${field}Id`),
      ),
    ]),
  );
}

test("each field that a claim states, or an entity names, has its word", async () => {
  const rows = await door.run(
    `MATCH (claim:Claim) RETURN DISTINCT claim.predicate AS field UNION
     MATCH (node:Node) WHERE NOT node:Claim
     UNWIND coalesce(node.contested, []) + coalesce(node.someValue, []) + coalesce(node.noValue, []) AS field RETURN DISTINCT field`,
    {},
    60_000,
  );
  expect(rows.length).toBeGreaterThan(50);
  expect(Object.values(FieldName)).toEqual(expect.arrayContaining(rows.flat()));
});

test(
  "each field with a value has evidence, at one statement for all fields and one for the claims, however long the list",
  async () => {
    let asked = 0;
    for (const type of types()) {
      // Former ids come from merges too.
      const all = statedFields(type).filter((name) => name !== "formerIds");
      const expected = await filled(type, all);
      const used = new Set([...expected.values()].flat());
      const fields = all.filter((name) => used.has(name));
      if (fields.length === 0) continue;
      const evidence = fields.map((name) => `of_${name}: evidence(of: ${wordOf(name)}) { id predicate value }`);
      for (let after: string | null = null, more = true; more;) {
        const { data, errors, statements }: any = await ask(
          `query All($after: String) { ${type.plural}(first: ${size}, after: $after) { pageInfo { hasNextPage endCursor } nodes { id ${evidence.join(" ")} } } }`,
          { after },
        );
        expect(errors).toBeUndefined();
        expect(statements).toBe(3);
        const { nodes, pageInfo } = data[type.plural];
        for (const node of nodes)
          for (const name of fields) {
            const claims = node[`of_${name}`] as { predicate: string; value: string }[];
            if (expected.get(node.id)!.includes(name)) {
              asked += 1;
              expect([node.id, name, claims.length > 0]).toEqual([node.id, name, true]);
            }
            for (const { predicate, value } of claims)
              expect(
                (name === "aliases" ? [name, "name"] : [name]).some(
                  (each) =>
                    predicate === wordOf(each) ||
                    (predicate === "RECORD" && Object.hasOwn(JSON.parse(value) as object, each)),
                ),
              ).toBe(true);
          }
        ({ hasNextPage: more, endCursor: after } = pageInfo);
      }
    }
    expect(asked).toBeGreaterThan(5000);
  },
  patience,
);

test("a relation that leads to one thing says what says so", async () => {
  const { data } = await ask(
    `{ meeting(by: { slug: "mexico-city-2023-12-27" }) { host { id } evidence(of: HOST) { predicate value basis source { id } locator } } }`,
  );
  expect(data.meeting.evidence.length).toBeGreaterThan(0);
  for (const claim of data.meeting.evidence)
    expect([claim.predicate, claim.value]).toEqual(["HOST", data.meeting.host.id]);
});

test("a claim that can't hold beside the value shown isn't its evidence", async () => {
  const { data } = await ask(
    `{ tenure(by: { slug: "mx-2016-jaco-01" }) { presentedCredentials { edtf } evidence(of: PRESENTED_CREDENTIALS) { value source { id } } } }`,
  );
  expect(data.tenure).toEqual({
    presentedCredentials: { edtf: "2016-05-27" },
    evidence: [{ value: "2016-05-27", source: { id: "source:pocom-country-chiefs" } }],
  });
});
