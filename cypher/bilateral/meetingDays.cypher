UNWIND $allOfFew AS one
MATCH (link:Participation {countryId: one})-[:IN_MEETING]->(item:Meeting {status: "HELD"})
WHERE link.sortKey <= $until AND link.sortKey >= "" AND link.id >= "" AND item.dateLast >= $from
  AND item.dateFirst >= $from AND EXISTS { (item)<-[:IN_MEETING]-(other:Participation) WHERE other.countryId IN $allOfMany }
  AND ($parts OR NOT EXISTS {
    (item)-[:PART_OF_MEETING]->(whole:Meeting)<-[:IN_MEETING]-(other:Participation)
    WHERE other.countryId IN $allOfMany AND EXISTS { (whole)<-[:IN_MEETING]-(own:Participation) WHERE own.countryId IN $allOfFew }
  })
RETURN DISTINCT item.id, item.dateFirst, item.hostId
ORDER BY item.dateFirst, item.id
