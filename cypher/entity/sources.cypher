MATCH (parent)<-[:SUBJECT]-(:Claim)-[:SOURCE]->(item:Source)
