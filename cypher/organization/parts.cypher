MATCH (item:Organization {partOfId: parent.id})
