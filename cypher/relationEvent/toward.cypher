MATCH (parent:RelationEvent)-[:CHANGED_TOWARD]->(item:Country)
