MATCH (parent:Source)<-[:SOURCE]-(item:Claim)
