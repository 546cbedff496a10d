/** A kind that web/explorer has never heard of has its page all the same: the one of docs/adding-an-entity.md. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { buildSchema, graphqlSync } from "graphql";

/** The treaty of the guide, with what every kind has, as the schema would print it. */
const treaty = `
  "An agreement between states in writing."
  type Treaty implements Entity & Node {
    "Whether it binds."
    status: TreatyStatus!
    "When it was signed."
    signed: EDTFDate
    "When it ended."
    ended: EDTFDate
    "The meeting at which it was signed."
    signedAt: Meeting
    "The states that are bound by it."
    parties(after: String, asOf: LocalDate, before: String, first: Int, last: Int): CountryConnection!
    COMMON
  }
  enum TreatyStatus { SIGNED IN_FORCE ENDED }
`;

test("a new kind has its facts, its lists and its evidence, without a line in web", async () => {
  const printed = readFileSync("schema.graphql", "utf8");
  const common = /^interface Entity implements Node \{\n([\s\S]*?)^\}/m.exec(printed)![1]!;
  // The predicates of claims are an enumeration, which the model extends.
  const schema = buildSchema(
    (printed + treaty.replace("COMMON", common)).replace(/^enum FieldName \{/m, "enum FieldName {\n  SIGNED_AT"),
  );
  const none = { totalCount: 0, nodes: [] };
  const source = { __typename: "Source", id: "source:archive", name: "An archive" };
  const citation = { text: "An archive, folio 12." };
  const claim = {
    basis: "STATED",
    valueKind: "VALUE",
    rank: "PREFERRED",
    shown: true,
    contested: false,
    source,
    citation,
  };
  const rootValue = {
    edition: null,
    node: {
      __typename: "Treaty",
      id: "treaty:example",
      name: "An example",
      status: "IN_FORCE",
      signed: { edtf: "2023-12-27", text: "December 27, 2023", firstDay: "2023-12-27", lastDay: "2023-12-27" },
      signedAt: { __typename: "Meeting", id: "meeting:talks", name: "Talks" },
      parties: { totalCount: 1, nodes: [{ __typename: "Country", id: "country:us", name: "United States" }] },
      formerIds: [],
      someValue: ["ENDED"],
      noValue: [],
      contested: [],
      aliases: [],
      sources: none,
      statementsAbout: none,
      claims: { totalCount: 1, nodes: [{ ...claim, id: "claim:1", predicate: "SIGNED_AT", locator: "folio 12" }] },
    },
  };
  const { render } = (await import(new URL("../../web/explorer/dist/server/render.js", import.meta.url).href)) as any;
  const { status, head, body } = await render(
    "http://entente/entity/treaty:example",
    async (document: string, variableValues: Record<string, unknown>) =>
      graphqlSync({ schema, source: document, rootValue, variableValues }),
  );
  expect(status).toBe(200);
  expect(head).toContain("<title>An example · treaty · Entente</title>");
  const text = body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  for (const each of [
    "An agreement between states in writing.",
    "Status in force",
    "Signed December 27, 2023",
    "Ended there is one, which no source names",
    "An archive, folio 12.",
    "The states that are bound by it.",
  ])
    expect(text).toContain(each);
  expect(body).toContain('href="/entity/meeting:talks"');
  expect(body).toContain('href="/entity/country:us"');
});
