MATCH (parent:Post)-[:SERVES]->(item:Country)
