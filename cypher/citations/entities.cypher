// For each entity, the record that says most of what is shown of it; what the editors wrote only if there is nothing else.
UNWIND $ids AS id
CALL (id) {
  MATCH (entity:Node {id: id})
  RETURN entity.id AS entityId
UNION
  MATCH (identity:Identity {formerId: id, outcome: "SAME"})
  RETURN identity.entityId AS entityId
}
CALL (entityId) {
  MATCH (claim:Claim {subjectId: entityId})
  WHERE claim.sortKey >= "" AND claim.id >= "" AND claim.shown
  WITH claim ORDER BY claim.sortKey, claim.id
  WITH claim.sourceId AS source, claim.locator AS locator, collect(claim) AS claims
  WITH source, locator, claims[0] AS claim,
    any(each IN claims WHERE each.basis <> "AUTHORED") AS said,
    any(each IN claims WHERE each.basis = "STATED") AS stated,
    reduce(fields = 0, each IN claims | fields + size(each.fields)) AS fields
  ORDER BY said DESC, stated DESC, fields DESC, source, locator
  LIMIT 1
  RETURN claim
}
WITH id, claim, claim.sourceId AS sourceId
