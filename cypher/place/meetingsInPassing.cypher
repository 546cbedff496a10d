MATCH (parent:Place)<-[:ALSO_HELD_AT]-(item:Meeting)
