MATCH (parent:Official)<-[:HELD_BY]-(item:Tenure)
