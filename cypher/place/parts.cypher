MATCH (parent:Place)<-[:PART_OF_PLACE]-(item:Place)
