// Starts from the state with fewer meetings, so that a hub on the other side costs nothing.
MATCH (start)-[:BETWEEN]->(country:Country)
WITH start, country ORDER BY COUNT { (country)<-[:BY_COUNTRY]-() }, country.id LIMIT 1
MATCH (start)-[:BETWEEN]->(other:Country)
WHERE other.id <> country.id
MATCH (part:Participation {countryId: country.id})-[:IN_MEETING]->(found:Meeting)
WHERE part.sortKey >= "" AND part.id >= "" AND EXISTS { (found)<-[:IN_MEETING]-(:Participation {countryId: other.id}) }
  AND NOT EXISTS {
    (found)-[:PART_OF_MEETING]->(whole:Meeting)<-[:IN_MEETING]-(:Participation {countryId: other.id})
    WHERE EXISTS { (whole)<-[:IN_MEETING]-(:Participation {countryId: country.id}) }
  }
RETURN found, [country, other, part] AS between
