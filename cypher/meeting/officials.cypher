MATCH (parent:Meeting)<-[:IN_MEETING]-(:Participation)-[:BY_OFFICIAL]->(item:Official)
