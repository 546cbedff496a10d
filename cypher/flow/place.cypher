MATCH (item:Place&Node {id: parent.placeId})
