MATCH (a:Country&Node {id: $a})
MATCH (b:Country&Node {id: $b})
RETURN COUNT { (a)<-[:BY_COUNTRY]-() } AS meetingsOfFirst, COUNT { (b)<-[:BY_COUNTRY]-() } AS meetingsOfSecond,
  COLLECT { MATCH (a)<-[:BETWEEN]-(relation:BilateralRelation)-[:BETWEEN]->(b) RETURN relation.id ORDER BY relation.id LIMIT 1 } AS relation,
  COLLECT {
    MATCH (post:Post {accreditedToId: b.id})
    WHERE post.sortKey >= "" AND post.id >= "" AND post.countryId = a.id AND post.kind = "CHIEF_OF_MISSION"
    RETURN post.id ORDER BY post.id
  } AS postsOfFirst,
  COLLECT {
    MATCH (post:Post {accreditedToId: a.id})
    WHERE post.sortKey >= "" AND post.id >= "" AND post.countryId = b.id AND post.kind = "CHIEF_OF_MISSION"
    RETURN post.id ORDER BY post.id
  } AS postsOfSecond,
  COLLECT {
    MATCH (a)<-[:IN_COUNTRY]-(place:Place {kind: "BORDER"})-[:IN_COUNTRY]->(b) RETURN place.id ORDER BY place.id LIMIT 1
  } AS border
