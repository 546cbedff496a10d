MATCH (parent:RelationEvent)-[:NAMES]->(item:Official)
