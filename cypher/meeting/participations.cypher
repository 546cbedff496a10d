MATCH (parent:Meeting)<-[:IN_MEETING]-(item:Participation)
