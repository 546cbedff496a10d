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

const printed = readFileSync("schema.graphql", "utf8");
const common = /^interface Entity implements Node \{\n([\s\S]*?)^\}/m.exec(printed)![1]!;
// The predicates of claims are an enumeration, which the model extends.
const schema = buildSchema(
  (printed + treaty.replace("COMMON", common))
    .replace(/^enum FieldName \{/m, "enum FieldName {\n  SIGNED_AT")
    .replace(/^enum EntityKind \{/m, 'enum EntityKind {\n  "An agreement between states in writing."\n  TREATY')
    .replace(/^enum StepKind \{/m, "enum StepKind {\n  TREATY_SIGNED_AT"),
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
const step = {
  key: "treaty:example signedAt meeting:talks",
  kind: "TREATY_SIGNED_AT",
  relation: "Treaty.signedAt",
  source: "treaty:example",
  target: "meeting:talks",
  sentence: "An example was signed at Talks.",
  basis: "STATED",
  date: null,
};
const node = { degree: 40, omittedByKind: [{ kind: "TREATY_SIGNED_AT", count: 39 }] };
const rootValue = {
  neighborhood: {
    nodes: [
      { ...node, entityId: "treaty:example", kind: "TREATY", label: "An example" },
      { ...node, entityId: "meeting:talks", kind: "MEETING", label: "Talks" },
    ],
    edges: [step],
  },
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

/** The page at an address, as the server renders it, and its text. */
async function rendered(address: string) {
  const { render } = (await import(new URL("../../web/explorer/dist/server/render.js", import.meta.url).href)) as any;
  const { status, head, body } = await render(
    `http://entente${address}`,
    async (document: string, variableValues: Record<string, unknown>) =>
      graphqlSync({ schema, source: document, rootValue, variableValues }),
  );
  const text = body.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  return { status, head, body, text };
}

test("a new kind has its facts, its lists and its evidence, without a line in web", async () => {
  const { status, head, body, text } = await rendered("/entity/treaty:example");
  expect(status).toBe(200);
  expect(head).toContain("<title>An example · treaty · Entente</title>");
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

test("it has its mark and its steps in the network", async () => {
  const { status, text, body } = await rendered("/network?of=treaty:example&chosen=treaty:example");
  expect(status).toBe(200);
  for (const each of ["The network around An example", "Treaty signed at 1 of 40", "25 more", step.sentence])
    expect(text).toContain(each);
  expect(body).toMatch(/<label><input type="checkbox" checked\/?><svg class="mark kind-\d"[^>]*>.+?<\/svg> Treaty/);
});
