// Entities sorted like one of these.
UNWIND $ids AS id
MATCH (:Node {id: id})<--(node:Node)
WHERE $type IN labels(node) AND node[$relation] = id
RETURN node.id, properties(node)
