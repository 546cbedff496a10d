MATCH (parent:Policy)<-[:SUBJECT]-(item:Claim) WHERE item.predicate = "status"
