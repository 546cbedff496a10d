MATCH (parent:Claim)-[:VALUE]->(item:Node)
