UNWIND $keys AS key
WITH key, split(key, " ") AS parts
CALL (key, parts) {
  MATCH (claim:Claim {subjectId: parts[0]})
  WHERE claim.sortKey >= "" AND claim.id >= "" AND claim.basis <> "AUTHORED"
    AND (parts[1] = "" OR parts[1] IN claim.fields)
  WITH claim ORDER BY claim.sortKey, claim.id
  RETURN collect(claim.id)[..10] AS claims, collect(DISTINCT claim.sourceId) AS sources
}
RETURN key, claims, sources
