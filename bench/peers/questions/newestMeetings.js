import { byId } from "./canonical.js";

const meetingOf = ({ id, name, date, participations }) => ({
  id,
  name,
  date,
  participations: byId(participations.map(({ id, role, official, country }) => ({ id, role, official, country }))),
});
const one = ([first]) => first ?? null;

/** The list that most front ends begin with. */
export const newestMeetings = {
  title: "20 newest meetings, their participations, officials and states",
  entente: {
    query: `{ meetings(first: 20, orderBy: { direction: DESCENDING }) { nodes { id name date { edtf }
      participations(first: 20) { nodes { id role official { id name } country { id name } } } } } }`,
    read: ({ meetings: { nodes } }) =>
      nodes.map(({ date, participations, ...rest }) =>
        meetingOf({ ...rest, date: date.edtf, participations: participations.nodes }),
      ),
  },
  neo4jGraphql: {
    query: `{ meetings(limit: 20, sort: [{ sortKey: DESC }, { id: DESC }]) { id name date
      participations(limit: 20, sort: [{ sortKey: ASC }, { id: ASC }]) { id role official { id name } country { id name } } } }`,
    read: ({ meetings }) =>
      meetings.map((meeting) =>
        meetingOf({
          ...meeting,
          participations: meeting.participations.map((part) => ({
            ...part,
            official: one(part.official),
            country: one(part.country),
          })),
        }),
      ),
  },
  fields: {
    query: `{ meetings(first: 20) { id name date participations { id role official { id name } country { id name } } } }`,
    read: ({ meetings }) => meetings.map(meetingOf),
  },
  floor: {
    statement: `MATCH (m:Meeting) WHERE m.sortKey >= "" AND m.id >= ""
      WITH m ORDER BY m.sortKey DESC, m.id DESC LIMIT 20
      RETURN m.id, m.name, m.date, COLLECT {
        MATCH (m)<-[:IN_MEETING]-(p:Participation)
        OPTIONAL MATCH (p)-[:BY_OFFICIAL]->(o) OPTIONAL MATCH (p)-[:BY_COUNTRY]->(c)
        RETURN [p.id, p.role, o.id, o.name, c.id, c.name] LIMIT 20
      }`,
    read: (rows) =>
      rows.map(([id, name, date, parts]) =>
        meetingOf({
          id,
          name,
          date,
          participations: parts.map(([id, role, official, person, country, state]) => ({
            id,
            role,
            official: official && { id: official, name: person },
            country: country && { id: country, name: state },
          })),
        }),
      ),
  },
};
