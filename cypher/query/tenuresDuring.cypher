// How many tenures sources tell of in some days: of an office, a person, a state (in its offices, and of others to it)
// or of the missions of two states to each other. One without an end is told of until the last day that shows it.
CALL () {
  MATCH (tenure:Tenure {postId: $id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (tenure:Tenure {officialId: $id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (post:Post {countryId: $id})
  WHERE post.sortKey >= "" AND post.id >= ""
  MATCH (tenure:Tenure {postId: post.id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (post:Post {accreditedToId: $id})
  WHERE post.sortKey >= "" AND post.id >= ""
  MATCH (tenure:Tenure {postId: post.id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
UNION
  MATCH (pair:BilateralRelation&Node {id: $id})-[:BETWEEN]->(receiving:Country)
  MATCH (post:Post {accreditedToId: receiving.id})
  WHERE post.sortKey >= "" AND post.id >= "" AND EXISTS { (pair)-[:BETWEEN]->(:Country {id: post.countryId}) }
  MATCH (tenure:Tenure {postId: post.id})
  WHERE tenure.sortKey >= "" AND tenure.id >= ""
  RETURN tenure
}
WITH tenure WHERE NOT coalesce(tenure.status IN $never, false)
WITH tenure, coalesce(tenure.attested, []) AS attested
WITH
  coalesce(tenure.enteredFirst, tenure.presentedCredentialsFirst, tenure.arrivedFirst, tenure.appointedFirst,
    reduce(least = null, each IN attested | CASE WHEN least < each THEN least ELSE each END), tenure.endedFirst) AS first,
  coalesce(tenure.endedLast,
    reduce(most = "", each IN [tenure.enteredLast, tenure.presentedCredentialsLast, tenure.arrivedLast, tenure.appointedLast]
      + [each IN attested | split(each, "/")[-1] + "-99"] | CASE WHEN each > most THEN each ELSE most END)) AS last
WHERE first <= $last AND last >= $first
RETURN count(*)
