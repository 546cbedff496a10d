MATCH (parent:Country)<-[:BY_COUNTRY]-(item:Participation)
