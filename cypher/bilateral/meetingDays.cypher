MATCH (link:Participation {countryId: $few})-[:IN_MEETING]->(meeting:Meeting {status: "HELD"})
WHERE link.sortKey <= $until AND link.sortKey >= "" AND link.id >= "" AND meeting.dateLast >= $from
  AND meeting.dateFirst >= $from
  AND EXISTS { (meeting)<-[:IN_MEETING]-(:Participation {countryId: $many}) }
RETURN meeting.id, meeting.dateFirst, meeting.hostId
ORDER BY meeting.dateFirst, meeting.id
