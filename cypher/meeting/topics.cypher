MATCH (parent:Meeting)-[:HAS_TOPIC]->(item:Topic)
