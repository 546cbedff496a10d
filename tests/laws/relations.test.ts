/** Laws of the relations: each has a pattern, both sides agree, and every statement plans well on the real Neo4j. */
import { afterAll, describe, expect, test } from "@jest/globals";
import neo4j from "neo4j-driver";
import "../../src/entities/entities.ts";
import {
  classNamed,
  coordinate,
  entityTypes,
  isOwned,
  lineage,
  owningSideOf,
  propertiesOf,
  relationsOf,
  typeOf,
  allTypes,
} from "../../src/graph/model/model.ts";
import type { ModelClass, Relation } from "../../src/graph/model/declarations.ts";
import { groupingsOf, readGroups } from "../../src/graph/counts.ts";
import { readPage, type PageRequest, type Position } from "../../src/graph/page.ts";
import { derivedFrom, fileOf, patternOf, printed, type Names } from "../../src/graph/model/pattern.ts";
import { files, query } from "../../src/graph/queries.ts";
import {
  countAllQuery,
  counting,
  countFoundQuery,
  countQuery,
  findQuery,
  foundQuery,
  groupFoundQuery,
  groupQuery,
  listQuery,
  nodeQuery,
  manyQuery,
  oneQuery,
  printedPatterns,
} from "../../src/graph/listQueries.ts";
import { pageParameters } from "../../src/graph/pageTerms.ts";
import type { PairParameters } from "../../src/questions/bilateral/pair.ts";
import { pairListsOf, type PairPatterns } from "../../src/questions/bilateral/pairLists.ts";
import { countsQuery, pageQuery } from "../../src/questions/search/searchQueries.ts";
import {
  countsInTimeQuery,
  countsQuery as stepCountsQuery,
  stepListQuery,
  stepListsOf,
} from "../../src/graph/surroundings.ts";
import { referrersQuery } from "../../src/graph/referrers.ts";
import { evidenceQuery } from "../../src/graph/evidenceQuery.ts";
import { readFilter } from "../../src/graph/filter.ts";
import { MomentKind, countQuery as momentsCountQuery, momentsQuery } from "../../src/questions/bilateral/timeline.ts";
import "../../src/schema.ts";
import { alone, type Selection } from "../../src/graph/selection/selection.ts";
import { plansOf, type Plan } from "../support/plans.ts";
import { sharedDatabase } from "../support/service.ts";

const relations: Relation[] = allTypes().flatMap((type) =>
  relationsOf(type.class).filter((relation) => relation.domain === type.class),
);
const named = relations.map((relation) => [coordinate(relation), relation] as const);

test("a partial index is of what its type has, under a name of its own", () => {
  for (const { name: type, class: cls, partialIndexes } of entityTypes()) {
    const toOne = relationsOf(cls).flatMap((each) => (isOwned(each) && !each.many ? [each.name] : []));
    const kept = [...propertiesOf(cls).map(({ name }) => name), ...toOne];
    for (const { name, of, without } of partialIndexes) {
      expect([type, toOne]).toEqual([type, expect.arrayContaining([of])]);
      expect([type, kept]).toEqual([type, expect.arrayContaining([...without])]);
      expect([...kept, ...toOne.map((each) => `${each}Id`)]).not.toContain(name);
    }
  }
});

/** A relation's pattern as Cypher. */
const textOf = (relation: Relation, names?: Names): string => printed(patternOf(relation), [], names);

describe("the pattern of a relation", () => {
  test("has a file of its own where it doesn't follow from the declaration, and each file its relation", () => {
    const paths = [...files.keys()].filter((path) => path.startsWith("relations/"));
    expect(paths.sort()).toEqual(
      relations
        .filter((relation) => !derivedFrom(relation))
        .map(fileOf)
        .sort(),
    );
  });

  test.each(named)("%s begins at its parent and names its target", (_, relation) => {
    const target = typeOf(relation.target());
    expect(textOf(relation)).toContain("parent");
    expect(textOf(relation)).toMatch(new RegExp(`\\((item|found):${target.abstract ? "Node" : target.name}\\b`));
  });

  test.each(named.filter(([, relation]) => derivedFrom(relation)))("%s is printed under any names", (_, relation) => {
    const names = { parent: "one", id: "one.id", link: "two", item: "three" };
    expect(textOf(relation, names)).toBe(
      textOf(relation).replace(/\b(parent|link|item)\b/g, (name) => names[name as keyof typeof names]),
    );
  });

  test("is printed for readers under its coordinate", () => {
    const printedFor = [...printedPatterns().matchAll(/^\/\/ (\w+\.\w+)\n(.*)\n/gm)];
    expect(printedFor.map(([, place]) => place)).toEqual(relations.map(coordinate));
    expect(new Set(printedFor.map(([, , first]) => first))).toEqual(new Set(["MATCH (parent:Node {id: $id})"]));
  });

  test("that passes what isn't there is refused, with where and what", () => {
    const relation = {
      ...relations.find(({ through }) => through)!,
      name: "lost",
      through: ["parts", "ways"] as const,
    };
    expect(() => derivedFrom(relation)).toThrow(/\.lost passes "parts", and \w+ has no such relation\./);
  });
});

describe("both sides of a relation", () => {
  test.each(named.filter(([, relation]) => relation.edge))("%s owns its edge, outward", (_, relation) => {
    const text = textOf(relation);
    const symmetric = relation.inverse === relation.name;
    expect(text).toMatch(new RegExp(`-\\[(?:link)?:${relation.edge}\\]-${symmetric ? "" : ">"}\\(item`));
    expect(text.includes("link")).toBe(relation.ordered);
  });

  test.each(named.filter(([, relation]) => relation.inverse && !relation.edge))(
    "%s reads the edge of its owner, inward",
    (_, relation) => {
      const owning = owningSideOf(relation);
      expect(owning && isOwned(owning)).toBe(true);
      // A to-one owner stores the id of its target, and a page of those that share a target is read from an index.
      const reached = owning!.many
        ? `<-\\[:${owning!.edge}\\]-\\(item`
        : `\\(item:${owning!.domain.name} \\{${owning!.name}Id: parent\\.id\\}\\)`;
      expect(textOf(relation)).toMatch(new RegExp(reached));
      expect(lineage(relation.domain)).toContain(owning!.target());
    },
  );

  test("each owned relation can be read from the other side, but for what a claim's value names", () => {
    const inverses = relations
      .filter((relation) => relation.inverse)
      .map((relation) => owningSideOf(relation) ?? relation);
    const oneWay = relations.filter((relation) => isOwned(relation) && !inverses.includes(relation)).map(coordinate);
    expect(oneWay).toEqual(["Claim.valueEntity"]);
  });

  test("an edge type belongs to one relation", () => {
    const edges = relations.flatMap((relation) => relation.edge ?? []);
    expect(new Set(edges).size).toBe(edges.length);
  });
});

const { uri, user, password } = await sharedDatabase();

describe("the plan of each statement", () => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  const planOf = plansOf(driver);
  afterAll(() => driver.close());

  const [few, many, relation] = ["country:a", "country:b", "bilateral-relation:a-b"];
  const listsOf = (parameters: Partial<PairParameters>): PairPatterns => pairListsOf(parameters as PairParameters);
  const ofPair = listsOf({ allOfFew: [few], relations: [relation] });
  const withPredecessor = listsOf({ allOfFew: [few, many], relations: [relation, relation] });
  const pages = [{}, { last: 5 }].map((args) => readPage("list", args));
  const placed = { ...pages[0]!, after: ["2023", "meeting:a", ""] as Position };
  const name = propertiesOf(classNamed("Country")).find((property) => property.name === "name")!;
  const sorted = { ...placed, order: { property: name, descending: true } };
  const none = { text: [], parameters: {} };
  const groupsOf = (cls: ModelClass) => readGroups(cls, { groupBy: [groupingsOf(cls)[0]!.word] });
  const statements: [string, string][] = [
    ...relations.flatMap((relation): [string, string][] => {
      if (!relation.many) return [[coordinate(relation), oneQuery(relation)]];
      const filter = readFilter(relation.target(), { id: { in: ["country:mx"] } });
      return [
        ...[...pages, placed].map((page, index): [string, string] => [
          `${coordinate(relation)} page ${index}`,
          manyQuery(relation, page, none),
        ]),
        [`${coordinate(relation)} filtered`, manyQuery(relation, placed, filter)],
        [`${coordinate(relation)} in another order`, manyQuery(relation, sorted, none)],
        [`${coordinate(relation)} count`, countQuery(relation, none)],
        [`${coordinate(relation)} groups`, groupQuery(relation, none, groupsOf(relation.target()))],
        [`${coordinate(relation)} filtered groups`, groupQuery(relation, filter, groupsOf(relation.target()))],
        [`${coordinate(relation)} claims`, evidenceQuery(relation).text],
      ];
    }),
    ...entityTypes().flatMap(({ name, plural }): [string, string][] => [
      ...[...pages, placed].map((page, index): [string, string] => [
        `${plural} page ${index}`,
        listQuery(name, page, none),
      ]),
      [`${plural} count`, countAllQuery(name, none)],
      [`${plural} as of a day`, listQuery(name, placed, readFilter(classNamed(name), null, "2023-12-27"))],
    ]),
    ...entityTypes().flatMap(({ class: cls, name, plural }) =>
      relationsOf(cls).map((relation): [string, string] => [
        `${plural} by ${relation.name}`,
        listQuery(
          name,
          placed,
          readFilter(cls, { [relation.name]: relation.many ? { some: {}, none: { id: { eq: "a" } } } : {} }),
        ),
      ]),
    ),
    ...Object.entries(withPredecessor).flatMap(([list, patterns]): [string, string][] => [
      [`${list} of a pair with a predecessor`, foundQuery(patterns, pages[0]!, none)],
    ]),
    ...Object.entries(ofPair).flatMap(([list, patterns]): [string, string][] => [
      [`${list} of a pair`, foundQuery(patterns, pages[0]!, none)],
      [`${list} of a pair, later`, foundQuery(patterns, placed, none)],
      [`${list} of a pair in all`, countFoundQuery(patterns, none)],
      [`${list} of a pair in groups`, groupFoundQuery(patterns, none, groupsOf(classNamed("Country")))],
    ]),
    ...Object.values(MomentKind).flatMap((kind): [string, string][] => [
      [`moments of ${kind}`, momentsQuery(kind, false, ofPair)],
      [`all moments of ${kind}`, momentsCountQuery(kind, ofPair)],
    ]),
    ...entityTypes().flatMap(({ name, plural, class: cls }): [string, string][] => [
      [`${plural} page with what leads to one`, listQuery(name, placed, none, { ...alone, joined: joinedTo(cls) })],
      [`${plural} page with lists inside`, listQuery(name, placed, none, { ...alone, lists: listsWithin(cls, pages) })],
    ]),
    ["claims of a list", evidenceQuery(null).text],
    ["node", nodeQuery()],
    ...entityTypes().flatMap(({ name, class: cls }) =>
      propertiesOf(cls)
        .filter((property) => property.key)
        .map((property): [string, string] => [`${name} by ${property.key}`, findQuery(name, property)]),
    ),
    ["what leads to some", referrersQuery()],
    ["a search", pageQuery(false)],
    ["a search backward", pageQuery(true)],
    ["a search counted", countsQuery()],
    ...entityTypes().flatMap((type): [string, string][] => [
      [`steps of a ${type.name} count`, stepCountsQuery(stepListsOf(type, true))],
      [`steps of a ${type.name} in a time count`, countsInTimeQuery(stepListsOf(type, true))],
      ...[true, false].flatMap((collapse) =>
        stepListsOf(type, collapse).flatMap((list): [string, string][] => [
          [`${type.name}.${list.relation.name}, some steps`, stepListQuery(list, false)],
          [`${type.name}.${list.relation.name}, some steps of a time`, stepListQuery(list, true)],
          [`${type.name}.${list.relation.name}, steps after others`, stepListQuery(list, false, true)],
        ]),
      ),
    ]),
    ["what is contested", `${query("contested/contestedFacts")}\n${query("contested/factsPage")}`],
    [
      "what is contested, from the end",
      `${query("contested/contestedFacts")}\n${query("contested/factsPageBackward")}`,
    ],
    ["what is contested, counted", counting(query("contested/contestedFacts"))],
    ...["claims", "entities", "sources"].map((name): [string, string] => [
      `citations of ${name}`,
      `${query(`citations/${name}`)}\n${query("citations/works")}`,
    ]),
    // The others are patterns, and parts of statements tested above.
    ...[...files].filter(([path]) => isWhole(path)),
  ];

  test.each(statements)("%s", async (name, text) => {
    const parameters = {
      parents: ["meeting:a"],
      bundle: "a",
      type: "A",
      values: ["a"],
      columns: ["name"],
      ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`columns${index + 1}`, ["name"]])),
      index: "Country_historianSlugs",
      property: "historianSlugs",
      filter0: ["a"],
      filter1: ["a"],
      asOf: "2023-12-27",
      never: [],
      folds: [],
      pairs: [],
      predicate: "a",
      field: "a",
      rows: [],
      ids: [],
      typed: "a",
      alike: "a",
      whole: "a",
      folded: "a",
      length: 1,
      similar: null,
      times: {},
      weights: {},
      firstDay: null,
      lastDay: null,
      most: 1,
      texts: true,
      decades: true,
      afterScore: null,
      beforeScore: null,
      after: "",
      limit: 5,
      edition: "",
      date: "",
      name: "",
      digest: "",
      label: "A",
      number: 0,
      undo: "",
      id: "a",
      a: "a",
      b: "b",
      outcome: "SAME",
      reason: "",
      relation: "a",
      kinds: [],
      kind: "A",
      from: "a",
      to: "b",
      mostClaims: 1,
      mostEdges: 1,
      few: "a",
      many: "b",
      posts: ["a"],
      border: "a",
      until: "9999",
      keys: ["a b"],
      lowDay: "",
      lowKey: "",
      highDay: "9999",
      highKey: "",
      seriesOfFew: "A",
      seriesOfMany: "B",
      asked: { ids: ["a"], steps: [{ subject: "a", predicates: [], targets: [] }], columns: [], places: [] },
      first: "2023-01-01",
      last: "2023-12-31",
      countries: ["country:mx"],
      facts: [],
      sources: [],
      predicates: null,
      afterPredicate: "",
      beforeKey: "~",
      beforeId: "~",
      beforePredicate: "",
      counts: {},
      changes: [],
      ...pageParameters(placed),
    };
    const plan = await planOf(text, parameters);
    const operators = operatorsOf(plan);
    expect(operators).not.toContain("AllNodesScan");
    expect(operators).not.toContain("CartesianProduct");
    // The marker and the list of bundles are a handful, all decisions are needed, and Neo4j stores how many nodes a
    // label has; everything else begins with an index, including the count of a relation.
    if (!/^edition\/|^ingest\/(setEdition|identities|log|writing)|^[a-z]\w* count$/.test(name))
      expect(operators).not.toContain("NodeByLabelScan");
  });
});

/** All targets that a statement can join to an entity. */
function joinedTo(cls: ModelClass): Selection["joined"] {
  return relationsOf(cls)
    .filter((relation) => !relation.many && derivedFrom(relation) !== null)
    .map((relation, index) => ({ relation, number: index + 1, selection: alone }));
}

/** All lists that a statement can read inside another, each in two orders. */
function listsWithin(cls: ModelClass, pages: readonly PageRequest[]): Selection["lists"] {
  return relationsOf(cls)
    .filter((relation) => relation.many && derivedFrom(relation) !== null)
    .flatMap((relation) => pages.map((page) => ({ relation, page })))
    .map(({ relation, page }, index) => ({
      relation,
      number: index + 1,
      key: "",
      page,
      condition: { text: [], parameters: {} },
      selection: alone,
      isCounted: patternOf(relation).edge !== null,
    }));
}

/** Whether a file of `cypher/` is a statement by itself. */
function isWhole(path: string): boolean {
  const piece =
    /^(graph\/(byValue|node)|citations\/.*|search\/(?!suggest).*|contested\/(contestedFacts|factsPage.*)|ingest\/(referrers|contributions))$/;
  return !/^(relations|schema|bilateral\/(lists|conditions|moments))/.test(path) && !piece.test(path);
}
function findsOne({ operatorType, children }: Plan): boolean {
  return (
    operatorType.startsWith("NodeUniqueIndexSeek") || (operatorType.startsWith("Filter") && children.every(findsOne))
  );
}

function operatorsOf(plan: Plan): string[] {
  const name = plan.operatorType.replace(/@.*/, "");
  // The product of one node and one other is a pair.
  const pair = name === "CartesianProduct" && plan.children.every(findsOne);
  return [...(pair ? [] : [name]), ...plan.children.flatMap(operatorsOf)];
}
