UNWIND $ids AS id
MATCH (node:Node {id: id})
DELETE node
