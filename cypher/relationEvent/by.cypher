MATCH (parent:RelationEvent)-[:CHANGED_BY]->(item:Country)
