UNWIND $rows AS row
MATCH (from:Node {id: row.from})-[edge:$($type)]->(to:Node {id: row.to})
SET edge = row.properties
