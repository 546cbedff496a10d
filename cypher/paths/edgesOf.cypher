// How many steps of each type of edge some entities have, for those that have few edges. Through an edge that is kept as a
// node there are as many as it has other ends: none, where a source names nobody.
UNWIND $asked.ids AS id
MATCH (one:Node {id: id})-[edge]-(other:Node)
WITH id, one, type(edge) AS type, startNode(edge) = one AS forward, other
RETURN id, type, forward, sum(
  CASE WHEN $asked.edges[type] = "end" AND NOT forward
    THEN COUNT { (other)-[further]->(end:Node) WHERE $asked.edges[type(further)] = "end" AND end <> one }
    ELSE 1 END)
