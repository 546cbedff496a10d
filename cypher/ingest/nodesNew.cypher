UNWIND $rows AS row
CREATE (node:Node {id: row.id})
SET node:$($label), node = row.properties
