/** What the tests of other makers' clients share: what they ask, what they need of the schema, and what they complain of. */
import { readFileSync } from "node:fs";
import { beforeEach, jest } from "@jest/globals";
import { buildSchema, isObjectType } from "graphql";

export const schema = buildSchema(readFileSync("schema.graphql", "utf8"));
export const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

/** The names of the types without `id`, as docs/clients.md finds them. */
export const withoutId = types
  .filter(isObjectType)
  .filter((type) => type !== schema.getQueryType() && !("id" in type.getFields()))
  .map(({ name }) => name);

/** Collects what a client prints as a warning or an error, anew for each test. */
export function useComplaints(): unknown[] {
  const said: unknown[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const word of ["warn", "error"] as const)
      jest.spyOn(console, word).mockImplementation((...what) => void said.push(what));
  });
  return said;
}

/** An answer without the names of types that clients add. */
export function withoutTypes(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (name, value: unknown) => (name === "__typename" ? undefined : value)));
}

export const talks = "meeting:mexico-city-2023-12-27";

/** The query, and the sets of variables whose answers must not replace each other. */
export const kinds: [name: string, query: string, variables: Record<string, unknown>[]][] = [
  [
    "Neighborhoods",
    `query Neighborhoods($of: [EntityKey!]!, $depth: Int!) {
      neighborhood(of: $of, depth: $depth, maximumNodes: 30) {
        truncated omittedByKind { kind count }
        nodes { entityId kind label depth degree omitted omittedByKind { kind count } entity { __typename id name } }
        edges { key source target kind sentence date { edtf } from { __typename id } to { __typename id } }
      }
    }`,
    [
      { of: [{ id: talks }], depth: 1 },
      { of: [{ country: { isoAlpha2: "MX" } }], depth: 1 },
      { of: [{ id: talks }], depth: 2 },
    ],
  ],
  [
    "Suggestions",
    `query Suggestions($prefix: String!) {
      suggest(prefix: $prefix) { entityId kind text line segments { text matched } entity { __typename id name } }
    }`,
    [{ prefix: "mex" }, { prefix: "mexico city" }],
  ],
  [
    "Lists",
    `query Lists($filter: MeetingFilter) {
      meetings(first: 5, filter: $filter) {
        totalCount
        edges { cursor node { id name date { edtf text } host { id name } participations(first: 2) { totalCount edges { node { id role } } } } }
      }
    }`,
    [{ filter: { kind: { eq: "SUMMIT" } } }, { filter: { host: { isoAlpha2: { eq: "MX" } } } }, {}],
  ],
  [
    "Days",
    `query Days($day: LocalDate!) {
      post(by: { slug: "us-ambassador-to-mx" }) { id asOf(date: $day) { date coverage holdings { certainty tenure { id } } } }
      bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) { asOf(date: $day) { date status } countries { id name } }
    }`,
    [{ day: "2023-12-27" }, { day: "2020-01-01" }],
  ],
];

/** One value in two selections: the second must add to the first. */
export const halves: [string, string] = [
  `query { meeting(by: { slug: "mexico-city-2023-12-27" }) { id date { edtf } participations(first: 3) { totalCount } } }`,
  `query { meeting(by: { slug: "mexico-city-2023-12-27" }) { id date { text } participations(first: 3) { edges { node { id } } } } }`,
];

/** A list in pages. */
export const pages = `query Pages($after: String) {
  countries(first: 7, after: $after) { edges { cursor node { id name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
}`;
