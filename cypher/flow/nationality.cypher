MATCH (parent:Flow)-[:OF_NATIONALITY]->(item:Country)
