MATCH (parent:Policy)-[:ADDRESSES]->(item:Topic)
