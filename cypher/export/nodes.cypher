// Nodes as an export has them: values, what their own relations lead to, and which sources say anything of them.
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
