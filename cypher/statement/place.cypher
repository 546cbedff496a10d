MATCH (parent:Statement)-[:SAID_AT]->(item:Place)
