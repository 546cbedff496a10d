MATCH (item:Flow {routeId: parent.id})
