MATCH (event:RelationEvent)
WHERE event.relationId IN $relations
  AND event.sortKey >= $from AND event.sortKey <= $until AND event.id >= ""
RETURN left(event.dateFirst, 4) AS year, count(event)
