MATCH (parent:Official)<-[:BY_OFFICIAL]-(item:Participation)
