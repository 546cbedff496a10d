MATCH (item:Meeting {partOfId: parent.id})
