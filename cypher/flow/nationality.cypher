MATCH (item:Country&Node {id: parent.nationalityId})
