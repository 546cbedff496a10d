// Many claims share a source: look it up once.
MATCH (claim:Claim {subjectId: start.id})
WHERE claim.sortKey >= "" AND claim.id >= ""
WITH DISTINCT claim.sourceId AS sourceId
MATCH (found:Source&Node)
WHERE found.id = sourceId
RETURN found, [] AS between
