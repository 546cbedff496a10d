UNWIND $ids AS id
OPTIONAL MATCH (node:Node {id: id})
WITH id, node WHERE node IS NULL
RETURN id
