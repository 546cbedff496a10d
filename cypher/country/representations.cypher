MATCH (parent:Country)<-[:ON_BEHALF_OF]-(item:Participation)
