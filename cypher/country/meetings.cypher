MATCH (link:Participation {countryId: parent.id})-[:IN_MEETING]->(item:Meeting)
