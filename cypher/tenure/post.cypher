MATCH (parent:Tenure)-[:IN_POST]->(item:Post)
