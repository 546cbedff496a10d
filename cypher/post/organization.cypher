MATCH (parent:Post)-[:OF_ORGANIZATION]->(item:Organization)
