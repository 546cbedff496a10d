MATCH (parent:Country)<-[:CHANGED_BY]-(item:RelationEvent)
