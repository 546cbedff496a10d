MATCH (found:Claim {subjectId: start.subjectId})
WHERE found.sortKey >= "" AND found.id >= "" AND found.predicate = start.predicate AND found.id <> start.id
RETURN found, [] AS between
