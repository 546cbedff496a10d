import { relationsOf, statedTypes } from "./model/model.ts";
import { query } from "./queries.ts";

/** Finds what refers to some entities: by edges, by claims, and by ids stored without an edge. */
export function referrersQuery(): string {
  const foreignKeys = statedTypes().flatMap(({ name, class: cls }) =>
    relationsOf(cls).flatMap((relation) =>
      relation.foreignKey
        ? [
            `MATCH (node:${name} {${relation.name}Id: id}) WHERE node.sortKey >= "" AND node.id >= "" RETURN node.id AS found`,
          ]
        : [],
    ),
  );
  const all = ["MATCH (:Node {id: id})<--(node:Node) RETURN node.id AS found", ...foreignKeys];
  return `UNWIND $ids AS id\nCALL (id) {\n${[query("ingest/referrers"), ...all].join("\nUNION\n")}\n}\nRETURN DISTINCT found`;
}
