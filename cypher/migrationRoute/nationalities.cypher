MATCH (parent:MigrationRoute)-[:USED_BY_NATIONALS_OF]->(item:Country)
