// Nodes for an export: values, targets of their own relations, and the sources that say anything about them.
UNWIND $ids AS id
MATCH (node:Node {id: id})
RETURN id, properties(node),
  COLLECT {
    MATCH (node)-[edge]->(to:Node)
    RETURN [type(edge), to.id] ORDER BY type(edge), edge.sortKey, to.id
  },
  COLLECT {
    MATCH (claim:Claim {subjectId: id})
    WHERE claim.sortKey >= "" AND claim.id >= ""
    RETURN DISTINCT [
      claim.sourceId,
      CASE WHEN claim.valueEntityId IS NOT NULL OR claim.predicate = "record" THEN claim.fields ELSE [] END,
      claim.valueEntityId
    ]
  }
