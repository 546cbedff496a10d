MATCH (parent:Organization)-[:OF_COUNTRY]->(item:Country)
