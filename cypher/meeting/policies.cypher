MATCH (parent:Meeting)<-[:DISCUSSED_IN]-(item:Policy)
