MATCH (item:MigrationRoute&Node {id: parent.routeId})
