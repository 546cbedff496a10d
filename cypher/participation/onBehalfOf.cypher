MATCH (parent:Participation)-[:ON_BEHALF_OF]->(item:Country)
