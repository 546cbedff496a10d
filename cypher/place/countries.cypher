MATCH (parent:Place)-[:IN_COUNTRY]->(item:Country)
