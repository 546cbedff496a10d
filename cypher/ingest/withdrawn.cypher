// What the bundle said and says no longer. A value, an edge and an entity stay as long as another claim says them.
MATCH (claim:Claim {bundle: $bundle})
WHERE NOT claim.id IN $ids
MATCH (claim)-[:SUBJECT]->(subject:Node)
OPTIONAL MATCH (claim)-[:VALUE]->(named:Node)
WITH claim, claim.predicate AS predicate, subject, named
DETACH DELETE claim
WITH DISTINCT predicate, subject, named
CALL (predicate, subject, named) {
  MATCH (subject)-[edge]-(named)
  WHERE edge.predicate = predicate
    AND NOT EXISTS { (named)<-[:VALUE]-(:Claim {predicate: predicate})-[:SUBJECT]->(subject) }
    AND NOT EXISTS { (subject)<-[:VALUE]-(:Claim {predicate: predicate})-[:SUBJECT]->(named) }
  DELETE edge
}
WITH DISTINCT predicate, subject
CALL (predicate, subject) {
  UNWIND CASE WHEN EXISTS { (subject)<-[:SUBJECT]-(:Claim {predicate: predicate}) } THEN [] ELSE [1] END AS unsaid
  SET subject[predicate] = null, subject[predicate + "Id"] = null,
    subject[predicate + "First"] = null, subject[predicate + "Last"] = null,
    subject.someValue = [field IN subject.someValue WHERE field <> predicate],
    subject.noValue = [field IN subject.noValue WHERE field <> predicate]
}
WITH DISTINCT subject
WHERE NOT EXISTS { (subject)<-[:SUBJECT]-(:Claim) }
DETACH DELETE subject
