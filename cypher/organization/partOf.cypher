MATCH (parent:Organization)-[:PART_OF_ORGANIZATION]->(item:Organization)
