MATCH (parent:Country)<-[:BETWEEN]-(item:BilateralRelation)
