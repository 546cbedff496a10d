MATCH (parent:Participation)-[:BY_COUNTRY]->(item:Country)
