MATCH (found:Claim {subjectId: start.id})
WHERE found.sortKey >= "" AND found.id >= "" AND found.predicate = "status"
RETURN found
