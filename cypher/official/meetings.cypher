MATCH (parent:Official)<-[:BY_OFFICIAL]-(:Participation)-[:IN_MEETING]->(item:Meeting)
