// A fact that sources differ about has one claim that is both contested and shown. One claim may say several fields of a
// record: then the entity tells which of them, and of several such claims the first that gives the value shown counts.
MATCH (claim:Claim {contested: true, shown: true})
WHERE claim.sortKey >= $afterKey AND claim.sortKey <= $beforeKey AND claim.id >= ""
  AND ($kinds IS NULL OR split(claim.subjectId, ":")[0] IN $kinds)
MATCH (subject:Node {id: claim.subjectId})
UNWIND CASE claim.predicate WHEN "record" THEN subject.contested ELSE [claim.predicate] END AS predicate
WITH claim, subject, predicate
WHERE ($predicates IS NULL OR predicate IN $predicates)
  AND (claim.sortKey > $afterKey OR claim.id > $afterId OR claim.id = $afterId AND predicate > $afterPredicate)
  AND (claim.sortKey < $beforeKey OR claim.id < $beforeId OR claim.id = $beforeId AND predicate < $beforePredicate)
WITH claim, subject, predicate,
  [value IN [toString(coalesce(subject[predicate], subject[predicate + "Id"]))]
    + COLLECT { MATCH (target:Node {id: subject[predicate + "Id"]}) UNWIND target.formerIds AS former RETURN former }
    | '"' + predicate + '":"' + value + '"'] AS shown
WHERE (claim.predicate <> "record"
    OR any(each IN shown WHERE claim.value CONTAINS each)
      AND NOT EXISTS {
        MATCH (twin:Claim {subjectId: subject.id})
        WHERE twin.sortKey >= "" AND twin.id >= "" AND twin.contested AND twin.shown
          AND (twin.predicate = predicate
            OR twin.predicate = "record" AND twin.id < claim.id AND any(each IN shown WHERE twin.value CONTAINS each))
      })
  AND all(source IN $sources WHERE EXISTS {
    MATCH (side:Claim {subjectId: subject.id})
    WHERE side.sortKey >= "" AND side.id >= "" AND side.sourceId = source AND side.contested
      AND (side.predicate = predicate OR side.predicate = "record" AND side.value CONTAINS '"' + predicate + '":')
  })
