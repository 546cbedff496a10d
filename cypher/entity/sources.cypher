MATCH (claim:Claim {subjectId: parent.id})
WHERE claim.sortKey >= "" AND claim.id >= ""
WITH DISTINCT parent, claim.sourceId AS sourceId
MATCH (item:Source&Node)
WHERE item.id = sourceId
