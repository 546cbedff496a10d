// Meetings found through what leads to them: the 20 newest of each filter.
const meetingOf = ({ id, name, date }) => ({ id, name, date: date?.edtf ?? date });
const newest = "WITH DISTINCT m ORDER BY m.sortKey DESC, m.id DESC LIMIT 20 RETURN m.id, m.name, m.date";

function filter({ title, entente, neo4jGraphql, fields, floor }) {
  return {
    title,
    entente: {
      query: `{ meetings(first: 20, orderBy: { direction: DESCENDING }, filter: ${entente}) { nodes { id name date { edtf } } } }`,
      read: ({ meetings }) => meetings.nodes.map(meetingOf),
    },
    neo4jGraphql: {
      query: `{ meetings(limit: 20, sort: [{ sortKey: DESC }, { id: DESC }], where: ${neo4jGraphql}) { id name date } }`,
      read: ({ meetings }) => meetings.map(meetingOf),
    },
    fields: {
      query: `{ meetings(first: 20, ${fields}) { id name date } }`,
      read: ({ meetings }) => meetings.map(meetingOf),
    },
    floor: {
      statement: `${floor} ${newest}`,
      read: (rows) => rows.map(([id, name, date]) => ({ id, name, date })),
    },
  };
}

/** A text through a relation. The word is written as the names have it, since the peer doesn't fold. */
export const meetingsByOfficialsName = filter({
  title: "meetings in which an official's name contains a word",
  entente: `{ officials: { some: { name: { contains: "Kerry" } } } }`,
  neo4jGraphql: `{ participations: { some: { official: { some: { name: { contains: "Kerry" } } } } } }`,
  fields: `officialNamed: "Kerry"`,
  floor: `MATCH (o:Official) WHERE o.name CONTAINS "Kerry" MATCH (o)<-[:BY_OFFICIAL]-()-[:IN_MEETING]->(m)`,
});

/** Selective at its far end. */
export const meetingsByOfficialsState = filter({
  title: "meetings with an official of a given state",
  entente: `{ officials: { some: { country: { id: { eq: "country:mx" } } } } }`,
  neo4jGraphql: `{ participations: { some: { official: { some: { country: { some: { id: { eq: "country:mx" } } } } } } } }`,
  fields: `officialOf: "country:mx"`,
  floor: `MATCH (:Country {id: "country:mx"})<-[:SERVED_STATE]-()<-[:BY_OFFICIAL]-()-[:IN_MEETING]->(m)`,
});

/** By the length of a list. */
export const largeMeetings = filter({
  title: "meetings with more than 12 participations",
  entente: `{ participations: { count: { gt: 12 } } }`,
  neo4jGraphql: `{ participationsConnection: { aggregate: { count: { nodes: { gt: 12 } } } } }`,
  fields: `largerThan: 12`,
  floor: `MATCH (m:Meeting) WHERE COUNT { (m)<-[:IN_MEETING]-() } > 12`,
});

/**
 * Any of several relations: the form that the peer's users report as slow (neo4j/graphql issue 1029,
 * "_SOME queries poor performance").
 */
export const anyOfRelations = filter({
  title: "meetings by any of four relations (the peer's issue 1029)",
  entente: `{ or: [{ officials: { some: { id: { eq: "official:kerry-john-forbes" } } } }, { host: { id: { eq: "country:mc" } } },
    { place: { id: { eq: "place:mexico-city" } } }, { participations: { some: { onBehalfOf: { id: { eq: "country:pw" } } } } }] }`,
  neo4jGraphql: `{ OR: [{ participations: { some: { official: { some: { id: { eq: "official:kerry-john-forbes" } } } } } },
    { host: { some: { id: { eq: "country:mc" } } } }, { place: { some: { id: { eq: "place:mexico-city" } } } },
    { participations: { some: { onBehalfOf: { some: { id: { eq: "country:pw" } } } } } }] }`,
  fields: `anyOf: true`,
  floor: `CALL () {
    MATCH (:Node {id: "official:kerry-john-forbes"})<-[:BY_OFFICIAL]-()-[:IN_MEETING]->(m) RETURN m
    UNION MATCH (:Node {id: "country:mc"})<-[:HOSTED_BY]-(m) RETURN m
    UNION MATCH (:Node {id: "place:mexico-city"})<-[:HELD_AT]-(m) RETURN m
    UNION MATCH (:Node {id: "country:pw"})<-[:ON_BEHALF_OF]-()-[:IN_MEETING]->(m) RETURN m }`,
});
