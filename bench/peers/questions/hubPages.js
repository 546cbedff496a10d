// Pages of the largest hub: the meetings of the United States.
const fields = "id name date";
const meetingOf = ({ id, name, date }) => ({ id, name, date: date?.edtf ?? date });
const page = 100;
const size = 20;

const entente = (after) => ({
  query: `query ($after: String) { country(by: { isoAlpha2: "US" }) { meetings(first: ${size}, after: $after, orderBy: { direction: DESCENDING }) {
    nodes { id name date { edtf } } } } }`,
  variables: after,
  read: ({ country }) => country.meetings.nodes.map(meetingOf),
});
const neo4jGraphql = (offset) => ({
  query: `query ($offset: Int) { countries(where: { isoAlpha2: { eq: "US" } }) {
    participations(limit: ${size}, offset: $offset, sort: [{ sortKey: DESC }, { id: DESC }]) { meeting { ${fields} } } } }`,
  variables: { offset },
  read: ({ countries: [country] }) => country.participations.map(({ meeting: [meeting] }) => meetingOf(meeting)),
});
const byField = (skip) => ({
  query: `query ($skip: Int!) { country(isoAlpha2: "US") { participations(first: ${size}, skip: $skip) { meeting { ${fields} } } } }`,
  variables: { skip },
  read: ({ country }) => country.participations.map(({ meeting }) => meetingOf(meeting)),
});
const read = (rows) => rows.map(([id, name, date]) => ({ id, name, date }));
const floor = (condition, variables) => ({
  statement: `MATCH (p:Participation {countryId: "country:us"})-[:IN_MEETING]->(m:Meeting)
    WHERE ${condition} AND p.id >= ""
    WITH p, m ORDER BY p.countryId DESC, p.sortKey DESC, p.id DESC LIMIT ${size}
    RETURN m.id, m.name, m.date`,
  variables,
  read,
});

/** The first page. */
export const hubFirstPage = {
  title: "the United States' 20 newest meetings",
  entente: entente({ after: null }),
  neo4jGraphql: neo4jGraphql(0),
  fields: byField(0),
  floor: floor('p.sortKey >= ""', {}),
};

/** A page deep in it. Each takes the way that its documentation offers and that works: the peer's cursor runs out of memory. */
export const hubHundredthPage = {
  title: `the same, page ${page}`,
  entente: entente(cursorBefore),
  neo4jGraphql: neo4jGraphql((page - 1) * size),
  fields: byField((page - 1) * size),
  floor: floor("p.sortKey <= $key AND (p.sortKey < $key OR p.id < $id)", positionBefore),
};

/** Whoever reads page 100 has its cursor from page 99. */
async function cursorBefore(ask) {
  let after = null;
  for (let read = 0; read < (page - 1) * size; read += 99) {
    const { country } = await ask(
      `query ($after: String) { country(by: { isoAlpha2: "US" }) { meetings(first: 99, after: $after, orderBy: { direction: DESCENDING }) { pageInfo { endCursor } } } }`,
      { after },
    );
    after = country.meetings.pageInfo.endCursor;
  }
  return { after };
}

async function positionBefore(_ask, run) {
  const [[key, id]] = await run(
    `MATCH (p:Participation {countryId: "country:us"})-[:IN_MEETING]->(:Meeting)
     WITH p ORDER BY p.sortKey DESC, p.id DESC SKIP ${(page - 1) * size - 1} LIMIT 1 RETURN p.sortKey, p.id`,
  );
  return { key, id };
}
