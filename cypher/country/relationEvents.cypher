MATCH (item:RelationEvent {byId: parent.id})
