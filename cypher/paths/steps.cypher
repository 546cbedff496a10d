// The steps from some entities. Participations and tenures are edges stored as nodes: a step passes through them. Only
// one requested by id is a target. Excluded targets are only counted.
// All arguments are in one map, so that there is one plan for lists of any size.
UNWIND range(0, size($asked.ids) - 1) AS place
MATCH (one:Node {id: $asked.ids[place]})
CALL (one) {
  MATCH (one)-[edge]-(other:Node)
  WHERE $asked.edges[type(edge)] = "step"
    OR $asked.edges[type(edge)] = "end" AND ($asked.joining[one.id] OR $asked.joining[other.id])
  WITH one, edge, other
  WHERE none(basis IN $asked.weaker
    WHERE basis + " " + edge.predicate + " " + endNode(edge).id IN coalesce(startNode(edge).unstated, []))
  RETURN other, null AS via, type(edge) AS leaving, null AS arriving, startNode(edge) = one AS forward
UNION ALL
  MATCH (one)-[edge]-(via:Node)-[further]-(other:Node)
  WHERE $asked.edges[type(edge)] = "end" AND $asked.edges[type(further)] = "end"
    AND $asked.joining[one.id] IS NULL AND $asked.joining[via.id] IS NULL
    AND none(basis IN $asked.weaker
      WHERE basis + " " + edge.predicate + " " + one.id IN coalesce(via.unstated, [])
        OR basis + " " + further.predicate + " " + other.id IN coalesce(via.unstated, []))
  RETURN other, via, type(edge) AS leaving, type(further) AS arriving, null AS forward
}
WITH place, other, via, leaving, arriving, forward, split(other.id, ":")[0] AS kind, $asked.ends[other.id] AS end
WHERE $asked.avoid[other.id] IS NULL AND (end IS NOT NULL OR $asked.mostEdges >= 0)
  AND ($asked.first IS NULL OR all(each IN [CASE WHEN end IS NULL THEN other END, via]
    WHERE each IS NULL OR $asked.timed[split(each.id, ":")[0]] IS NULL
      OR coalesce((each.heldFirst <= $asked.last OR each.heldFirst = "unknown") AND each.heldLast >= $asked.first, false)))
WITH place, other, via, leaving, arriving, forward, kind, end, COUNT { (other)--() } AS edges
WITH place, other, via, leaving, arriving, forward, edges,
  end IS NOT NULL OR edges <= $asked.mostEdges AND $asked.closed[kind] IS NULL AS open
RETURN collect(CASE WHEN open THEN [place, other.id, via.id, leaving, arriving, forward, edges, other.sortKey] END),
  sum(CASE WHEN open THEN 0 ELSE 1 END)
