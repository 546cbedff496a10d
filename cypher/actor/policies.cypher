MATCH (parent)<-[:ADVANCED_BY]-(item:Policy)
