MATCH (parent:Flow)-[:OBSERVED_AT]->(item:Place)
