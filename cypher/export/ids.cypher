// A walk through all that there is, by id.
MATCH (node:Node)
WHERE node.id > $after
RETURN node.id ORDER BY node.id LIMIT toInteger($limit)
