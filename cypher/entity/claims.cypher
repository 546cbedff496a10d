MATCH (parent)<-[:SUBJECT]-(item:Claim)
