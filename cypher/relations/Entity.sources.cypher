// Many claims have one source: it is looked up once.
MATCH (claim:Claim {subjectId: parent.id})
WHERE claim.sortKey >= "" AND claim.id >= ""
WITH DISTINCT claim.sourceId AS sourceId
MATCH (item:Source&Node)
WHERE item.id = sourceId
RETURN item
