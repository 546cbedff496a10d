MATCH (item:Place {partOfId: parent.id})
