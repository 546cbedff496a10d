/** Laws of cost: one statement per relation and depth, for lists of any size; none for what is known. */
import { describe, expect, test } from "@jest/globals";
import { isObjectType } from "graphql";
import { allTypes, coordinate, entityTypes, implementationsOf, relationsOf } from "../../src/graph/model/model.ts";
import type { Relation } from "../../src/graph/model/declarations.ts";
import { schema } from "../../src/schema.ts";
import { useService } from "../support/service.ts";

const { ask } = useService();

test("five levels over the whole seed cost a statement for each list, which brings what leads to one", async () => {
  const { data, errors, statements } = await ask(`{
    meetings(first: 10) { nodes { participations(first: 20) { nodes { official { tenures(first: 10) { nodes { post { organization { name } } } } } } } } }
  }`);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).toContain("Department of State");
  expect(statements).toBe(3);
});

describe("a list of lists costs one statement for the list and one for the relation", () => {
  const relations: [string, string, Relation][] = entityTypes().flatMap((type) =>
    relationsOf(type.class).map((relation): [string, string, Relation] => [
      `${type.name}.${relation.name}`,
      type.plural,
      relation,
    ]),
  );

  test.each(relations)("%s", async (_, plural, relation) => {
    // The first of two relations of the same name with different types is enough: every type has __typename.
    const selection = relation.many
      ? `${relation.name}(first: 3) { nodes { __typename } }`
      : `${relation.name} { __typename ${valueOf(relation)} }`;
    const { errors, statements } = await ask(`{ ${plural}(first: 100) { nodes { ${selection} } } }`);
    expect(errors).toBeUndefined();
    expect(statements).toBeLessThanOrEqual(2);
  });
});

test("a target whose id is known costs nothing", async () => {
  const { data, statements } = await ask(
    `{ meeting(by: { slug: "mexico-city-2023-12-27" }) { host { id __typename } follows { id } } }`,
  );
  expect(data.meeting).toEqual({ host: { id: "country:mx", __typename: "Country" }, follows: null });
  expect(statements).toBe(1);
});

test("the same relation at one depth, selected twice with other columns, reads each in full", async () => {
  const { data } = await ask(
    `{ a: meeting(by: { slug: "mexico-city-2023-12-27" }) { place { name } } b: meeting(by: { slug: "mexico-city-2023-12-27" }) { place { name latitude } } }`,
  );
  expect(data.a.place.name).toBe(data.b.place.name);
  expect(data.b.place.latitude).toBeCloseTo(19.4, 0);
});

test("the limit is per parent", async () => {
  const { data } = await ask(
    `{ meetings(first: 100) { nodes { participations(first: 2) { nodes { id } pageInfo { hasNextPage } totalCount } } } }`,
  );
  const pages = data.meetings.nodes.map(
    (node: { participations: { nodes: unknown[]; totalCount: number; pageInfo: { hasNextPage: boolean } } }) =>
      node.participations,
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) {
    expect(page.nodes).toHaveLength(Math.min(2, page.totalCount));
    expect(page.pageInfo.hasNextPage).toBe(page.totalCount > 2);
  }
  expect(pages.some((page: { totalCount: number }) => page.totalCount > 2)).toBe(true);
});

test("every relation of the model is in the schema", () => {
  for (const type of allTypes()) {
    const graphql = schema().getType(type.name);
    const fields = isObjectType(graphql) ? graphql.getFields() : {};
    for (const relation of relationsOf(type.class))
      if (!type.abstract) expect([coordinate(relation), relation.name in fields]).toEqual([coordinate(relation), true]);
    expect(implementationsOf(type.class).length).toBeGreaterThan(0);
  }
});

// A field besides the id, so that the target must be read.
function valueOf(relation: Relation): string {
  const targets = implementationsOf(relation.target());
  return targets.some((type) => type.name === "Claim") ? "id" : "name";
}
