MATCH (item:Statement {speakerId: parent.id})
