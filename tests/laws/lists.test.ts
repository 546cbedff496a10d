/** Laws of lists: each list and each relation has every feature, and its evidence. */
import { beforeAll, describe, expect, test } from "@jest/globals";
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
import { groupingsOf, readGroups, type Grouping } from "../../src/graph/counts.ts";
import { readFilter } from "../../src/graph/filter.ts";
import { countAllQuery, ofPatterns, ofRelation, type ListQueries } from "../../src/graph/listQueries.ts";
import { everyNode } from "../../src/graph/model/pattern.ts";
import { schema } from "../../src/schema.ts";
import { useService } from "../support/service.ts";
import { readMemory, type Memory } from "../support/memory.ts";
import { telling } from "../support/shapes.ts";

const { ask, service } = useService();
const none = { text: [], parameters: {} };

let memory: Memory;
beforeAll(async () => void (memory = await readMemory(service().door)));

const numberOf = (type: EntityType): number => [...memory.items.values()].filter((item) => item.type === type).length;
/** How many targets each item of a type has, if any. */
const targetsOf = (type: EntityType, relation: Relation): number[] =>
  [...memory.relations.get(relation)!].flatMap(([id, { length }]) =>
    memory.items.get(id)!.type === type && length > 0 ? [length] : [],
  );

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
  interface Followed {
    type: EntityType;
    relation: Relation;
    filters: object[];
    texts: string[];
  }
  const relations = entityTypes().flatMap((type) =>
    relationsOf(type.class).map((relation): [string, Followed] => {
      const { name, many } = relation;
      const filters = many
        ? [{ some: {} }, { none: {} }, { count: { eq: 0 } }, { every: { not: { id: { in: [] } } } }].map((each) => ({
            [name]: each,
          }))
        : [{ [name]: {} }, { not: { [name]: {} } }];
      const texts = filters.map((filter) => countAllQuery(type.name, readFilter(type.class, filter)));
      return [`${type.name}.${name}`, { type, relation, filters, texts }];
    }),
  );
  // The sums below follow from the statements.
  let asked: Set<Followed>;
  beforeAll(() => {
    const balance = ({ type, relation }: Followed): number => {
      const some = targetsOf(type, relation).length;
      return Math.min(some, numberOf(type) - some) * 1000 + numberOf(type);
    };
    asked = telling(
      relations.map(([, each]) => each),
      ({ texts }) => texts,
      balance,
    );
  });

  test.each(relations)("%s", async (_, followed) => {
    if (!asked.has(followed)) return;
    const { type, relation, filters, texts } = followed;
    const count = async (filter: object): Promise<number> => {
      const { data, errors } = await ask(
        `query ($filter: ${type.name}Filter) { ${type.plural}(filter: $filter) { totalCount } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      return data[type.plural].totalCount as number;
    };
    const [all, some, without, counted, every] = await Promise.all([{}, ...filters].map(count));
    for (const text of texts) expect(service().sent).toContain(text);
    expect([all, some]).toEqual([numberOf(type), targetsOf(type, relation).length]);
    expect(some! + without!).toBe(all);
    if (relation.many) expect([counted, every]).toEqual([without, all]);
  });
});

describe("each list can be grouped by all that its items have, and the groups are all of it", () => {
  // The longest lists have more groups than a request may ask for by default.
  // With a statement for each relation, so that the total is one too.
  const { ask: askMuch, service: patient } = useService({
    limits: { cost: 10_000_000, milliseconds: 60_000 },
    mostShapes: 0,
  });
  const most = 1000;
  interface Grouped {
    list: ListQueries;
    of: ModelClass;
    grouping: Grouping;
    items: () => number;
  }
  const grouped = (list: ListQueries, of: ModelClass, items: () => number): Grouped[] =>
    groupingsOf(of).map((grouping) => ({ list, of, grouping, items }));
  const textsOf = ({ list, of, grouping: { word } }: Grouped): string[] => [
    list.count(none),
    list.groups(none, readGroups(of, { groupBy: [word], first: most })),
  ];
  const kinds = entityTypes().map((type): [string, Grouped[]] => [
    type.plural,
    grouped(ofPatterns([everyNode(type.name)]), type.class, () => numberOf(type)),
  ]);
  const relations = entityTypes().flatMap((type) =>
    relationsOf(type.class)
      .filter(({ many }) => many)
      .map((relation): [string, string, string, Grouped[]] => [
        `${type.name}.${relation.name}`,
        type.plural,
        relation.name,
        grouped(ofRelation(relation), relation.target(), () => Math.max(0, ...targetsOf(type, relation))),
      ]),
  );
  // That groups add up follows from the statements.
  let chosen: Set<Grouped>;
  beforeAll(() => {
    const all = [...kinds.flatMap(([, each]) => each), ...relations.flatMap(([, , , each]) => each)];
    chosen = telling(all, textsOf, ({ items }) => items());
  });

  const asked = (groupings: Grouped[]): string =>
    groupings
      .map(
        ({ grouping: { word } }) =>
          `${word}: counts(groupBy: [${word}], first: ${most}) { count uncertain keys { value } }`,
      )
      .join(" ");
  const hold = (list: Record<string, any>, groupings: Grouped[]): void => {
    for (const { word } of groupings.map(({ grouping }) => grouping)) {
      const groups = list[word] as { count: number; uncertain: number; keys: { value: string | null }[] }[];
      const sum = groups.reduce((total, { count }) => total + count, 0);
      if (groups.length < most) expect([word, sum]).toEqual([word, list.totalCount]);
      expect(new Set(groups.map(({ keys }) => keys[0]!.value)).size).toBe(groups.length);
      for (const { count, uncertain } of groups) expect(uncertain >= 0 && uncertain <= count && count > 0).toBe(true);
    }
  };

  test.each(kinds)("%s", async (plural, all) => {
    const groupings = all.filter((each) => chosen.has(each));
    if (groupings.length === 0) return;
    const { data, errors } = await askMuch(`{ ${plural} { totalCount ${asked(groupings)} } }`);
    expect(errors).toBeUndefined();
    hold(data[plural], groupings);
    expect([...patient().sent]).toEqual(expect.arrayContaining(groupings.flatMap(textsOf)));
  });

  test.each(relations)("%s", async (_, plural, name, all) => {
    const groupings = all.filter((each) => chosen.has(each));
    if (groupings.length === 0) return;
    const { data, errors, statements } = await askMuch(
      `{ ${plural}(first: 100) { nodes { id ${name} { totalCount ${asked(groupings)} } } } }`,
    );
    expect(errors).toBeUndefined();
    // One for the parents, one for the totals, one for each grouping.
    expect(statements).toBeLessThanOrEqual(2 + groupings.length);
    for (const node of data[plural].nodes as Record<string, any>[]) hold(node[name], groupings);
    expect([...patient().sent]).toEqual(expect.arrayContaining(groupings.flatMap(textsOf)));
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
