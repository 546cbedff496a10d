MATCH (parent:MigrationRoute)<-[:ALONG_ROUTE]-(item:Flow)
