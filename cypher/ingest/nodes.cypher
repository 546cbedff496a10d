UNWIND $rows AS row
MERGE (node:Node {id: row.id})
SET node:$(row.label), node += row.properties
