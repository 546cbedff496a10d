MATCH (parent:Statement)-[:SPOKEN_BY]->(item:Official)
