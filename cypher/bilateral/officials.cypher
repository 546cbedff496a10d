MATCH (link:Participation {countryId: $few})-[:IN_MEETING]->(meeting:Meeting {status: "HELD"})
WHERE link.sortKey >= "" AND link.id >= "" AND EXISTS { (meeting)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
MATCH (meeting)<-[:IN_MEETING]-(part:Participation)
WHERE part.officialId IS NOT NULL AND part.onBehalfOfId IN [$few, $many]
WITH meeting, part.officialId AS official, part.onBehalfOfId AS side
ORDER BY meeting.sortKey, meeting.id
WITH official, side, collect(DISTINCT meeting.id) AS meetings
ORDER BY size(meetings) DESC, official, side LIMIT toInteger($limit)
RETURN official, side, size(meetings), meetings[0], meetings[-1]
