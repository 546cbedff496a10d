MATCH (item:Claim {subjectId: parent.id})
WHERE item.predicate = "status"
