UNWIND $rows AS row
MATCH (from:Node {id: row.from})
CALL (row, from) {
  MATCH (to:Node {id: row.to})
  MERGE (from)-[edge:$(row.type)]->(to)
  SET edge.sortKey = row.sortKey, edge.predicate = row.predicate
}
