// A source covers no day after it was read.
MATCH (source:Source)
WHERE source.sortKey >= "" AND source.id >= "" AND source.coverage IS NOT NULL
RETURN source.id, source.coverage,
  COLLECT {
    MATCH (claim:Claim {subjectId: source.id})
    WHERE claim.sortKey STARTS WITH "coverage" AND claim.id >= "" AND claim.shown
    RETURN claim.retrieved
  }[0]
