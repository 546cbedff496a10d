MATCH (parent:Organization)<-[:SPOKEN_FOR]-(item:Statement)
