MATCH (parent:Statement)-[:ABOUT]->(item:Node)
