// All claims in a dispute: those that agree with the shown claim, and those that differ.
UNWIND $facts AS fact
MATCH (claim:Claim {subjectId: fact[0]})
WHERE claim.sortKey >= "" AND claim.id >= "" AND claim.contested AND fact[1] IN claim.fields
RETURN fact[0], fact[1], claim.id, claim.predicate, claim.valueKind, coalesce(claim.valueEntityId, claim.value), claim.rankReason
ORDER BY claim.sortKey, claim.id
