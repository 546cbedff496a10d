UNWIND $ids AS id
MATCH (node:Node {id: id})
RETURN node.id, properties(node), COLLECT { MATCH (node)-[edge]->(to:Node) RETURN [type(edge), to.id, properties(edge)] }
