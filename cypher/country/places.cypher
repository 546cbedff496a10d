MATCH (parent:Country)<-[:IN_COUNTRY]-(item:Place)
