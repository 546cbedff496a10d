MATCH (parent:Organization)<-[:PUBLISHED_BY]-(item:Source)
