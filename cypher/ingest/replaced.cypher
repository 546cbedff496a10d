// A to-one relation whose target changed: the older edge goes.
UNWIND $rows AS row
MATCH (from:Node {id: row.from})-[edge:$(row.type)]->(to:Node)
WHERE to.id <> row.to
DELETE edge
