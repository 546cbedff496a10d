// A query per field: graphql-js with a resolver for each relation that sends a statement of its own for each parent.
import { readFileSync } from "node:fs";
import { buildSchema, graphql } from "graphql";
import neo4j from "neo4j-driver";
import { answerOverHttp } from "./answerOverHttp.js";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { disableLosslessIntegers: true });
const schema = buildSchema(readFileSync(new URL("fields.graphql", import.meta.url), "utf8"));

async function run(text, parameters) {
  const session = driver.session({ defaultAccessMode: "READ" });
  try {
    const { records } = await session.run(text, parameters);
    return records.map((record) => record.get(0)?.properties ?? record.get(0));
  } finally {
    await session.close();
  }
}
const only = async (text, parameters) => (await run(text, parameters))[0] ?? null;

const toOne = (edge) => (parent) => only(`MATCH (:Node {id: $id})-[:${edge}]->(n) RETURN n`, { id: parent.id });
const toMany = (edge) => (parent) => run(`MATCH (:Node {id: $id})<-[:${edge}]-(n) RETURN n`, { id: parent.id });
const newest = "RETURN DISTINCT m ORDER BY m.sortKey DESC, m.id DESC LIMIT toInteger($first)";
const parts = "<-[:IN_MEETING]-(:Participation)";

/** How a developer answers each argument of `meetings`. */
const filters = {
  officialNamed: `MATCH (m:Meeting)${parts}-[:BY_OFFICIAL]->(o) WHERE o.name CONTAINS $officialNamed`,
  officialOf: `MATCH (m:Meeting)${parts}-[:BY_OFFICIAL]->()-[:SERVED_STATE]->(c) WHERE c.id = $officialOf`,
  largerThan: `MATCH (m:Meeting) WHERE COUNT { (m)<-[:IN_MEETING]-() } > $largerThan`,
  between: `MATCH (m:Meeting) WHERE ${bothIn("m")} AND NOT EXISTS { (m)-[:PART_OF_MEETING]->(w) WHERE ${bothIn("w")} }`,
  anyOf: `MATCH (m:Meeting) WHERE EXISTS { (m)${parts}-[:BY_OFFICIAL]->({id: "official:kerry-john-forbes"}) }
    OR EXISTS { (m)-[:HOSTED_BY]->({id: "country:mc"}) } OR EXISTS { (m)-[:HELD_AT]->({id: "place:mexico-city"}) }
    OR EXISTS { (m)${parts}-[:ON_BEHALF_OF]->({id: "country:pw"}) }`,
};

const resolvers = {
  Query: {
    official: (_, { id }) => only("MATCH (n:Node {id: $id}) RETURN n", { id }),
    meeting: (_, { id }) => only("MATCH (n:Node {id: $id}) RETURN n", { id }),
    country: (_, { isoAlpha2 }) => only("MATCH (n:Country {isoAlpha2: $isoAlpha2}) RETURN n", { isoAlpha2 }),
    meetings: (_, given) => {
      const [name] = Object.keys(filters).filter((each) => given[each] !== undefined);
      return run(`${filters[name] ?? "MATCH (m:Meeting)"} ${newest}`, given);
    },
    heldByYear: () =>
      run(
        `MATCH (m:Meeting {status: "HELD"}) WITH substring(m.dateFirst, 0, 4) AS year, count(*) AS count RETURN {year: year, count: count}`,
      ),
    officialsByWord: (_, { word }) =>
      run(`CALL db.index.fulltext.queryNodes("peerOfficialNames", $word, {limit: 20}) YIELD node RETURN node`, {
        word,
      }),
    shortestWay: (_, ends) =>
      only(
        `MATCH (a:Node {id: $from}), (b:Node {id: $to})
         MATCH way = SHORTEST 1 (a)-[:BY_OFFICIAL|IN_MEETING|SPOKEN_BY|ABOUT]-{1,8}(b)
         RETURN [node IN nodes(way) WHERE NOT node:Participation | node.id]`,
        ends,
      ),
  },
  Official: { country: toOne("SERVED_STATE"), tenures: toMany("HELD_BY") },
  Meeting: { participations: toMany("IN_MEETING") },
  Participation: {
    official: toOne("BY_OFFICIAL"),
    country: toOne("BY_COUNTRY"),
    meeting: toOne("IN_MEETING"),
  },
  Tenure: { post: toOne("IN_POST") },
  Post: { organization: toOne("OF_ORGANIZATION") },
  Country: {
    participations: ({ id }, { first, skip }) =>
      run(
        `MATCH (:Node {id: $id})<-[:BY_COUNTRY]-(p) RETURN p ORDER BY p.sortKey DESC, p.id DESC SKIP toInteger($skip) LIMIT toInteger($first)`,
        { id, first, skip },
      ),
    participationCount: ({ id }) => only("MATCH (:Node {id: $id})<-[:BY_COUNTRY]-(p) RETURN count(p)", { id }),
  },
};
for (const [type, fields] of Object.entries(resolvers))
  for (const [name, resolve] of Object.entries(fields)) {
    const field = schema.getType(type).getFields()[name];
    field.resolve = (parent, values) => resolve(parent, values);
  }

answerOverHttp(({ query, variables }) => graphql({ schema, source: query, variableValues: variables }));

function bothIn(meeting) {
  return [0, 1]
    .map((state) => `EXISTS { (${meeting})${parts}-[:BY_COUNTRY]->({id: $between[${state}]}) }`)
    .join(" AND ");
}
