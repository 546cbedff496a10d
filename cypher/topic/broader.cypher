MATCH (parent:Topic)-[:BROADER]->(item:Topic)
