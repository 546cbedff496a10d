MATCH (country:Country&Node {id: $few})<-[:IN_COUNTRY]-(:Place)<-[:STOPS_AT]-(item:MigrationRoute)
WHERE (EXISTS { (item)-[:STOPS_AT]->(:Place)-[:IN_COUNTRY]->(:Country {id: $many}) }
  OR EXISTS { (item)-[:USED_BY_NATIONALS_OF]->(:Country {id: $many}) })
RETURN item
UNION
MATCH (country:Country&Node {id: $few})<-[:USED_BY_NATIONALS_OF]-(item:MigrationRoute)
WHERE EXISTS { (item)-[:STOPS_AT]->(:Place)-[:IN_COUNTRY]->(:Country {id: $many}) }
RETURN item
