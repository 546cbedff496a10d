MATCH (parent:Place)<-[:HELD_AT]-(item:Meeting)
