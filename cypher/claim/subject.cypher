MATCH (parent:Claim)-[:SUBJECT]->(item:Node)
