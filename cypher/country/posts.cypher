MATCH (parent:Country)<-[:SERVES]-(item:Post)
