import { relationsOf, statedTypes } from "./model/model.ts";
import { query } from "./queries.ts";

/**
 * Finds what refers to some entities: by edges, by claims, and by ids stored without an edge. Names its indexes: just after
 * an ingestion the database doesn't know yet how much they hold, and would read all of them for each id.
 */
export function referrersQuery(): string {
  const foreignKeys = statedTypes().flatMap(({ name, class: cls }) =>
    relationsOf(cls).flatMap((relation) =>
      relation.foreignKey
        ? [
            `MATCH (node:${name} {${relation.name}Id: id}) USING INDEX SEEK node:${name}(${relation.name}Id, sortKey, id) WHERE node.sortKey >= "" AND node.id >= "" RETURN node.id AS found`,
          ]
        : [],
    ),
  );
  const all = [
    "MATCH (to:Node {id: id}) USING INDEX SEEK to:Node(id) MATCH (to)<--(node:Node) RETURN node.id AS found",
    ...foreignKeys,
  ];
  return `UNWIND $ids AS id\nCALL (id) {\n${[query("ingest/referrers"), ...all].join("\nUNION\n")}\n}\nRETURN DISTINCT found`;
}
