// The claims of an entity that state its relations to others; one claim may say several fields of a record, as JSON.
UNWIND range(0, size($asked.steps) - 1) AS place
WITH place, $asked.steps[place] AS step
CALL (step) {
  MATCH (claim:Claim {subjectId: step.subject})
  WHERE claim.sortKey >= "" AND claim.id >= "" AND (
    claim.predicate IN step.predicates AND (claim.valueEntityId IS NULL OR claim.valueEntityId IN step.targets)
    OR claim.predicate = "record" AND any(field IN step.predicates WHERE claim.value CONTAINS '"' + field + '":'))
  WITH claim ORDER BY claim.sortKey, claim.id
  RETURN collect(claim.id)[..toInteger($mostClaims)] AS claims, count(DISTINCT claim.sourceId) AS sources
}
RETURN place, claims, sources
