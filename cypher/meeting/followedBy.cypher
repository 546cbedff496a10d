MATCH (parent:Meeting)<-[:FOLLOWS]-(item:Meeting)
