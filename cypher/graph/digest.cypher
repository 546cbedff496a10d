MATCH (node:Node)
WHERE node.id > $after
WITH node ORDER BY node.id LIMIT toInteger($limit)
RETURN node.id, labels(node), properties(node),
  COLLECT { MATCH (node)-[edge]->(to:Node) RETURN [type(edge), to.id, properties(edge)] ORDER BY type(edge), to.id }
