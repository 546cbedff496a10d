MATCH (item:Claim {sourceId: parent.id})
