MATCH (parent:Place)<-[:USED_BY_PEOPLE_FROM]-(item:MigrationRoute)
