// The data for sentences: name, some columns, name of the place, date of the beginning, whether it was in effect, and
// which of its relations no source states.
UNWIND $asked.ids AS id
MATCH (item:Node {id: id})
RETURN id, item.name, [column IN $asked.columns | item[column]],
  COLLECT {
    UNWIND [column IN $asked.places | item[column]] AS placeId
    MATCH (place:Node {id: placeId})
    RETURN place.name
  }, item[item.datedBy], item.heldFirst IS NOT NULL, coalesce(item.unstated, [])
