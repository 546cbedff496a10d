MATCH (source:Source)
WHERE source.sortKey >= "" AND source.id >= "" AND source.coverage IS NOT NULL
RETURN source.id, source.coverage
