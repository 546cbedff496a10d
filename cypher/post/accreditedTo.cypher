MATCH (parent:Post)-[:ACCREDITED_TO]->(item:Country)
