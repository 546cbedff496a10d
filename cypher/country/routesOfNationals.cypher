MATCH (parent:Country)<-[:USED_BY_NATIONALS_OF]-(item:MigrationRoute)
