MATCH (parent:Official)<-[:NAMES]-(item:RelationEvent)
