// Walks through everything by id.
MATCH (node:Node)
WHERE node.id > $after
RETURN node.id ORDER BY node.id LIMIT toInteger($limit)
