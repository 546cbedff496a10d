UNWIND $allOfFew AS one
MATCH (link:Participation {countryId: one})-[:IN_MEETING]->(item:Meeting {status: "HELD"})
WHERE link.sortKey >= "" AND link.id >= "" AND EXISTS { (item)<-[:IN_MEETING]-(other:Participation) WHERE other.countryId IN $allOfMany }
  AND ($parts OR NOT EXISTS {
    (item)-[:PART_OF_MEETING]->(whole:Meeting)<-[:IN_MEETING]-(other:Participation)
    WHERE other.countryId IN $allOfMany AND EXISTS { (whole)<-[:IN_MEETING]-(own:Participation) WHERE own.countryId IN $allOfFew }
  })
WITH DISTINCT item
MATCH (item)<-[:IN_MEETING]-(part:Participation)
WHERE part.officialId IS NOT NULL AND part.onBehalfOfId IN $allOfFew + $allOfMany
  AND none(basis IN $weaker WHERE basis + " official " + part.officialId IN coalesce(part.unstated, [])
    OR basis + " meeting " + part.meetingId IN coalesce(part.unstated, []))
WITH item, part.officialId AS official, part.onBehalfOfId AS side
ORDER BY item.sortKey, item.id
WITH official, collect(side)[0] AS side, collect(DISTINCT item.id) AS meetings
ORDER BY size(meetings) DESC, official LIMIT toInteger($limit)
RETURN official, side, size(meetings), meetings[0], meetings[-1]
