UNWIND $rows AS row
MATCH (from:Node {id: row.from})
CALL (row, from) {
  MATCH (to:Node {id: row.to})
  CREATE (from)-[edge:$($type)]->(to)
  SET edge = row.properties
}
