MATCH (item:RelationEvent {towardId: parent.id})
