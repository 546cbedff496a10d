MATCH (parent:Country)-[:BORDERS]-(item:Country)
