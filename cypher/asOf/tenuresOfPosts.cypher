UNWIND $ids AS id
MATCH (tenure:Tenure {postId: id})
WHERE tenure.sortKey >= "" AND tenure.id >= ""
RETURN id, {
  id: tenure.id,
  officialId: tenure.officialId,
  held: tenure.heldFirst IS NOT NULL,
  acting: coalesce(tenure.status = "ACTING", false),
  begun: tenure[tenure.datedBy],
  ended: tenure.ended,
  attested: coalesce(tenure.attested, []),
  sourceIds: COLLECT { MATCH (claim:Claim {subjectId: tenure.id}) WHERE claim.sortKey >= "" AND claim.id >= "" RETURN DISTINCT claim.sourceId AS source ORDER BY source },
  showingIds: COLLECT {
    MATCH (claim:Claim {subjectId: tenure.id}) WHERE claim.sortKey STARTS WITH "attested" AND claim.id >= ""
    RETURN DISTINCT claim.sourceId AS source ORDER BY source
  }
}
