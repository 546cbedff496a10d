UNWIND $ids AS id
MATCH (post:Node {id: id})
RETURN id, {
  seats: post.seats,
  vacancies: COLLECT {
    MATCH (claim:Claim {subjectId: id})
    WHERE claim.sortKey STARTS WITH "vacant" AND claim.id >= ""
    WITH claim.value AS period, claim.sourceId AS source ORDER BY period, source
    RETURN {period: period, sourceId: source}
  },
  tenures: COLLECT {
    MATCH (tenure:Tenure {postId: id})
    WHERE tenure.sortKey >= "" AND tenure.id >= ""
    RETURN {
      id: tenure.id,
      officialId: tenure.officialId,
      held: tenure.heldFirst IS NOT NULL,
      acting: coalesce(tenure.status = "ACTING", false),
      begun: tenure[tenure.datedBy],
      ended: tenure.ended,
      attested: coalesce(tenure.attested, []),
      sourceIds: COLLECT { MATCH (claim:Claim {subjectId: tenure.id}) WHERE claim.sortKey >= "" AND claim.id >= "" RETURN DISTINCT claim.sourceId AS source ORDER BY source },
      showing: COLLECT {
        MATCH (claim:Claim {subjectId: tenure.id}) WHERE claim.sortKey STARTS WITH "attested" AND claim.id >= ""
        WITH DISTINCT claim.sourceId AS source ORDER BY source
        MATCH (node:Node {id: source})
        RETURN {sourceId: source, lag: coalesce(node.lag, 0)}
      }
    }
  }
}
