// The state with fewer meetings is looked through, from the index of its participations, in their order.
MATCH (link:Participation {countryId: $few})-[:IN_MEETING]->(item:Meeting)
WHERE EXISTS { (item)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
