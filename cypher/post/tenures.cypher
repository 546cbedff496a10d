MATCH (parent:Post)<-[:IN_POST]-(item:Tenure)
