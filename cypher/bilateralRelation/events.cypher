MATCH (parent:BilateralRelation)<-[:IN_RELATION]-(item:RelationEvent)
