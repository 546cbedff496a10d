MATCH (item:Flow {placeId: parent.id})
