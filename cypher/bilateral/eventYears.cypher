MATCH (event:RelationEvent {relationId: $relation})
WHERE event.sortKey >= $from AND event.sortKey <= $until AND event.id >= ""
RETURN left(event.dateFirst, 4) AS year, count(event)
