// The one with fewer meetings is looked through, so that a hub on the other side costs nothing.
MATCH (parent)-[:BETWEEN]->(country:Country)
WITH parent, country ORDER BY COUNT { (country)<-[:BY_COUNTRY]-() }, country.id LIMIT 1
MATCH (parent)-[:BETWEEN]->(other:Country)
WHERE other.id <> country.id
MATCH (part:Participation {countryId: country.id})-[:IN_MEETING]->(item:Meeting)
WHERE part.sortKey >= "" AND part.id >= "" AND EXISTS { (item)<-[:IN_MEETING]-(:Participation {countryId: other.id}) }
RETURN item, [country, other, part] AS between
