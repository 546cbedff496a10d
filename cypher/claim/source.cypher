MATCH (parent:Claim)-[:SOURCE]->(item:Source)
