// An index of several columns is used only if each of them has a condition, if one that is always true.
UNWIND $ids AS id
MATCH (claim:Claim {subjectId: id})
WHERE claim.sortKey >= "" AND claim.id >= ""
RETURN id, properties(claim)
