// Multiplies a loaded graph: copies every entity from records with its claims and edges,
// and keeps those they refer to (countries, places, bodies, sources, topics, offices), so that hubs grow with the graph.
import { entityTypes, isOwned, propertiesOf, relationsOf } from "../../../dist/graph/model/model.js";

const staying = new Set([
  "BilateralRelation",
  "Country",
  "Identity",
  "MigrationRoute",
  "Organization",
  "Place",
  "Post",
  "Source",
  "Topic",
]);

/**
 * Multiplies.
 * @param driver of the graph, which is modified: never use one that is needed.
 * @param times the factor.
 */
export async function multiply(driver, times) {
  const session = driver.session();
  const copied = entityTypes().filter(({ name }) => !staying.has(name));
  const labels = new Set(copied.map(({ name }) => name));
  const suffix = '"-copy" + copy';
  const led = (target) =>
    `CASE WHEN ${[...labels].map((label) => `${target}:${label}`).join(" OR ")} THEN ${suffix} ELSE "" END`;
  try {
    for (const { name, class: cls } of copied) {
      const keys = propertiesOf(cls).filter(({ key }) => key);
      const ids = relationsOf(cls).filter((relation) => !relation.many && isOwned(relation));
      // Ids and keys must stay unique at every moment.
      const changes = [
        `id: node.id + ${suffix}`,
        ...keys.map(({ name: key }) => `${key}: null`),
        ...ids.map(
          ({ name: relation }) =>
            `${relation}Id: node.${relation}Id + CASE WHEN split(node.${relation}Id, ":")[0] IN $kinds THEN ${suffix} ELSE "" END`,
        ),
      ];
      await session.run(
        `MATCH (node:${name})
         CALL (node) {
           UNWIND range(1, $copies) AS copy
           CREATE (item:Node:${name})
           SET item = node {${[".*", ...changes].join(", ")}}
         } IN TRANSACTIONS OF 1000 ROWS`,
        { copies: times - 1, kinds: copied.map(({ kind }) => kind) },
      );
      for (const { edge } of relationsOf(cls))
        if (edge)
          await session.run(
            `MATCH (node:${name})-[edge:${edge}]->(target)
             CALL (node, edge, target) {
               UNWIND range(1, $copies) AS copy
               MATCH (item:Node {id: node.id + ${suffix}})
               MATCH (other:Node {id: target.id + ${led("target")}})
               CREATE (item)-[made:${edge}]->(other)
               SET made = properties(edge)
             } IN TRANSACTIONS OF 1000 ROWS`,
            { copies: times - 1 },
          );
    }
    await session.run("CALL db.resampleOutdatedIndexes()");
    await session.run("CALL db.awaitIndexes(600)");
  } finally {
    await session.close();
  }
}
