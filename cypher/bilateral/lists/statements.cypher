MATCH (relation:BilateralRelation&Node {id: $relation})<-[:ABOUT]-(item:Statement)
RETURN item
UNION
MATCH (event:RelationEvent {relationId: $relation})<-[:ABOUT]-(item:Statement)
WHERE event.sortKey >= "" AND event.id >= ""
RETURN item
UNION
MATCH (part:Participation {countryId: $few})-[:IN_MEETING]->(meeting:Meeting)<-[:ABOUT]-(item:Statement)
WHERE part.sortKey >= "" AND part.id >= "" AND EXISTS { (meeting)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
RETURN item
UNION
// By either one about the other.
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
MATCH (actor)<-[role:ABOUT|SPOKEN_BY|SPOKEN_FOR]-(item:Statement)
WHERE EXISTS {
  (item)-[other:ABOUT|SPOKEN_BY|SPOKEN_FOR]->(far:Node)
  WHERE (far.id = $many OR far.countryId = $many) AND (type(role) = "ABOUT") <> (type(other) = "ABOUT")
}
RETURN item
