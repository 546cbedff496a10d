MATCH (found:Claim {subjectId: start.id})
WHERE found.sortKey STARTS WITH "status" AND found.id >= "" AND found.predicate = "status"
RETURN found, [] AS between
