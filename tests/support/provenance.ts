/** The laws of provenance, as queries for breaches: for the seed, and for the whole record. */
import "../../src/entities/entities.ts";
import type { Row } from "../../src/graph/database/driver.ts";
import { entityTypes, propertiesOf, relationsOf } from "../../src/graph/model/model.ts";

export type Read = (text: string, parameters?: Record<string, unknown>) => Promise<Row[]>;

const entities = entityTypes().filter((type) => !["Claim", "Identity"].includes(type.name));
const derived = ["id", "someValue", "noValue", "contested", "formerIds", "aliases"];

/** The facts of each entity: its fields, and its fields with targets. */
async function saidOf(read: Read): Promise<Map<string, Set<string>>> {
  const said = new Map<string, Set<string>>();
  for (const [subject, predicate, entity, record] of (await read(
    `MATCH (claim:Claim)
     RETURN claim.subjectId, claim.predicate, claim.valueEntityId, CASE claim.predicate WHEN "record" THEN claim.value END`,
  )) as [string, string, string | null, string | null][]) {
    let fields = said.get(subject);
    if (!fields) said.set(subject, (fields = new Set()));
    if (record === null) fields.add(predicate).add(`${predicate} ${entity}`);
    else for (const name of Object.keys(JSON.parse(record) as object)) fields.add(name).add(`${name} by record`);
  }
  return said;
}

/** Each law with the query for its breaches. */
export const laws: [string, (read: Read) => Promise<unknown[]>][] = [
  [
    "every property of every entity has a claim",
    async (read) => {
      const said = await saidOf(read);
      const found: unknown[] = [];
      for (const type of entities) {
        const names = propertiesOf(type.class).flatMap(({ name }) => (derived.includes(name) ? [] : [name]));
        for (const [id, keys] of (await read(`MATCH (node:${type.name}) RETURN node.id, keys(node)`)) as [
          string,
          string[],
        ][])
          for (const name of names) if (keys.includes(name) && !said.get(id)?.has(name)) found.push([id, name]);
      }
      return found;
    },
  ],
  [
    "every edge has a claim that names its end",
    async (read) => {
      const said = await saidOf(read);
      const edges = (await read("MATCH (node:Node)-[edge]->(to:Node) RETURN node.id, edge.predicate, to.id")) as [
        string,
        string,
        string,
      ][];
      return edges.filter(([from, name, to]) => {
        const fields = said.get(from);
        return !fields?.has(`${name} ${to}`) && !fields?.has(`${name} by record`);
      });
    },
  ],
  [
    "every edge is of a relation of the model",
    async (read) => {
      const types = new Set(
        entities.flatMap((type) =>
          relationsOf(type.class).flatMap(({ name, edge }) => (edge ? [`${type.name} ${edge} ${name}`] : [])),
        ),
      );
      const rows = await read(
        `MATCH (node:Node)-[edge]->()
         RETURN DISTINCT [label IN labels(node) WHERE label <> "Node"][0] + " " + type(edge) + " " + edge.predicate`,
      );
      return rows.filter(([each]) => !types.has(each as string));
    },
  ],
  [
    "every claim has a subject, a source, a place in it, and the entity that it names is there",
    (read) =>
      read(`MATCH (claim:Claim)
        WHERE NOT EXISTS { (source:Node {id: claim.sourceId}) WHERE source:Source }
          OR NOT EXISTS { (:Node {id: claim.subjectId}) } OR claim.locator = ""
          OR (claim.valueEntityId IS NOT NULL AND NOT EXISTS { (:Node {id: claim.valueEntityId}) })
        RETURN claim.id LIMIT 5`),
  ],
  [
    "a to-one relation has one edge, and the id that its node keeps is that edge's end",
    async (read) => {
      const found: unknown[] = [];
      for (const type of entities)
        for (const { name, edge, required } of relationsOf(type.class).filter(
          (relation) => relation.edge && !relation.many,
        ))
          found.push(
            ...(await read(
              `MATCH (node:${type.name})
               WITH node, COLLECT { MATCH (node)-[:${edge}]->(to) RETURN to.id } AS ends
               WHERE size(ends) > 1 OR coalesce(node.${name}Id, "") <> coalesce(ends[0], "") ${required ? "OR size(ends) = 0" : ""}
               RETURN node.id, $name LIMIT 5`,
              { name },
            )),
          );
      return found;
    },
  ],
  [
    "an entity that is kept by its id alone is there",
    async (read) => {
      const found: unknown[] = [];
      for (const type of entities)
        for (const { name } of relationsOf(type.class).filter((relation) => relation.foreignKey))
          found.push(
            ...(await read(
              `MATCH (node:${type.name}) WHERE node.${name}Id IS NOT NULL AND NOT EXISTS { (:Node {id: node.${name}Id}) } RETURN node.id LIMIT 5`,
            )),
          );
      return found;
    },
  ],
  [
    "a node is in a partial index when it has nothing else, and then only",
    async (read) => {
      const found: unknown[] = [];
      for (const type of entities)
        for (const { name, of, without } of type.partialIndexes) {
          const absent = without.map((each) => `node.${each} IS NULL AND node.${each}Id IS NULL`).join(" AND ");
          found.push(
            ...(await read(
              `MATCH (node:${type.name})
               WHERE coalesce(node.${name}, "") <> CASE WHEN ${absent} THEN coalesce(node.${of}Id, "") ELSE "" END
               RETURN node.id LIMIT 5`,
            )),
          );
        }
      return found;
    },
  ],
  [
    "every node has the label of its kind and a key to sort by",
    async (read) => {
      const found: unknown[] = [];
      for (const type of entityTypes())
        found.push(
          ...(await read(
            `MATCH (node:Node) WHERE node.id STARTS WITH $kind AND (NOT node:${type.name} OR node.sortKey IS NULL) RETURN node.id LIMIT 5`,
            { kind: `${type.kind}:` },
          )),
        );
      return found;
    },
  ],
  [
    "a name by which a source knows it is its name, or one of its aliases",
    async (read) => {
      const named = new Set(entities.filter(({ order }) => order.includes("name")).map(({ kind }) => kind));
      const rows = (await read(
        `MATCH (claim:Claim) WHERE claim.predicate = "name" AND claim.rank <> "DEPRECATED"
         MATCH (node:Node {id: claim.subjectId})
         WHERE claim.value <> node.name AND NOT claim.value IN coalesce(node.aliases, [])
         RETURN node.id, claim.value`,
      )) as [string, string][];
      return rows.filter(([id]) => named.has(id.slice(0, id.indexOf(":"))));
    },
  ],
  [
    "a former id leads to the entity that had it, and nothing has it any longer",
    (read) =>
      read(`MATCH (node:Node) WHERE node.formerIds IS NOT NULL UNWIND node.formerIds AS former
        WITH node, former
        WHERE NOT EXISTS { (:Identity {formerId: former, outcome: "SAME", entityId: node.id}) } OR EXISTS { (:Node {id: former}) }
        RETURN node.id, former LIMIT 5`),
  ],
  [
    "what sources differ about is told by the claim and by the entity",
    (read) =>
      read(`MATCH (claim:Claim) WHERE claim.contested AND claim.predicate <> "record"
        MATCH (node:Node {id: claim.subjectId}) WHERE NOT claim.predicate IN coalesce(node.contested, [])
        RETURN claim.id LIMIT 5`),
  ],
  ["no note of an unfinished ingestion is left", (read) => read("MATCH (undo:Undo) RETURN undo.number")],
];
