MATCH (parent:Source)-[:PUBLISHED_BY]->(item:Organization)
