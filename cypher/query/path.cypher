// Countries, places and topics connect everything with everything, and so does what has very many edges: a way through
// them says nothing.
MATCH (one:Node {id: $from})
MATCH (other:Node {id: $to})
MATCH path = SHORTEST 1 (one)
  ((a)-[edge]-(b:!Country&!Place&!Topic&!Source WHERE COUNT { (b)--() } <= $mostEdges)){1,11}
  (last)-[final]-(other)
RETURN [node IN nodes(path) | node.id],
  [step IN relationships(path) |
    [startNode(step).id, [label IN labels(startNode(step)) WHERE label <> "Node"][0], step.predicate,
      COLLECT {
        MATCH (claim:Claim {subjectId: startNode(step).id})
        WHERE claim.sortKey >= "" AND claim.id >= ""
          AND (claim.predicate = step.predicate AND claim.valueEntityId = endNode(step).id OR claim.predicate = "record")
        RETURN claim.id ORDER BY claim.sortKey, claim.id LIMIT toInteger($mostClaims)
      }]]
