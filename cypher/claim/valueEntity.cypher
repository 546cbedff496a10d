MATCH (item:Node {id: parent.valueEntityId})
