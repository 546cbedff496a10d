/** Laws of cost: one statement per relation and depth, for lists of any size; none for what is known. */
import { describe, expect, test } from "@jest/globals";
import { isObjectType } from "graphql";
import { allTypes, coordinate, entityTypes, implementationsOf, relationsOf } from "../../src/graph/model/model.ts";
import type { Relation } from "../../src/graph/model/declarations.ts";
import { derivedFrom } from "../../src/graph/model/pattern.ts";
import { schema } from "../../src/schema.ts";
import { useService } from "../support/service.ts";

const { ask } = useService();
/** The same with a statement for each relation. */
const { ask: askApart } = useService({ mostShapes: 0 });

describe("five levels", () => {
  const levels = `participations(first: 20) { nodes { official { tenures(first: 10) { nodes { post { organization { name } } } } } } }`;

  test.each([
    ["of one meeting are one statement", `meeting(by: { slug: "mexico-city-2023-12-27" }) { ${levels} }`, 1, 6],
    ["of ten are two, since tenures could be 2,000", `meetings(first: 10) { nodes { ${levels} } }`, 2, 6],
  ])("%s", async (_, question, inside, apart) => {
    const one = await ask(`{ ${question} }`);
    const other = await askApart(`{ ${question} }`);
    expect(one.errors).toBeUndefined();
    expect(JSON.stringify(one.data)).toContain("Department of State");
    expect(other.data).toEqual(one.data);
    expect([one.statements, other.statements]).toEqual([inside, apart]);
  });
});

describe("what decides data, or belongs to one parent, has a statement of its own, with the same answer", () => {
  const here = `meeting(by: { slug: "mexico-city-2023-12-27" })`;
  const after = async (): Promise<string> => {
    const { data } = await ask(`{ ${here} { participations(first: 2) { pageInfo { endCursor } } } }`);
    return data.meeting.participations.pageInfo.endCursor as string;
  };
  test.each<[string, string | (() => Promise<string>), number]>([
    ["a list that @include asks for", `${here} { participations @include(if: true) { nodes { id } } }`, 2],
    ["one that @skip leaves out", `${here} { participations @skip(if: true) { nodes { id } } name }`, 1],
    ["one after a cursor", async () => `${here} { participations(after: "${await after()}") { nodes { id } } }`, 2],
    [
      "two pages of one list",
      `${here} { a: participations(first: 1) { nodes { id } } b: participations(last: 1) { nodes { id } } }`,
      1,
    ],
    [
      "a filter and an order",
      `${here} { participations(filter: { official: { name: { contains: "a" } } }, orderBy: { direction: DESCENDING }) { totalCount nodes { official { name } } } }`,
      2,
    ],
    [
      "a day",
      `official(by: { slug: "blinken-antony-j" }) { tenures(asOf: "2023-12-27") { nodes { post { name } } } }`,
      1,
    ],
    [
      "an order by a text",
      `country(by: { slug: "mx" }) { meetings(first: 5, orderBy: { field: NAME }) { edges { cursor node { name } } pageInfo { hasNextPage } } }`,
      1,
    ],
    [
      "other pages of one list, below two names of one target",
      `${here} { a: host { meetings(first: 1) { nodes { id } } } b: host { meetings(first: 5, orderBy: { direction: DESCENDING }) { nodes { id name } } } }`,
      1,
    ],
    [
      "other pages in nodes and in edges",
      `country(by: { slug: "mx" }) { meetings(first: 3) { nodes { participations(first: 1) { nodes { id } } } edges { node { participations(first: 5) { nodes { id role } } } } } }`,
      1,
    ],
    [
      "two names for one entity, each with its pages under the other's names",
      `a: ${here} { p: participations(first: 1) { nodes { id } } q: participations(first: 5) { nodes { id } } } b: ${here} { q: participations(first: 1) { nodes { id } } p: participations(first: 5) { nodes { id } } }`,
      1,
    ],
    [
      "one page under two names, with other fields",
      `${here} { a: participations(first: 2) { totalCount } b: participations(first: 2) { nodes { role } } }`,
      1,
    ],
    [
      "a page whose fields @include adds to",
      `${here} { participations(first: 2) { nodes { id } } ... @include(if: true) { participations(first: 2) { nodes { role } } } }`,
      2,
    ],
    ["a number alone, of each of a list", `meetings(first: 100) { nodes { participations { totalCount } } }`, 1],
    [
      "a fragment on the kind",
      `node(id: "country:mx") { ... on Country { meetings(first: 3) { nodes { name } } } }`,
      1,
    ],
    [
      "fragments on two kinds, of which one is it",
      `node(id: "country:mx") { ... on Country { x: meetings(first: 3) { nodes { name } } } ... on Official { x: tenures(first: 2) { nodes { id } } } }`,
      1,
    ],
  ])("%s", async (_, given, statements) => {
    const question = `{ ${typeof given === "string" ? given : await given()} }`;
    const one = await ask(question);
    const other = await askApart(question);
    expect(one.errors).toBeUndefined();
    expect(other.data).toEqual(one.data);
    expect(one.statements).toBe(statements);
  });
});

test("arguments that are refused are refused where they are, inside another list too", async () => {
  const { errors } = await ask(
    `{ meeting(by: { slug: "mexico-city-2023-12-27" }) { participations(first: 101) { nodes { id } } } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
});

describe("the relation of each item of a list is inside its statement, or a second one for all, with the same answer", () => {
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
    const question = `{ ${plural}(first: 100) { nodes { ${selection} } } }`;
    const [inside, apart] = [await ask(question), await askApart(question)];
    expect(inside.errors).toBeUndefined();
    expect(apart.data).toEqual(inside.data);
    expect(inside.statements).toBe(derivedFrom(relation) === null ? 2 : 1);
    expect(apart.statements).toBeLessThanOrEqual(2);
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
