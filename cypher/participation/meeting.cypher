MATCH (parent:Participation)-[:IN_MEETING]->(item:Meeting)
