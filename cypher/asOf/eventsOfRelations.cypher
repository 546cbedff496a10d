UNWIND $ids AS id
MATCH (event:RelationEvent {relationId: id})
WHERE event.sortKey >= "" AND event.id >= "" AND event.kind IN $kinds AND event.date IS NOT NULL
WITH id, event ORDER BY event.sortKey, event.id
RETURN id, event.id, event.kind, event.date
