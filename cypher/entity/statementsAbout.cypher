MATCH (parent)<-[:ABOUT]-(item:Statement)
