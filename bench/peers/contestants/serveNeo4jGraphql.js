// `@neo4j/graphql` as its documentation sets it up: its types, the driver, Apollo's standalone server.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Neo4jGraphQL } from "@neo4j/graphql";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD));
const typeDefs = readFileSync(new URL("types.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({
  typeDefs,
  driver,
  // What its page on optimization advises: a smaller schema starts faster and takes less memory.
  features: {
    excludeDeprecatedFields: {
      mutationOperations: true,
      aggregationFilters: true,
      aggregationFiltersOutsideConnection: true,
      relationshipFilters: true,
      attributeFilters: true,
    },
  },
}).getSchema();
if (process.argv.includes("--schema")) {
  const { printSchema } = await import("graphql");
  console.log(printSchema(schema));
  process.exit();
}
const { url } = await startStandaloneServer(new ApolloServer({ schema }), {
  listen: { host: "127.0.0.1", port: 0 },
  context: async ({ req }) => ({ req }),
});
console.log(`LISTENING ${url}`);
process.once("SIGTERM", () => process.exit());
