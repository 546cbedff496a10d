// The claims behind fields, those that they show first; one claim may say several fields of a record. What can't
// hold beside the value shown is left to the question of what is contested.
UNWIND $asked AS asked
CALL (asked) {
  CALL (asked) {
    UNWIND asked.keys AS key
    MATCH (claim:Claim {subjectId: asked.id})
    WHERE claim.sortKey STARTS WITH key AND claim.id >= ""
    RETURN claim
  UNION
    MATCH (claim:Claim {subjectId: asked.id})
    WHERE claim.sortKey STARTS WITH "record " AND claim.id >= "" AND any(field IN asked.fields WHERE field IN claim.fields)
    RETURN claim
  }
  WITH claim WHERE claim.shown OR claim.rank <> "DEPRECATED" AND (NOT claim.contested OR claim.rank = "PREFERRED")
  WITH claim ORDER BY claim.shown DESC, claim.rank = "PREFERRED" DESC, claim.sortKey, claim.id LIMIT toInteger($mostClaims)
  RETURN collect(claim.id) AS ids
}
RETURN asked.key, ids
