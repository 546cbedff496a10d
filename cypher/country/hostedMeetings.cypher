MATCH (parent:Country)<-[:HOSTED_BY]-(item:Meeting)
