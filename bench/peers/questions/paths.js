const variables = { from: "official:mayorkas-alejandro", to: "official:barcena-alicia" };

/** How two are connected. The peer has no paths: its way is a field with a statement of its own. */
export const paths = {
  title: "the shortest way from one official to another",
  entente: {
    query: `query ($from: ID!, $to: ID!) { paths(from: { id: $from }, to: { id: $to }, first: 1) { paths { steps { from { id } to { id } } } } }`,
    variables,
    read: ({
      paths: {
        paths: [{ steps }],
      },
    }) => [steps[0].from.id, ...steps.map(({ to }) => to.id)],
  },
  neo4jGraphql: {
    query: `query ($from: ID!, $to: ID!) { shortestWay(from: $from, to: $to) }`,
    variables,
    read: ({ shortestWay }) => shortestWay,
  },
  fields: {
    query: `query ($from: ID!, $to: ID!) { shortestWay(from: $from, to: $to) }`,
    variables,
    read: ({ shortestWay }) => shortestWay,
  },
  floor: {
    statement: `MATCH (a:Node {id: $from}), (b:Node {id: $to})
      MATCH way = SHORTEST 1 (a)-[:BY_OFFICIAL|IN_MEETING|SPOKEN_BY|ABOUT]-{1,8}(b)
      RETURN [node IN nodes(way) WHERE NOT node:Participation | node.id]`,
    variables,
    read: ([[ids]]) => ids,
  },
};
