// The claims behind fields, shown ones first; one claim may state several fields of a record. Excludes values
// incompatible with the one shown, which `contested` lists.
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
