MATCH (item:Participation {officialId: parent.id})
