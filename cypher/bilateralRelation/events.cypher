MATCH (item:RelationEvent {relationId: parent.id})
