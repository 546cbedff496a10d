MATCH (item:Meeting {placeId: parent.id})
