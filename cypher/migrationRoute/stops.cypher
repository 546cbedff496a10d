MATCH (parent:MigrationRoute)-[link:STOPS_AT]->(item:Place)
