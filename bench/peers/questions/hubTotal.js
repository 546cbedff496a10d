/** The size of a hub, for the head of a page. */
export const hubTotal = {
  title: "how many meetings that hub has",
  entente: {
    query: `{ country(by: { isoAlpha2: "US" }) { name meetings { totalCount } } }`,
    read: ({ country }) => [country.name, country.meetings.totalCount],
  },
  neo4jGraphql: {
    query: `{ countries(where: { isoAlpha2: { eq: "US" } }) { name participationsConnection { aggregate { count { nodes } } } } }`,
    read: ({ countries: [country] }) => [country.name, country.participationsConnection.aggregate.count.nodes],
  },
  fields: {
    query: `{ country(isoAlpha2: "US") { name participationCount } }`,
    read: ({ country }) => [country.name, country.participationCount],
  },
  floor: {
    statement: `MATCH (c:Country {isoAlpha2: "US"}) RETURN c.name, COUNT { (c)<-[:BY_COUNTRY]-() }`,
    read: ([[name, count]]) => [name, count],
  },
};
