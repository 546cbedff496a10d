import { byId } from "./canonical.js";

const id = "meeting:mexico-city-2023-12-27";
const variables = { id };
const some = (one) => one ?? null;
const first = (list) => list?.[0] ?? null;
const post = (each, one = some) => {
  const found = one(each);
  return found && { name: found.name, organization: one(found.organization)?.name ?? null };
};
const parts = (list, one = some, many = (each) => each) =>
  byId(
    list.map(({ id, role, official }) => {
      const person = one(official);
      return {
        id,
        role,
        official: person && {
          name: person.name,
          tenures: byId(
            many(person.tenures).map((tenure) => ({
              id: tenure.id,
              status: tenure.status,
              post: post(tenure.post, one),
            })),
          ),
        },
      };
    }),
  );

/** Five levels from one node. */
export const meetingInDepth = {
  title: "the founding meeting: participations, official, tenures, post, organization",
  entente: {
    query: `query ($id: ID!) { meeting(by: { id: $id }) { name participations(first: 20) { nodes { id role
      official { name tenures(first: 20) { nodes { id status post { name organization { name } } } } } } } } }`,
    variables,
    read: ({ meeting }) => [meeting.name, parts(meeting.participations.nodes, some, ({ nodes }) => nodes)],
  },
  neo4jGraphql: {
    query: `query ($id: ID!) { meetings(where: { id: { eq: $id } }) { name participations(limit: 20) { id role
      official { name tenures(limit: 20) { id status post { name organization { name } } } } } } }`,
    variables,
    read: ({ meetings: [meeting] }) => [meeting.name, parts(meeting.participations, first)],
  },
  fields: {
    query: `query ($id: ID!) { meeting(id: $id) { name participations { id role
      official { name tenures { id status post { name organization { name } } } } } } }`,
    variables,
    read: ({ meeting }) => [meeting.name, parts(meeting.participations)],
  },
  floor: {
    statement: `MATCH (m:Node {id: $id})
      RETURN m.name, COLLECT {
        MATCH (m)<-[:IN_MEETING]-(p:Participation) OPTIONAL MATCH (p)-[:BY_OFFICIAL]->(o)
        RETURN [p.id, p.role, o.name, COLLECT {
          MATCH (o)<-[:HELD_BY]-(t:Tenure)-[:IN_POST]->(post) OPTIONAL MATCH (post)-[:OF_ORGANIZATION]->(body)
          RETURN [t.id, t.status, post.name, body.name] LIMIT 20 }] LIMIT 20 }`,
    variables,
    read: ([[name, list]]) => [
      name,
      parts(
        list.map(([id, role, person, tenures]) => ({
          id,
          role,
          official: person && {
            name: person,
            tenures: tenures.map(([id, status, name, body]) => ({
              id,
              status,
              post: { name, organization: { name: body } },
            })),
          },
        })),
      ),
    ],
  },
};
