// How many edges of each type some entities have, for those that have few.
UNWIND $asked.ids AS id
MATCH (one:Node {id: id})-[edge]-()
RETURN id, type(edge), startNode(edge) = one AS forward, count(*)
