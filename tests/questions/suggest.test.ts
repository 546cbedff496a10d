/** Typing ahead. */
import { describe, expect, test } from "@jest/globals";
import { useService } from "../support/service.ts";

const { ask } = useService();

interface Suggestion {
  entityId: string;
  text: string;
  kind: string;
  line: string | null;
  segments: { text: string; matched: boolean }[];
}

const suggest = async (prefix: string, more = ""): Promise<Suggestion[]> => {
  const { data, errors, statements } = await ask(
    `query ($prefix: String!) { suggest(prefix: $prefix ${more}) { entityId text kind line segments { text matched } } }`,
    { prefix },
  );
  expect(errors).toBeUndefined();
  expect(statements).toBe(1);
  return data.suggest;
};

describe("the one that is meant comes first", () => {
  test.each([
    ["m", "country:mx"],
    ["mex", "country:mx"],
    ["united st", "country:us"],
    ["blin", "official:blinken-antony-j"],
    ["antony bl", "official:blinken-antony-j"],
    ["lopez ob", "official:lopez-obrador-andres-manuel"],
    ["López Ob", "official:lopez-obrador-andres-manuel"],
    ["barc", "official:barcena-alicia"],
    ["mexico c", "place:mexico-city"],
    ["tapach", "place:tapachula"],
    ["secretary of st", "post:us-secretary-of-state"],
  ])("%s: %s", async (prefix, id) => expect((await suggest(prefix)).map((each) => each.entityId)[0]).toBe(id));
});

test.each(["me", "mexico c", "bush", "j", "antony b"])(
  "%s: each text has words that begin with all that was typed, and they are marked",
  async (prefix) => {
    const found = await suggest(prefix, ", first: 20");
    expect(found.length).toBeGreaterThan(0);
    for (const { text, segments } of found) {
      expect(segments.map((each) => each.text).join("")).toBe(text);
      const marked = segments.filter(({ matched }) => matched).map((each) => each.text.toLowerCase());
      for (const word of prefix.split(" ")) expect([text, marked]).toEqual([text, expect.arrayContaining([word])]);
    }
  },
);

test("an alias is shown where the words are in it, and its line tells the name", async () => {
  const found = await suggest("rex wayne");
  expect(found[0]).toMatchObject({
    entityId: "official:tillerson-rex-w",
    text: "Rex Wayne Tillerson",
    line: expect.stringContaining("Rex W. Tillerson"),
  });
});

test("kinds narrow it, and a line tells those of one name apart", async () => {
  const bushes = await suggest("bush", ", kinds: [OFFICIAL]");
  expect(bushes.length).toBeGreaterThan(1);
  expect(new Set(bushes.map(({ kind }) => kind))).toEqual(new Set(["OFFICIAL"]));
  const lines = bushes.map(({ line }) => line);
  expect(new Set(lines).size).toBe(lines.length);
  for (const line of lines) expect(line).toMatch(/\d{4}–/);
});

test("the entity itself can be asked, in one statement more", async () => {
  const { data, statements } = await ask(
    '{ suggest(prefix: "mex", first: 20) { entityId entity { id name __typename } } }',
  );
  for (const { entityId, entity } of data.suggest) expect(entity.id).toBe(entityId);
  expect(statements).toBe(2);
});

test("no more than asked for; none where nothing begins so", async () => {
  expect(await suggest("mex", ", first: 3")).toHaveLength(3);
  expect(await suggest("zzzz")).toEqual([]);
  expect(await suggest("mex", ", first: 0")).toEqual([]);
  const none = await ask('{ suggest(prefix: " ") { entityId } }');
  expect([none.data, none.statements]).toEqual([{ suggest: [] }, 0]);
});

test.each([
  [{ prefix: "a".repeat(201) }, "BAD_USER_INPUT", /at most 200 characters/],
  [{ prefix: "a", first: 21 }, "LIMIT_EXCEEDED", /at most 20; got 21/],
  [{ prefix: "a", first: -1 }, "BAD_USER_INPUT", /0 to 20; got -1/],
])("%j is refused: %s", async (variables, code, message) => {
  const { errors, statements } = await ask(
    "query ($prefix: String!, $first: Int) { suggest(prefix: $prefix, first: $first) { entityId } }",
    variables,
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code }, message: expect.stringMatching(message) });
  expect(statements).toBe(0);
});

test.each(['mex"', "mex*", "mex~ OR", "name:mex", "\\", "mex)"])("%s is words", async (prefix) => {
  const { errors } = await ask("query ($prefix: String!) { suggest(prefix: $prefix) { entityId } }", { prefix });
  for (const error of errors ?? []) expect(error.extensions.code).toBe("BAD_USER_INPUT");
});
