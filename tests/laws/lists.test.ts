/** Laws of lists: each list and each relation has every feature, and its evidence. */
import { describe, expect, test } from "@jest/globals";
import { isEnumType, isInputObjectType, isObjectType, type GraphQLField, type GraphQLObjectType } from "graphql";
import {
  allTypes,
  classNamed,
  coordinate,
  entityTypes,
  isOwned,
  propertiesOf,
  relationsOf,
} from "../../src/graph/model/model.ts";
import type { EntityType, ModelClass, Relation } from "../../src/graph/model/declarations.ts";
import { groupingsOf } from "../../src/graph/counts.ts";
import { schema } from "../../src/schema.ts";
import { useService } from "../support/service.ts";

const { ask } = useService();

const lists: [string, GraphQLField<unknown, unknown>, EntityType][] = [
  ...entityTypes().map((type): [string, GraphQLField<unknown, unknown>, EntityType] => [
    `Query.${type.plural}`,
    schema().getQueryType()!.getFields()[type.plural]!,
    type,
  ]),
  ...entityTypes().flatMap((type) =>
    relationsOf(type.class)
      .filter(({ many }) => many)
      .map((relation): [string, GraphQLField<unknown, unknown>, EntityType] => [
        `${type.name}.${relation.name}`,
        (schema().getType(type.name) as GraphQLObjectType).getFields()[relation.name]!,
        allTypes().find(({ class: cls }) => cls === relation.target())!,
      ]),
  ),
];

describe("each list has the same grammar", () => {
  test.each(lists)("%s", (_, field, target) => {
    expect(String(field.type)).toBe(`${target.name}Connection!`);
    expect(Object.fromEntries(field.args.map((arg) => [arg.name, String(arg.type)]))).toEqual({
      first: "Int",
      after: "String",
      last: "Int",
      before: "String",
      filter: `${target.name}Filter`,
      orderBy: `${target.name}Order`,
      asOf: "LocalDate",
    });
  });
});

// Node is the common base, and has no list.
const listed = allTypes().filter(({ name }) => name !== "Node");

describe("each kind can be asked of by all that it has", () => {
  test.each(listed.map((type) => [type.name, type] as const))("%s", (name, type) => {
    const filter = schema().getType(`${name}Filter`);
    const fields = isInputObjectType(filter) ? Object.entries(filter.getFields()) : [];
    const given = Object.fromEntries(fields.map(([field, { type: input }]) => [field, String(input)]));
    expect(given).toMatchObject({
      and: `[${name}Filter!]`,
      or: `[${name}Filter!]`,
      not: `${name}Filter`,
      id: "IDFilter",
    });
    for (const relation of relationsOf(type.class)) {
      const target = allTypes().find(({ class: cls }) => cls === relation.target())!.name;
      expect([relation.name, given[relation.name]]).toEqual([
        relation.name,
        relation.many ? `${target}ListFilter` : `${target}Filter`,
      ]);
    }
    const properties = propertiesOf(type.class).filter(({ datatype }) => datatype !== "json");
    for (const property of properties) expect(given).toHaveProperty(property.name);
    const words = schema().getType(`${name}OrderField`);
    const sortable = properties.filter(({ datatype, name: each }) => datatype !== "texts" && each !== "id");
    expect(isEnumType(words) ? words.getValues().length : 0).toBe(sortable.length);
    const connection = schema().getType(`${name}Connection`);
    expect(isObjectType(connection) && Object.keys(connection.getFields()).sort()).toEqual([
      "counts",
      "edges",
      "nodes",
      "pageInfo",
      "totalCount",
    ]);
    const edge = schema().getType(`${name}Edge`);
    expect(isObjectType(edge) && Object.keys(edge.getFields()).sort()).toEqual(["claims", "cursor", "node"]);
  });
});

describe("each item of a list says what it rests on", () => {
  // Identity decisions have no claims: they contain their own grounds.
  const relations = entityTypes().flatMap((type) =>
    relationsOf(type.class)
      .filter((relation) => relation.many && relation.target() !== classNamed("Identity"))
      .map((relation): [string, string, Relation] => [`${type.name}.${relation.name}`, type.plural, relation]),
  );

  test.each(relations)("%s", async (_, plural, relation) => {
    const { data, errors, statements } = await ask(
      `{ ${plural}(first: 100) { nodes { id ${relation.name}(first: 2) { edges { node { id } claims { id subject { id } source { id } } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(statements).toBeLessThanOrEqual(4);
    const bare = data[plural].nodes.flatMap((node: Record<string, any>) =>
      node[relation.name].edges
        .filter((edge: { claims: unknown[] }) => edge.claims.length === 0)
        .map((edge: { node: { id: string } }) => [coordinate(relation), node.id, edge.node.id]),
    );
    expect(bare).toEqual([]);
  });

  test.each(entityTypes().map(({ plural, name }) => [plural, name]))("%s", async (plural, name) => {
    const { data, errors } = await ask(
      `{ ${plural}(first: 20) { edges { node { id } claims { id source { id } } } } }`,
    );
    expect(errors).toBeUndefined();
    // Claims and decisions have no claims: they contain their own grounds.
    if (name === "Claim" || name === "Identity") return;
    for (const edge of data[plural].edges) expect([edge.node.id, edge.claims.length > 0]).toEqual([edge.node.id, true]);
  });
});

describe("each relation can be followed by a filter, in every way", () => {
  const relations = entityTypes().flatMap((type) =>
    relationsOf(type.class).map((relation): [string, EntityType, Relation] => [
      `${type.name}.${relation.name}`,
      type,
      relation,
    ]),
  );

  test.each(relations)("%s", async (_, { plural }, { name, many }) => {
    const count = async (filter: string): Promise<number> => {
      const { data, errors } = await ask(`{ ${plural}(filter: { ${filter} }) { totalCount } }`);
      expect(errors).toBeUndefined();
      return data[plural].totalCount as number;
    };
    const all = await count("");
    if (!many) {
      const [with_, without] = [await count(`${name}: {}`), await count(`not: { ${name}: {} }`)];
      expect(with_ + without).toBe(all);
      return;
    }
    const [some, none] = [await count(`${name}: { some: {} }`), await count(`${name}: { none: {} }`)];
    expect(some + none).toBe(all);
    expect(await count(`${name}: { count: { eq: 0 } }`)).toBe(none);
    expect(await count(`${name}: { every: { not: { id: { in: [] } } } }`)).toBe(all);
  });
});

describe("each list can be grouped by all that its items have, and the groups are all of it", () => {
  // The longest lists have more groups than a request may ask for by default.
  const { ask: askMuch } = useService({ limits: { cost: 1_000_000, milliseconds: 60_000 } });
  const most = 1000;
  const asked = (groupings: ReturnType<typeof groupingsOf>): string =>
    groupings
      .map(({ word }) => `${word}: counts(groupBy: [${word}], first: ${most}) { count uncertain keys { value } }`)
      .join(" ");
  const hold = (list: Record<string, any>, groupings: ReturnType<typeof groupingsOf>): void => {
    for (const { word } of groupings) {
      const groups = list[word] as { count: number; uncertain: number; keys: { value: string | null }[] }[];
      const sum = groups.reduce((total, { count }) => total + count, 0);
      if (groups.length < most) expect([word, sum]).toEqual([word, list.totalCount]);
      expect(new Set(groups.map(({ keys }) => keys[0]!.value)).size).toBe(groups.length);
      for (const { count, uncertain } of groups) expect(uncertain >= 0 && uncertain <= count && count > 0).toBe(true);
    }
  };

  test.each(entityTypes().map((type) => [type.plural, type.class] as const))("%s", async (plural, cls) => {
    const groupings = groupingsOf(cls);
    const { data, errors } = await askMuch(`{ ${plural} { totalCount ${asked(groupings)} } }`);
    expect(errors).toBeUndefined();
    hold(data[plural] as Record<string, any>, groupings);
  });

  const relations = entityTypes().flatMap((type) =>
    relationsOf(type.class)
      .filter(({ many }) => many)
      .map((relation): [string, string, Relation] => [`${type.name}.${relation.name}`, type.plural, relation]),
  );
  // The kinds above are grouped by each word; the relations to a kind share its words among them.
  test.each(relations)("%s", async (_, plural, relation) => {
    const { name, target } = relation;
    const place = relations.filter((each) => each[2].target() === target()).findIndex((each) => each[2] === relation);
    const groupings = groupingsOf(target()).filter((_each, index) => index % 4 === place % 4);
    const { data, errors, statements } = await askMuch(
      `{ ${plural}(first: 20) { nodes { id ${name} { totalCount ${asked(groupings)} } } } }`,
    );
    expect(errors).toBeUndefined();
    // One for the parents, one for the totals, one for each grouping.
    expect(statements).toBeLessThanOrEqual(2 + groupings.length);
    for (const node of data[plural].nodes as Record<string, any>[]) hold(node[name] as Record<string, any>, groupings);
  });

  const wordOf = ({ name }: { name: string }): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toUpperCase();
  const ownedOnes = (cls: ModelClass): Relation[] =>
    relationsOf(cls).filter((relation) => !relation.many && isOwned(relation));
  test.each(listed.map((type) => [type.name, type] as const))("%s has a word for each", (name, type) => {
    const words = schema().getType(`${name}Group`);
    const expected = [
      "TYPE",
      ...propertiesOf(type.class).flatMap((property) => {
        const word = wordOf(property);
        if (property.datatype === "date") return ["YEAR", "DECADE", "MONTH"].map((part) => `${word}_${part}`);
        return property.datatype === "enumeration" || property.datatype === "boolean" || property.grouped ? [word] : [];
      }),
      ...ownedOnes(type.class).flatMap((relation) => [
        wordOf(relation),
        ...ownedOnes(relation.target()).map((onward) => `${wordOf(relation)}_${wordOf(onward)}`),
      ]),
    ];
    expect(isEnumType(words) && words.getValues().map((value) => value.name)).toEqual(expected);
  });
});

test("as of a day, a list holds what held then, and never what did not take place", async () => {
  const day = "2023-12-27";
  const { data, errors } = await ask(`{
    tenures(first: 100, asOf: "${day}", orderBy: { field: NAME }) { nodes { id status ended { lastDay } entered { firstDay } } totalCount }
    meetings(asOf: "${day}", last: 100) { nodes { id status date { firstDay } } totalCount }
    later: meetings(filter: { date: { certainly: "2023-12-28/.." } }) { totalCount }
    undated: meetings(filter: { not: { date: { exists: true } } }) { totalCount }
    cancelled: meetings(filter: { status: { eq: CANCELLED } }) { totalCount }
    all: meetings { totalCount }
    topics(asOf: "1500-01-01") { totalCount }
    allTopics: topics { totalCount }
  }`);
  expect(errors).toBeUndefined();
  expect(data.tenures.totalCount).toBeGreaterThan(3);
  for (const { id, status, ended, entered } of data.tenures.nodes) {
    expect([id, ["SERVED", "ACTING", null].includes(status)]).toEqual([id, true]);
    if (ended?.lastDay) expect(ended.lastDay >= day).toBe(true);
    if (entered?.firstDay) expect(entered.firstDay <= day).toBe(true);
  }
  for (const { date } of data.meetings.nodes) expect(date.firstDay <= day).toBe(true);
  expect(data.meetings.totalCount).toBe(
    data.all.totalCount - data.later.totalCount - data.undated.totalCount - data.cancelled.totalCount,
  );
  expect(data.topics.totalCount).toBe(data.allTopics.totalCount);
});
