// A null takes a property away.
UNWIND $rows AS row
MATCH (node:Node {id: row.id})
SET node += row.properties
