UNWIND $ids AS id
MATCH (node:Node {id: id})
RETURN node.id, [name IN $names | node[name]]
