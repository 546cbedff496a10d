MATCH (item:Claim {subjectId: parent.id})
