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

  test.each([
    ["ambassador to Mexico", "post:us-ambassador-to-mx"],
    ["Ambassador of Mexico to the United States", "post:mx-ambassador-to-us"],
  ])("%s finds the office first, which some held as ministers", async (text, id) => {
    expect((await find(text))[0]).toBe(id);
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

const walk = async (text: string): Promise<string[]> => {
  const walked: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data: page } = await ask(
      "query ($text: String!, $after: String) { search(text: $text, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }",
      { text, after },
    );
    walked.push(...page.search.nodes.map((node: { id: string }) => node.id));
    ({ hasNextPage: more, endCursor: after } = page.search.pageInfo);
  }
  return walked;
};

test("kinds narrow it, pages cover it, scores fall", async () => {
  const { data } = await ask(
    '{ search(text: "mexico", first: 100) { totalCount edges { cursor score node { id name __typename } } } places: search(text: "mexico", kinds: [PLACE]) { nodes { __typename } } }',
  );
  const scores = data.search.edges.map((edge: { score: number }) => edge.score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(data.places.nodes.map((node: { __typename: string }) => node.__typename))).toEqual(new Set(["Place"]));

  const walked = await walk("mexico");
  expect(walked.slice(0, 100)).toEqual(data.search.edges.map((edge: { node: { id: string } }) => edge.node.id));
  expect(new Set(walked).size).toBe(walked.length);
  expect(data.search.totalCount).toBe(walked.length);
  expect(walked.length).toBeGreaterThan(100);

  const { data: end } = await ask(
    '{ search(text: "mexico", last: 30) { nodes { id } pageInfo { hasPreviousPage startCursor } } }',
  );
  expect(end.search.nodes.map((node: { id: string }) => node.id)).toEqual(walked.slice(-30));
  const { data: before } = await ask(
    'query ($before: String) { search(text: "mexico", last: 30, before: $before) { nodes { id } } }',
    { before: end.search.pageInfo.startCursor },
  );
  expect(before.search.nodes.map((node: { id: string }) => node.id)).toEqual(walked.slice(-60, -30));
});

test("a cursor goes on in the search it is of, and in no other", async () => {
  const text =
    'query ($after: String, $during: EDTF) { search(text: "mexico", kinds: [MEETING, TENURE], during: $during, similar: false, first: 5, after: $after) { nodes { id } pageInfo { endCursor } } }';
  const { data: first } = await ask(text, { during: "1990/2020" });
  const after = first.search.pageInfo.endCursor;
  const { data: second } = await ask(text, { during: "1990/2020", after });
  expect(second.search.nodes.length).toBeGreaterThan(0);
  const ids = [...first.search.nodes, ...second.search.nodes].map((node: { id: string }) => node.id);
  expect(new Set(ids).size).toBe(ids.length);
  const { errors } = await ask(text, { during: "1991/2020", after });
  expect(errors?.[0]?.extensions.code).toBe("CURSOR_INVALID");
});

describe("what the whole text names comes first", () => {
  test.each([
    ["Mexico", "country:mx"],
    ["mexico", "country:mx"],
    ["United States", "country:us"],
    ["Blinken", "official:blinken-antony-j"],
    ["Antony Blinken", "official:blinken-antony-j"],
    ["López Obrador", "official:lopez-obrador-andres-manuel"],
    ["lopez obrador", "official:lopez-obrador-andres-manuel"],
    ["lopez obrdor", "official:lopez-obrador-andres-manuel"],
    ["Alicia Barcena", "official:barcena-alicia"],
    ["Secretary of State", "post:us-secretary-of-state"],
    ["Mexico City", "place:mexico-city"],
    ["Washington", "place:washington-dc"],
    ["migration", "topic:migration"],
  ])("%s is %s", async (text, id) => expect((await find(text))[0]).toBe(id));

  test("each country by its name, before all that is named after it", async () => {
    const { data } = await ask("{ countries(first: 100) { nodes { id name } } }");
    for (const { id, name } of (data.countries.nodes as { id: string; name: string }[]).filter((_, n) => n % 4 === 0))
      expect([name, (await find(name))[0]]).toEqual([name, id]);
  });
});

describe("what is spelled alike", () => {
  const ask1 = async (text: string, more = "") =>
    (
      await ask(
        `query ($text: String!) { search(text: $text, first: 100 ${more}) { totalCount similar nodes { id name } } }`,
        { text },
      )
    ).data.search;

  test("is found where nothing has the words as they are typed, and the answer says so", async () => {
    expect(await ask1("bercena")).toMatchObject({ similar: true });
    expect(await ask1("barcena")).toMatchObject({ similar: false });
    expect(await ask1("zanzibarian")).toMatchObject({ similar: null, totalCount: 0 });
  });

  test("is found beside them when asked, and never when not", async () => {
    expect((await ask1("bercena", ", similar: false")).totalCount).toBe(0);
    const [typed, both] = [await ask1("mexico"), await ask1("mexico", ", similar: true")];
    expect(both.similar).toBe(true);
    expect(both.totalCount).toBeGreaterThanOrEqual(typed.totalCount);
  });
});

describe("matchedOn tells where the words are", () => {
  const matches = async (text: string, more = "") =>
    (
      await ask(
        `query ($text: String!) { search(text: $text, first: 100 ${more}) { edges { node { id name aliases summary ... on Statement { content } ... on Country { isoAlpha2 isoAlpha3 } } matchedOn { field text manner segments { text matched } } } } }`,
        { text },
      )
    ).data.search.edges as {
      node: {
        id: string;
        name: string;
        aliases: string[];
        summary: string | null;
        content?: string;
        isoAlpha2?: string;
        isoAlpha3?: string;
      };
      matchedOn: { field: string; text: string; manner: string; segments: { text: string; matched: boolean }[] }[];
    }[];
  const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  test.each([
    ["barcena", "EXACT", "Bárcena"],
    ["BÁRC", "BEGINNING", "Bárc"],
    ["bercena", "SIMILAR", "Bárcena"],
    ["bracena", "SIMILAR", "Bárcena"],
  ])("%s is in a name: %s, %s", async (text, manner, marked) => {
    const [first] = await matches(text);
    const [match] = first!.matchedOn;
    expect(match).toMatchObject({ field: "NAME", text: "Alicia Bárcena", manner });
    expect(match!.segments.filter(({ matched }) => matched).map((each) => each.text)).toEqual([marked]);
  });

  test.each(["mexico", "lopez obrador", "talks mexico", "secretary of state", "smuggling", "mex", "usa"])(
    "%s: each text is one of the entity's, its pieces are the text, and every word is marked somewhere",
    async (text) => {
      const edges = await matches(text);
      expect(edges.length).toBeGreaterThan(0);
      for (const { node, matchedOn } of edges) {
        const texts: Record<string, (string | null | undefined)[]> = {
          NAME: [node.name],
          ALIAS: node.aliases,
          SUMMARY: [node.summary],
          CONTENT: [node.content],
          CODE: [node.isoAlpha2, node.isoAlpha3],
        };
        const marked = matchedOn.flatMap((match) => {
          expect(texts[match.field]).toContain(match.text);
          expect(match.segments.map((each) => each.text).join("")).toBe(match.text);
          return match.segments.filter((each) => each.matched).map((each) => folded(each.text));
        });
        const words = text.split(" ").filter((word) => word !== "of");
        expect([node.id, words.filter((word) => !marked.includes(word))]).toEqual([node.id, []]);
      }
    },
  );

  test("markup in a text is only text", async () => {
    const { errors } = await ask('{ search(text: "<b>mexico</b>") { edges { matchedOn { segments { text } } } } }');
    expect(errors).toBeUndefined();
  });
});

describe("a search during a time", () => {
  const during = async (text: string, when: string, kinds = "MEETING, OFFICIAL, TENURE, COUNTRY, PLACE") =>
    (
      await ask(
        `query ($text: String!, $when: EDTF!) { search(text: $text, during: $when, kinds: [${kinds}], first: 100) { totalCount nodes { __typename id
            ... on Meeting { date { firstDay lastDay } }
            ... on Tenure { ended { lastDay } entered { firstDay } } } } }`,
        { text, when },
      )
    ).data.search;

  test("finds the events whose date can fall in it, and no others", async () => {
    const { nodes } = await during("mexico", "2001/2005", "MEETING");
    expect(nodes.length).toBeGreaterThan(3);
    for (const { date } of nodes) {
      expect(date.firstDay <= "2005-12-31").toBe(true);
      expect(date.lastDay >= "2001-01-01").toBe(true);
    }
    const all = (await ask('{ search(text: "mexico", kinds: [MEETING], first: 100) { totalCount } }')).data.search;
    const [before, after] = [
      await during("mexico", "../2000", "MEETING"),
      await during("mexico", "2006/..", "MEETING"),
    ];
    const across = nodes.filter(({ date }: any) => date.firstDay < "2001-01-01" || date.lastDay > "2005-12-31").length;
    expect(before.totalCount + nodes.length + after.totalCount - across).toBe(all.totalCount);
  });

  test("finds an official by the days in office, and leaves out what has no time", async () => {
    const ids = async (when: string) => (await during("obrador", when)).nodes.map(({ id }: { id: string }) => id);
    expect(await ids("2023-12")).toContain("official:lopez-obrador-andres-manuel");
    expect(await ids("1998")).not.toContain("official:lopez-obrador-andres-manuel");
    for (const { __typename } of (await during("mexico", "2023-12")).nodes) expect(__typename).not.toBe("Place");
  });

  test("a tenure lasts until its end", async () => {
    const ids = async (when: string) =>
      (await during("blinken secretary of state", when, "TENURE")).nodes.map(({ id }: { id: string }) => id);
    expect(await ids("2022-06-15")).toContain("tenure:blinken-us-secretary-of-state");
    expect(await ids("2019")).not.toContain("tenure:blinken-us-secretary-of-state");
    expect(await ids("2026")).not.toContain("tenure:blinken-us-secretary-of-state");
  });

  test("a nomination that came to nothing is of no time", async () => {
    const { data } = await ask(
      "{ tenures(first: 5, filter: { status: { in: [NOT_CONFIRMED, REJECTED, NOT_ACTED_ON, DID_NOT_SERVE, DECLINED] } }) { nodes { id name appointed { edtf } } } }",
    );
    expect(data.tenures.nodes.length).toBeGreaterThan(0);
    for (const { id, name } of data.tenures.nodes) {
      expect(await find(name)).toContain(id);
      expect((await during(name, "1700/2100", "TENURE")).nodes.map((node: any) => node.id)).not.toContain(id);
    }
  });

  test("what is no date is refused before anything is asked", async () => {
    const { errors, statements } = await ask('{ search(text: "mexico", during: "27 December") { nodes { id } } }');
    expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
    expect(statements).toBe(0);
  });
});

describe("facets count all that was found", () => {
  test("by kind and decade, whatever the page", async () => {
    const query = (more: string) =>
      ask(
        `{ search(text: "mexico" ${more}) { totalCount truncated facets { countsByKind { kind count } countsByDecade { decade count } } nodes { id } } }`,
      );
    const { data, statements } = await query("");
    const { facets, totalCount, truncated } = data.search;
    expect(truncated).toBe(false);
    const ids = await walk("mexico");
    const kinds: Record<string, number> = {};
    for (const id of ids) {
      const kind = id.slice(0, id.indexOf(":")).replaceAll("-", "_").toUpperCase();
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(Object.fromEntries(facets.countsByKind.map((each: any) => [each.kind, each.count]))).toEqual(kinds);
    expect(totalCount).toBe(ids.length);
    expect((await query(", first: 1")).data.search.facets).toEqual(facets);
    expect(statements).toBe(2);

    for (const { decade, count } of facets.countsByDecade) {
      const { data: within } = await ask(
        'query ($when: EDTF!) { search(text: "mexico", kinds: [MEETING, STATEMENT, RELATION_EVENT], during: $when) { facets { countsByDecade { decade count } } } }',
        { when: `${decade}/${decade + 9}` },
      );
      const same = within.search.facets.countsByDecade.find((each: any) => each.decade === decade);
      expect(same?.count ?? 0).toBeLessThanOrEqual(count);
      expect(decade % 10).toBe(0);
    }
  });

  test("under kinds they count these alone", async () => {
    const { data } = await ask(
      '{ search(text: "mexico", kinds: [PLACE, TOPIC]) { totalCount facets { countsByKind { kind count } countsByDecade { decade } } } }',
    );
    const { countsByKind: kinds, countsByDecade: decades } = data.search.facets;
    expect(kinds.map((each: any) => each.kind).sort()).toEqual(["PLACE", "TOPIC"]);
    expect(kinds.reduce((sum: number, each: any) => sum + each.count, 0)).toBe(data.search.totalCount);
    expect(decades).toEqual([]);
  });
});

test("a search costs one statement, with the fields of what was found", async () => {
  expect((await ask('{ search(text: "mexico") { nodes { id name } } }')).statements).toBe(1);
});

test.each(["", " ", "!!!"])("%j has no words, and finds nothing", async (text) => {
  const { data, errors, statements } = await ask(
    "query ($text: String!) { search(text: $text) { totalCount nodes { id } pageInfo { hasNextPage } facets { countsByKind { count } } truncated similar } }",
    { text },
  );
  expect([errors, statements]).toEqual([undefined, 0]);
  expect(data.search).toEqual({
    totalCount: 0,
    nodes: [],
    pageInfo: { hasNextPage: false },
    facets: { countsByKind: [] },
    truncated: false,
    similar: null,
  });
});

test.each([["a".repeat(201), /at most 200 characters/]])("%j is refused", async (text, message) => {
  const { errors, statements } = await ask("query ($text: String!) { search(text: $text) { nodes { id } } }", { text });
  expect(errors?.[0]).toMatchObject({
    extensions: { code: "BAD_USER_INPUT" },
    message: expect.stringMatching(message),
  });
  expect(statements).toBe(0);
});

describe("a state by its code and by what it is called for short", () => {
  test.each([
    ["UK", "country:gb"],
    ["uk", "country:gb"],
    ["GB", "country:gb"],
    ["GBR", "country:gb"],
    ["USA", "country:us"],
    ["DEU", "country:de"],
    ["MX", "country:mx"],
    ["UAE", "country:ae"],
    ["Viet Nam", "country:vn"],
  ])("%s", async (text, id) => {
    const { data, errors } = await ask(
      `{ search(text: "${text}", first: 1) { nodes { id } } suggest(prefix: "${text}", first: 3) { entity { id } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.search.nodes).toEqual([{ id }]);
    expect(data.suggest.map(({ entity }: any) => entity.id)).toContain(id);
  });
});

test.each([
  ["IT", "country:it"],
  ["IN", "country:in"],
  ["no", "country:no"],
  ["is", "country:is"],
  ["UK", "country:gb"],
])("the code %s, a small word of English too, finds its country first", async (text, id) => {
  const { data, errors } = await ask(`{ search(text: "${text}", first: 1) { edges { node { id } } } }`);
  expect(errors).toBeUndefined();
  expect(data.search.edges.map(({ node }: any) => node.id)).toEqual([id]);
});
