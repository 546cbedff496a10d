MATCH (parent:Post)-[:ACCREDITED_TO_ORGANIZATION]->(item:Organization)
