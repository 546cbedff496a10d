MATCH (parent:Country)<-[:CHANGED_TOWARD]-(item:RelationEvent)
