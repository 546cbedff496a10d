MATCH (parent:Policy)-[:ADVANCED_BY]->(item:Node)
