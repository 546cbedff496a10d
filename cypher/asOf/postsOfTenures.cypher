UNWIND $ids AS id
MATCH (tenure:Node {id: id})
RETURN id, [tenure.postId]
