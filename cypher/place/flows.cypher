MATCH (parent:Place)<-[:OBSERVED_AT]-(item:Flow)
