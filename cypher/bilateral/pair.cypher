MATCH (a:Country&Node {id: $a})
MATCH (b:Country&Node {id: $b})
WITH a, b,
  [a.id] + COLLECT { MATCH (old:Country)-[:SUCCEEDED_BY]->{1,5}(a) RETURN DISTINCT old.id ORDER BY old.id } AS lineOfFirst,
  [b.id] + COLLECT { MATCH (old:Country)-[:SUCCEEDED_BY]->{1,5}(b) RETURN DISTINCT old.id ORDER BY old.id } AS lineOfSecond
RETURN COUNT { (a)<-[:BY_COUNTRY]-() } AS meetingsOfFirst, COUNT { (b)<-[:BY_COUNTRY]-() } AS meetingsOfSecond,
  lineOfFirst, lineOfSecond,
  COLLECT {
    UNWIND lineOfFirst AS one
    MATCH (first:Country&Node {id: one})<-[:BETWEEN]-(relation:BilateralRelation)-[:BETWEEN]->(second:Country)
    WHERE second.id IN lineOfSecond
    RETURN [one, second.id, relation.id] ORDER BY relation.id
  } AS relations,
  COLLECT {
    UNWIND lineOfSecond AS receiving
    MATCH (post:Post {accreditedToId: receiving})
    WHERE post.sortKey >= "" AND post.id >= "" AND post.countryId IN lineOfFirst AND post.kind = "CHIEF_OF_MISSION"
    RETURN [post.countryId, receiving, post.id] ORDER BY post.id
  } AS postsOfFirst,
  COLLECT {
    UNWIND lineOfFirst AS receiving
    MATCH (post:Post {accreditedToId: receiving})
    WHERE post.sortKey >= "" AND post.id >= "" AND post.countryId IN lineOfSecond AND post.kind = "CHIEF_OF_MISSION"
    RETURN [post.countryId, receiving, post.id] ORDER BY post.id
  } AS postsOfSecond,
  COLLECT {
    MATCH (a)<-[:IN_COUNTRY]-(place:Place {kind: "BORDER"})-[:IN_COUNTRY]->(b) RETURN place.id ORDER BY place.id LIMIT 1
  } AS border
