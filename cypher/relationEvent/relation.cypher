MATCH (parent:RelationEvent)-[:IN_RELATION]->(item:BilateralRelation)
