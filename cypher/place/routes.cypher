MATCH (parent:Place)<-[:STOPS_AT]-(item:MigrationRoute)
