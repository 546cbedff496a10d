/** Laws of provenance, over the whole loaded graph: every fact has a claim, every claim a source. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import "../../src/entities/index.ts";
import { connect, type Door } from "../../src/graph/driver.ts";
import { entityTypes, propertiesOf, relationsOf } from "../../src/graph/model.ts";
import { sharedDatabase } from "../support/service.ts";
import { silent } from "../support/database.ts";

let door: Door;
beforeAll(async () => void (door = await connect(sharedDatabase(), silent)));
afterAll(() => door.close());
const read = (text: string, parameters = {}) => door.run(text, parameters, 10_000);
const entities = entityTypes().filter((type) => type.name !== "Claim");

test("every property of every entity has a claim", async () => {
  for (const type of entities) {
    for (const { name } of propertiesOf(type.class).filter(
      (property) => !["id", "someValue", "noValue"].includes(property.name),
    )) {
      const unclaimed = await read(
        `MATCH (node:${type.name}) WHERE node.${name} IS NOT NULL AND NOT EXISTS { (node)<-[:SUBJECT]-(:Claim {predicate: $name}) } RETURN node.id`,
        { name },
      );
      expect([type.name, name, unclaimed]).toEqual([type.name, name, []]);
    }
  }
});

test("every edge has a claim that names its end", async () => {
  for (const type of entities) {
    for (const { name, edge, inverse } of relationsOf(type.class).filter((relation) => relation.edge)) {
      const unclaimed = await read(
        `MATCH (node:${type.name})-[:${edge}]->(to) WHERE NOT EXISTS { (node)<-[:SUBJECT]-(:Claim {predicate: $name})-[:VALUE]->(to) }
           ${inverse === name ? "AND NOT EXISTS { (to)<-[:SUBJECT]-(:Claim {predicate: $name})-[:VALUE]->(node) }" : ""}
         RETURN node.id, to.id`,
        { name },
      );
      expect([type.name, name, unclaimed]).toEqual([type.name, name, []]);
    }
  }
});

test("every claim has one source and one subject, and a place in the source", async () => {
  expect(await read("MATCH (claim:Claim) RETURN count(claim) > 300")).toEqual([[true]]);
  expect(
    await read(`MATCH (claim:Claim)
      WHERE COUNT { (claim)-[:SOURCE]->(:Source) } <> 1 OR COUNT { (claim)-[:SUBJECT]->(:Node) } <> 1 OR claim.locator = ""
      RETURN claim.id`),
  ).toEqual([]);
});

test("a to-one relation has one edge, and the id that its node keeps is that edge's end", async () => {
  for (const type of entityTypes()) {
    for (const { name, edge, required } of relationsOf(type.class).filter(
      (relation) => relation.edge && !relation.many,
    )) {
      const wrong = await read(
        `MATCH (node:${type.name})
         WITH node, COLLECT { MATCH (node)-[:${edge}]->(to) RETURN to.id } AS ends
         WHERE size(ends) > 1 OR coalesce(node.${name}Id, "") <> coalesce(ends[0], "") ${required ? "OR size(ends) = 0" : ""}
         RETURN node.id`,
      );
      expect([type.name, name, wrong]).toEqual([type.name, name, []]);
    }
  }
});

test("every node has the label of its kind and a key to sort by", async () => {
  for (const type of entityTypes()) {
    expect(
      await read(
        `MATCH (node:Node) WHERE node.id STARTS WITH $kind AND (NOT node:${type.name} OR node.sortKey IS NULL) RETURN node.id`,
        { kind: `${type.kind}:` },
      ),
    ).toEqual([]);
  }
});
