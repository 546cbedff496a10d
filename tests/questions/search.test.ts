import { describe, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

const { ask } = useService();
const find = async (text: string, more = ""): Promise<string[]> => {
  const { data, errors } = await ask(`query ($text: String!) { search(text: $text ${more}) { nodes { id } } }`, {
    text,
  });
  expect(errors).toBeUndefined();
  return data.search.nodes.map((node: { id: string }) => node.id);
};

describe("search folds accents and case and forgives a typo", () => {
  test.each(["barcena", "Bárcena", "BARCENA", "bercena", "barcen", "alicia barcena"])(
    "%s finds Alicia Bárcena first",
    async (text) => {
      expect((await find(text, ", kinds: [OFFICIAL]"))[0]).toBe("official:barcena-alicia");
    },
  );

  test.each([
    ["lopez obrador", "official:lopez-obrador-andres-manuel"],
    ["Tapachla", "place:tapachula"],
    ["homeland", "organization:us-department-of-homeland-security"],
    ["smugling", "topic:smuggling-of-migrants"],
  ])("%s finds %s", async (text, id) => {
    expect(await find(text)).toContain(id);
  });

  test.each([
    ["Secretary of State", "post:us-secretary-of-state"],
    ["President of Mexico", "post:mx-president"],
    ["the talks of the United States", "meeting:mexico-city-2023-12-27"],
  ])("%s finds %s, whose small words no index holds", async (text, id) => {
    expect(await find(text)).toContain(id);
  });

  test("every word must be found", async () => {
    expect(await find("barcena zanzibar")).toEqual([]);
  });

  test.each(['name:"x" OR *', "a AND (b", "mexico~ +city^5", "\\ / { [ !"])(
    "%s is words, not a language of queries",
    async (text) => {
      const { errors } = await ask("query ($text: String!) { search(text: $text) { nodes { id } } }", { text });
      for (const error of errors ?? []) expect(error.extensions.code).toBe("BAD_USER_INPUT");
    },
  );
});

test("kinds narrow it, pages cover it, scores fall", async () => {
  const { data } = await ask(
    '{ search(text: "mexico", first: 100) { totalCount edges { cursor score node { id name __typename } } } places: search(text: "mexico", kinds: [PLACE]) { nodes { __typename } } }',
  );
  const scores = data.search.edges.map((edge: { score: number }) => edge.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(data.places.nodes.map((node: { __typename: string }) => node.__typename))).toEqual(new Set(["Place"]));

  const walked: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data: page } = await ask(
      'query ($after: String) { search(text: "mexico", first: 30, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    walked.push(...page.search.nodes.map((node: { id: string }) => node.id));
    ({ hasNextPage: more, endCursor: after } = page.search.pageInfo);
  }
  expect(walked.slice(0, 100)).toEqual(data.search.edges.map((edge: { node: { id: string } }) => edge.node.id));
  expect(data.search.totalCount).toBe(walked.length);
});

test("a search costs two statements: what was found, and its fields", async () => {
  expect((await ask('{ search(text: "mexico") { nodes { id name } } }')).statements).toBe(2);
});

test.each([
  ["", /no word in it/],
  ["!!!", /no word in it/],
  ["a".repeat(201), /at most 200 characters/],
])("%j is refused", async (text, message) => {
  const { errors, statements } = await ask("query ($text: String!) { search(text: $text) { nodes { id } } }", { text });
  expect(errors?.[0]).toMatchObject({
    extensions: { code: "BAD_USER_INPUT" },
    message: expect.stringMatching(message),
  });
  expect(statements).toBe(0);
});
