MATCH (parent:Country)<-[:IN_COUNTRY]-(:Place)<-[:STOPS_AT]-(item:MigrationRoute)
