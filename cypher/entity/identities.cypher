MATCH (item:Identity {entityId: parent.id})
