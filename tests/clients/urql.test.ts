/** urql's graphcache with the settings of docs/clients.md keeps answers apart, adds to them, and joins pages. */
import { expect, test } from "@jest/globals";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { introspectionFromSchema } from "graphql";
import { halves, kinds, pages, schema, useComplaints, withoutId, withoutTypes } from "../support/clients.ts";
import { useService } from "../support/service.ts";

const { service, ask } = useService();

const client = (): Client =>
  new Client({
    url: `${service().url}/graphql`,
    preferGetMethod: false,
    exchanges: [
      cacheExchange({
        schema: introspectionFromSchema(schema),
        keys: Object.fromEntries(withoutId.map((name) => [name, () => null])),
        resolvers: { Query: { countries: relayPagination() } },
        logger: (severity, message) => void (severity === "debug" || said.push(message)),
      }),
      fetchExchange,
    ],
  });

const said = useComplaints();

test.each(kinds)("%s are kept apart", async (_, text, all) => {
  const urql = client();
  for (const variables of all) await urql.query(gql(text), variables);
  for (const variables of all) {
    const kept = await urql.query(gql(text), variables, { requestPolicy: "cache-only" });
    expect(withoutTypes(kept.data)).toEqual(withoutTypes((await ask(text, variables)).data));
  }
  expect(said).toEqual([]);
});

test("a second selection of the same value adds to the first", async () => {
  const urql = client();
  for (const half of halves) await urql.query(gql(half), {});
  for (const half of halves) {
    const kept = await urql.query(gql(half), {}, { requestPolicy: "cache-only" });
    expect(withoutTypes(kept.data)).toEqual((await ask(half)).data);
  }
  expect(said).toEqual([]);
});

test("relayPagination joins the pages of a list", async () => {
  const urql = client();
  let countries: any;
  for (let after: string | null = null, more = true; more;) {
    ({ countries } = (await urql.query(gql(pages), { after })).data);
    ({ hasNextPage: more, endCursor: after } = countries.pageInfo);
  }
  const all = await ask("{ countries(first: 100) { totalCount nodes { id } } }");
  const ids = countries.edges.map(({ node }: any) => node.id);
  expect(ids.slice(0, 100)).toEqual(all.data.countries.nodes.map(({ id }: any) => id));
  expect(ids).toHaveLength(all.data.countries.totalCount);
  expect(said).toEqual([]);
});
