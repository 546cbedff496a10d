MATCH (parent:MigrationRoute)-[:STOPS_AT]->(:Place)-[:IN_COUNTRY]->(item:Country)
