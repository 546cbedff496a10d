MATCH (parent:Country)<-[:SUCCEEDED_BY]-(item:Country)
