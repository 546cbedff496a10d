MATCH (parent:Country)<-[:BY_COUNTRY]-(:Participation)-[:IN_MEETING]->(item:Meeting)
