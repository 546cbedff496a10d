MATCH (item:Statement {placeId: parent.id})
