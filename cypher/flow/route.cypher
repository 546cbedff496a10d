MATCH (parent:Flow)-[:ALONG_ROUTE]->(item:MigrationRoute)
