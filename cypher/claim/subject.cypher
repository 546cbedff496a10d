MATCH (item:Node {id: parent.subjectId})
