MATCH (parent:Participation)-[:BY_OFFICIAL]->(item:Official)
