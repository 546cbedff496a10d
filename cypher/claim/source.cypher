MATCH (item:Source&Node {id: parent.sourceId})
