MATCH (parent:Source)<-[:PART_OF_SOURCE]-(item:Source)
