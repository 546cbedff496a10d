MATCH (part:Participation {countryId: $few})-[:IN_MEETING]->(meeting:Meeting)<-[:DISCUSSED_IN]-(item:Policy)
WHERE part.sortKey >= "" AND part.id >= "" AND EXISTS { (meeting)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
RETURN item
UNION
CALL () {
  MATCH (actor:Country&Node {id: $few})
  RETURN actor
  UNION
  MATCH (actor:Organization {countryId: $few})
  WHERE actor.sortKey >= "" AND actor.id >= ""
  RETURN actor
  UNION
  MATCH (actor:Official {countryId: $few})
  WHERE actor.sortKey >= "" AND actor.id >= ""
  RETURN actor
}
MATCH (actor)<-[:ADVANCED_BY]-(item:Policy)
WHERE EXISTS { (item)-[:ADVANCED_BY]->(other:Node) WHERE other.id = $many OR other.countryId = $many }
RETURN item
