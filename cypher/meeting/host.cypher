MATCH (parent:Meeting)-[:HOSTED_BY]->(item:Country)
