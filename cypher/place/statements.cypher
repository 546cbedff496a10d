MATCH (parent:Place)<-[:SAID_AT]-(item:Statement)
