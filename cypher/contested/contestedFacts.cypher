// A disputed fact has one claim that is both contested and shown.
MATCH (claim:Claim {contested: true, shown: true})
WHERE claim.sortKey >= $afterKey AND claim.sortKey <= $beforeKey AND claim.id >= ""
  AND ($kinds IS NULL OR split(claim.subjectId, ":")[0] IN $kinds)
UNWIND claim.shownAgainst AS predicate
WITH claim, predicate
WHERE ($predicates IS NULL OR predicate IN $predicates)
  AND (claim.sortKey > $afterKey OR claim.id > $afterId OR claim.id = $afterId AND predicate > $afterPredicate)
  AND (claim.sortKey < $beforeKey OR claim.id < $beforeId OR claim.id = $beforeId AND predicate < $beforePredicate)
  AND all(source IN $sources WHERE EXISTS {
    MATCH (side:Claim {subjectId: claim.subjectId})
    WHERE side.sortKey >= "" AND side.id >= "" AND side.sourceId = source AND side.contested AND predicate IN side.fields
  })
