MATCH (item:Node {id: parent.entityId})
