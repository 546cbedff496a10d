// A null removes a property.
UNWIND $rows AS row
MATCH (node:Node {id: row.id})
SET node += row.properties
