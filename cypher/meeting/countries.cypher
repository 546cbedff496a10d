MATCH (parent:Meeting)<-[:IN_MEETING]-(:Participation)-[:BY_COUNTRY]->(item:Country)
