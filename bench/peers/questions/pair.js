// The meetings of two states, of which a part counts only if its whole isn't one of them.
const meetingOf = ({ id, name, date }) => ({ id, name, date: date?.edtf ?? date });
const both = `{ AND: [{ participations: { some: { country: { some: { id: { eq: "country:us" } } } } } },
  { participations: { some: { country: { some: { id: { eq: "country:mx" } } } } } }] }`;

/** What a page on two states begins with. */
export const pair = {
  title: "the United States and Mexico: their 20 newest meetings",
  entente: {
    query: `{ bilateral(a: { isoAlpha2: "US" }, b: { isoAlpha2: "MX" }) { countries { id name }
      meetings(first: 20, orderBy: { direction: DESCENDING }) { nodes { id name date { edtf } } } } }`,
    read: ({ bilateral: { countries, meetings } }) => ({ countries, meetings: meetings.nodes.map(meetingOf) }),
  },
  neo4jGraphql: {
    query: `{ countries(where: { isoAlpha2: { in: ["US", "MX"] } }, sort: [{ id: ASC }]) { id name }
      meetings(limit: 20, sort: [{ sortKey: DESC }, { id: DESC }], where: { AND: [${both}, { NOT: { partOf: { some: ${both} } } }] }) { id name date } }`,
    read: ({ countries, meetings }) => ({ countries, meetings: meetings.map(meetingOf) }),
  },
  fields: {
    query: `{ us: country(isoAlpha2: "US") { id name } mx: country(isoAlpha2: "MX") { id name }
      meetings(first: 20, between: ["country:us", "country:mx"]) { id name date } }`,
    read: ({ us, mx, meetings }) => ({ countries: [mx, us], meetings: meetings.map(meetingOf) }),
  },
  floor: {
    statement: `MATCH (us:Country {isoAlpha2: "US"}), (mx:Country {isoAlpha2: "MX"})
      RETURN [[mx.id, mx.name], [us.id, us.name]], COLLECT {
        MATCH (mx)<-[:BY_COUNTRY]-()-[:IN_MEETING]->(m)
        WHERE EXISTS { (m)<-[:IN_MEETING]-(:Participation {countryId: us.id}) }
          AND NOT EXISTS { (m)-[:PART_OF_MEETING]->(w)<-[:IN_MEETING]-(:Participation {countryId: mx.id})
            WHERE EXISTS { (w)<-[:IN_MEETING]-(:Participation {countryId: us.id}) } }
        WITH m ORDER BY m.sortKey DESC, m.id DESC LIMIT 20 RETURN [m.id, m.name, m.date] }`,
    read: ([[countries, meetings]]) => ({
      countries: countries.map(([id, name]) => ({ id, name })),
      meetings: meetings.map(([id, name, date]) => ({ id, name, date })),
    }),
  },
};
