MATCH (item:Meeting {hostId: parent.id})
