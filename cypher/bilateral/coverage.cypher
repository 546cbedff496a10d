// The sources on the pair itself. A multilateral meeting with both says nothing about their relation.
CALL () {
  MATCH (event:RelationEvent {relationId: $relation})
  WHERE event.sortKey >= "" AND event.id >= ""
  RETURN "RELATION" AS part, event.id AS id
UNION
  MATCH (tenure:Tenure)
  WHERE tenure.postId IN $posts AND tenure.sortKey >= "" AND tenure.id >= ""
  RETURN "MISSIONS" AS part, tenure.id AS id
UNION
  MATCH (link:Participation {countryId: $few})-[:IN_MEETING]->(meeting:Meeting)
  WHERE link.sortKey >= "" AND link.id >= "" AND meeting.hostId IN [$few, $many]
    AND EXISTS { (meeting)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
    AND NOT EXISTS { (meeting)<-[:IN_MEETING]-(third:Participation) WHERE NOT third.countryId IN [$few, $many] }
  RETURN "MEETINGS" AS part, meeting.id AS id
}
MATCH (claim:Claim {subjectId: id})
WHERE claim.sortKey >= "" AND claim.id >= "" AND claim.basis <> "AUTHORED"
WITH part, claim.sourceId AS source, count(DISTINCT id) AS items
MATCH (found:Source&Node {id: source})
RETURN part, source, items, found.coverage
ORDER BY part, items DESC, source
