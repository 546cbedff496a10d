MATCH (item:Statement {bodyId: parent.id})
