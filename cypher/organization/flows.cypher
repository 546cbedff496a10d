MATCH (item:Flow {agencyId: parent.id})
