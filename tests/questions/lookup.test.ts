/** Look-up: by each key of the model, and by ids of merged entities. */
import { describe, expect, test } from "@jest/globals";
import { entityTypes, propertiesOf } from "../../src/graph/model/model.ts";
import { camelCase } from "../../src/graph/model/casing.ts";
import { useService } from "../support/service.ts";

const { ask } = useService();
const asked = async (text: string, variables = {}) => {
  const answer = await ask(text, variables);
  expect(answer.errors).toBeUndefined();
  const { extensions = {} } = JSON.parse(answer.body) as { extensions?: { redirects?: object[] } };
  return { ...answer, redirects: extensions.redirects };
};

const keys = entityTypes().flatMap((type) =>
  propertiesOf(type.class).flatMap((property) => (property.key ? [{ type, property, key: property.key }] : [])),
);

test("the codes of countries, and the ids of officials that others give them, are keys", () => {
  expect(keys.map(({ type, key }) => `${type.name} ${key}`).sort()).toEqual([
    "Country gec",
    "Country historianSlug",
    "Country isoAlpha2",
    "Country isoAlpha3",
    "Country isoNumeric",
    "Official bioguide",
    "Official historianSlug",
    "Official wikidata",
  ]);
});

describe("a key finds what has it, in one statement", () => {
  test.each(keys.map((each) => [`${each.type.name} ${each.key}`, each] as const))("%s", async (_, each) => {
    const { type, property, key } = each;
    const { data } = await asked(
      `{ ${type.plural}(first: 50, filter: { ${property.name}: { exists: true } }) { nodes { id ${property.name} } } }`,
    );
    const items = data[type.plural].nodes as { id: string; [name: string]: string | string[] }[];
    expect(items.length).toBeGreaterThan(0);
    const values = items.flatMap((item) =>
      [item[property.name]!].flat().map((value): [string, string] => [value, item.id]),
    );
    const some = values.slice(0, 50);
    const found = await asked(
      `{ ${some.map(([value], index) => `at${index}: ${camelCase(type.name)}(by: { ${key}: ${JSON.stringify(value)} }) { id name }`).join(" ")} }`,
    );
    expect(Object.values(found.data).map((item: any) => item?.id)).toEqual(some.map(([, id]) => id));
    expect(found.statements).toBe(1);
    if (!property.upperCase) return;
    const [value, id] = some[0]!;
    const { data: lower } = await asked(
      `{ it: ${camelCase(type.name)}(by: { ${key}: "${value.toLowerCase()}" }) { id } }`,
    );
    expect(lower.it.id).toBe(id);
  });

  test.each(["", " ", "*", "mex*", "mexico OR turkey", 'mexico" OR "turkey', "\\", '\\"', "MEXICO", "mexico turkey"])(
    "the historian's slug %j is nobody's",
    async (value) => {
      const { data } = await asked(
        "query ($value: String!) { country(by: { historianSlug: $value }) { id } official(by: { historianSlug: $value }) { id } }",
        { value },
      );
      expect(data).toEqual({ country: null, official: null });
    },
  );

  test("two slugs of one state lead to it", async () => {
    const { data } = await asked(
      '{ old: country(by: { historianSlug: "turkey" }) { id } new: country(by: { historianSlug: "turkiye" }) { id isoAlpha2 } }',
    );
    expect(data.old.id).toBe(data.new.id);
    expect(data.new.isoAlpha2).toBe("TR");
  });
});

describe("a former id leads to what it became, and the answer says so", () => {
  const former = async (): Promise<{ formerId: string; entity: { id: string; __typename: string } }[]> =>
    (
      await asked(
        "{ identities(first: 20, filter: { outcome: { eq: SAME } }) { nodes { id formerId entity { id __typename } } } }",
      )
    ).data.identities.nodes;

  test("of node and nodes, whose order and holes are kept", async () => {
    const decisions = await former();
    expect(decisions.length).toBeGreaterThan(2);
    const [one, ...others] = decisions;
    const ids = [...others.map(({ formerId }) => formerId), "official:nobody-at-all", "country:mx"];
    const { data, redirects } = await asked(
      "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }",
      { id: one!.formerId, ids },
    );
    expect(data.node.id).toBe(one!.entity.id);
    expect(data.nodes).toEqual([...others.map(({ entity: { id } }) => ({ id })), null, { id: "country:mx" }]);
    const expected = decisions.map(({ formerId, entity }) => ({ from: formerId, to: entity.id }));
    expect(redirects).toEqual(expected.sort((a, b) => (a.from < b.from ? -1 : 1)));
  });

  test("of a look-up by id and by slug", async () => {
    for (const { formerId, entity } of (await former()).slice(0, 3)) {
      const field = camelCase(entity.__typename);
      for (const by of [`id: "${formerId}"`, `slug: "${formerId.slice(formerId.indexOf(":") + 1)}"`]) {
        const { data, redirects } = await asked(`{ ${field}(by: { ${by} }) { id } }`);
        expect(data[field].id).toBe(entity.id);
        expect(redirects).toEqual([{ from: formerId, to: entity.id }]);
      }
    }
  });

  test("why can be asked of the entity itself", async () => {
    const { data } = await asked(
      '{ node(id: "official:blinken-antony") { id ... on Entity { formerIds identities { nodes { id outcome formerId reason decidedBy entity { id } } } } } }',
    );
    const same = data.node.identities.nodes.filter(({ outcome }: { outcome: string }) => outcome === "SAME");
    expect(same.map(({ formerId }: { formerId: string }) => formerId)).toContain("official:blinken-antony");
    expect(same.map(({ formerId }: { formerId: string }) => formerId).sort()).toEqual(
      [...(data.node.formerIds as string[])].sort(),
    );
    for (const { reason, entity } of data.node.identities.nodes) {
      expect(reason).toMatch(/\w/);
      expect(entity.id).toBe(data.node.id);
    }
  });

  test("an id that is in use, or is nobody's, says nothing", async () => {
    const { data, redirects } = await asked(
      '{ node(id: "official:blinken-antony-j") { id } official(by: { id: "official:nobody-at-all" }) { id } }',
    );
    expect(data).toEqual({ node: { id: "official:blinken-antony-j" }, official: null });
    expect(redirects).toBeUndefined();
  });
});
