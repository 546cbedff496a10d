MATCH (parent:Country)<-[:ACCREDITED_TO]-(item:Post)
