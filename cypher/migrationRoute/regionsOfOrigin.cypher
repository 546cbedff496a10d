MATCH (parent:MigrationRoute)-[:USED_BY_PEOPLE_FROM]->(item:Place)
