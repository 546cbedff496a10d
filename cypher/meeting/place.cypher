MATCH (parent:Meeting)-[:HELD_AT]->(item:Place)
