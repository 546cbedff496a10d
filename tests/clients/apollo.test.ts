/** Apollo Client with the settings of docs/clients.md keeps answers apart, adds to them, and joins pages. */
import { expect, test } from "@jest/globals";
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client/core/index.js";
import { relayStylePagination } from "@apollo/client/utilities/index.js";
import { isAbstractType } from "graphql";
import { halves, kinds, pages, schema, types, useComplaints, withoutId, withoutTypes } from "../support/clients.ts";
import { useService } from "../support/service.ts";

const { service, ask } = useService();

const possibleTypes = Object.fromEntries(
  types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
);

const client = (): ApolloClient =>
  new ApolloClient({
    link: new HttpLink({ uri: `${service().url}/graphql` }),
    cache: new InMemoryCache({
      possibleTypes,
      typePolicies: {
        ...Object.fromEntries(withoutId.map((name) => [name, { merge: true }])),
        Query: { fields: { countries: relayStylePagination(["filter", "orderBy", "asOf"]) } },
      },
    }),
  });

const said = useComplaints();

test.each(kinds)("%s are kept apart", async (_, text, all) => {
  const apollo = client();
  const query = gql(text);
  for (const variables of all) await apollo.query({ query, variables });
  for (const variables of all) {
    const kept = await apollo.query({ query, variables, fetchPolicy: "cache-only" });
    expect(withoutTypes(kept.data)).toEqual(withoutTypes((await ask(text, variables)).data));
  }
  expect(said).toEqual([]);
});

test("a second selection of the same value adds to the first", async () => {
  const apollo = client();
  for (const half of halves) await apollo.query({ query: gql(half) });
  for (const half of halves) {
    const kept = await apollo.query({ query: gql(half), fetchPolicy: "cache-only" });
    expect(withoutTypes(kept.data)).toEqual((await ask(half)).data);
  }
  expect(said).toEqual([]);
});

test("relayStylePagination joins the pages of a list", async () => {
  const apollo = client();
  const query = gql(pages);
  const watched = apollo.watchQuery<any>({ query });
  const subscription = watched.subscribe({});
  for (let { data } = await apollo.query<any>({ query }); data.countries.pageInfo.hasNextPage;)
    ({ data } = await watched.fetchMore({ variables: { after: data.countries.pageInfo.endCursor } }));
  subscription.unsubscribe();
  const ids = apollo.readQuery<any>({ query })!.countries.edges.map(({ node }: any) => node.id);
  const all = await ask("{ countries(first: 100) { totalCount nodes { id } } }");
  expect(ids.slice(0, 100)).toEqual(all.data.countries.nodes.map(({ id }: any) => id));
  expect(ids).toHaveLength(all.data.countries.totalCount);
  expect(said).toEqual([]);
});
