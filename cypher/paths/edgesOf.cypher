// The number of steps per edge type, for entities with few edges. An edge stored as a
// node gives one step per other end: none, if a source names nobody.
UNWIND $asked.ids AS id
MATCH (one:Node {id: id})-[edge]-(other:Node)
WITH id, one, type(edge) AS type, startNode(edge) = one AS forward, other
RETURN id, type, forward, sum(
  CASE WHEN $asked.edges[type] = "end" AND NOT forward
    THEN COUNT { (other)-[further]->(end:Node) WHERE $asked.edges[type(further)] = "end" AND end <> one }
    ELSE 1 END)
