MATCH (parent:Tenure)-[:HELD_BY]->(item:Official)
