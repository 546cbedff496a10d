MATCH (parent:Statement)-[:SPOKEN_FOR]->(item:Organization)
