MATCH (item:Claim {subjectId: parent.id})
WHERE item.sortKey >= "" AND item.id >= "" AND item.predicate = "status"
RETURN item
