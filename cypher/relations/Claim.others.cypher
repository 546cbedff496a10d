MATCH (item:Claim {subjectId: parent.subjectId})
WHERE item.sortKey >= "" AND item.id >= "" AND item.predicate = parent.predicate AND item.id <> parent.id
RETURN item
