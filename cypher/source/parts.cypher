MATCH (item:Source {partOfId: parent.id})
