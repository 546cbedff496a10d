MATCH (item:Topic {broaderId: parent.id})
