MATCH (parent:Official)-[:SERVED_STATE]->(item:Country)
