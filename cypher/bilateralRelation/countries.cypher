MATCH (parent:BilateralRelation)-[:BETWEEN]->(item:Country)
