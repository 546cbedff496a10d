// The claims of an entity that state its relations to others.
UNWIND range(0, size($asked.steps) - 1) AS place
WITH place, $asked.steps[place] AS step
CALL (step) {
  MATCH (claim:Claim {subjectId: step.subject})
  WHERE claim.sortKey >= "" AND claim.id >= "" AND any(field IN step.predicates WHERE field IN claim.fields)
    AND (claim.valueEntityId IS NULL OR claim.valueEntityId IN step.targets)
  WITH claim ORDER BY claim.sortKey, claim.id
  RETURN collect(claim.id)[..toInteger($mostClaims)] AS claims, count(DISTINCT claim.sourceId) AS sources
}
RETURN place, claims, sources
