MATCH (parent:Tenure)-[:RESIDENT_AT]->(item:Country)
