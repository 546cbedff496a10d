MATCH (node:Identity)
RETURN node.id, properties(node)
