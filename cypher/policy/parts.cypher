MATCH (item:Policy {partOfId: parent.id})
