import { byId } from "./canonical.js";

// A word that only names have, so that all find the same people, though Entente also searches aliases and summaries.
const word = "Kissinger";
const found = (list) => byId(list.map(({ id, name }) => ({ id, name })));

/** A search by a word. */
export const officialsByWord = {
  title: "officials found by a word of their name",
  entente: {
    query: `query ($word: String!) { search(text: $word, kinds: [OFFICIAL], first: 20) { nodes { id name } } }`,
    variables: { word },
    read: ({ search }) => found(search.nodes),
  },
  neo4jGraphql: {
    query: `query ($word: String!) { officialsByWords(phrase: $word, first: 20) { edges { node { id name } } } }`,
    variables: { word },
    read: ({ officialsByWords: { edges } }) => found(edges.map(({ node }) => node)),
  },
  fields: {
    query: `query ($word: String!) { officialsByWord(word: $word) { id name } }`,
    variables: { word },
    read: ({ officialsByWord }) => found(officialsByWord),
  },
  floor: {
    statement: `CALL db.index.fulltext.queryNodes("peerOfficialNames", $word, {limit: 20}) YIELD node RETURN node.id, node.name`,
    variables: { word },
    read: (rows) => found(rows.map(([id, name]) => ({ id, name }))),
  },
};
