MATCH (parent:Official)<-[:SPOKEN_BY]-(item:Statement)
