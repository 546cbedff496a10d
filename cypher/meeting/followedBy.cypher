MATCH (item:Meeting {followsId: parent.id})
