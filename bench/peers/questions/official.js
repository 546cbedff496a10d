const id = "official:blinken-antony-j";

/** One person, and the state served. */
export const official = {
  title: "an official by a key: names, aliases, offices, birth",
  entente: {
    query: `query ($id: ID!) { official(by: { id: $id }) { id name aliases offices birth { edtf } country { id name } } }`,
    variables: { id },
    read: ({ official: { birth, ...rest } }) => ({ ...rest, birth: birth.edtf }),
  },
  neo4jGraphql: {
    query: `query ($id: ID!) { officials(where: { id: { eq: $id } }) { id name aliases offices birth country { id name } } }`,
    variables: { id },
    read: ({ officials: [{ country, ...rest }] }) => ({ ...rest, country: country[0] }),
  },
  fields: {
    query: `query ($id: ID!) { official(id: $id) { id name aliases offices birth country { id name } } }`,
    variables: { id },
    read: ({ official }) => official,
  },
  floor: {
    statement: `MATCH (o:Node {id: $id}) OPTIONAL MATCH (o)-[:SERVED_STATE]->(c:Country)
      RETURN o.id, o.name, o.aliases, o.offices, o.birth, c.id, c.name`,
    variables: { id },
    read: ([[id, name, aliases, offices, birth, country, state]]) => ({
      id,
      name,
      aliases,
      offices,
      birth,
      country: { id: country, name: state },
    }),
  },
};
