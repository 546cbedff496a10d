// The steps from some entities. A part in a meeting and a tenure are edges kept as nodes: a step goes through them. Only
// one that was asked for by its id is a thing to arrive at. What is closed is told by its number alone.
UNWIND range(0, size($ids) - 1) AS place
MATCH (one:Node {id: $ids[place]})
CALL (one) {
  MATCH (one)-[edge]-(other:Node)
  WHERE type(edge) IN $direct OR type(edge) IN $joins AND (one.id IN $joiningEnds OR other.id IN $joiningEnds)
  RETURN other, null AS via, type(edge) AS leaving, null AS arriving, startNode(edge) = one AS forward
UNION ALL
  MATCH (one)-[edge]-(via:Node)-[further]-(other:Node)
  WHERE NOT one.id IN $joiningEnds AND NOT via.id IN $joiningEnds AND type(edge) IN $joins AND type(further) IN $joins
  RETURN other, via, type(edge) AS leaving, type(further) AS arriving, null AS forward
}
WITH place, other, via, leaving, arriving, forward, split(other.id, ":")[0] AS kind
WHERE NOT other.id IN $avoid
  AND ($first IS NULL OR all(each IN [CASE WHEN NOT other.id IN $ends THEN other END, via] WHERE each IS NULL OR
    coalesce(each[$spans[split(each.id, ":")[0]].from] <= $last OR each[$spans[split(each.id, ":")[0]].from] STARTS WITH "~", true)
    AND coalesce(each[$spans[split(each.id, ":")[0]].until] >= $first, true)
    AND NOT coalesce(each.status IN $spans[split(each.id, ":")[0]].never, false)))
WITH place, other, via, leaving, arriving, forward, kind, COUNT { (other)--() } AS edges
WITH place, other, via, leaving, arriving, forward, edges,
  other.id IN $ends OR edges <= $mostEdges AND NOT kind IN $closed AS open
RETURN collect(CASE WHEN open THEN [place, other.id, via.id, leaving, arriving, forward, edges, other.sortKey] END),
  sum(CASE WHEN open THEN 0 ELSE 1 END)
