// A composite index is used only with a condition on each column, even if always true.
UNWIND $ids AS id
MATCH (claim:Claim {subjectId: id})
WHERE claim.sortKey >= "" AND claim.id >= ""
RETURN id, properties(claim)
