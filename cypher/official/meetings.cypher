MATCH (link:Participation {officialId: parent.id})-[:IN_MEETING]->(item:Meeting)
