// What sentences are made of: a name, some columns, the name of the place, the date of its beginning, and whether it held.
UNWIND $asked.ids AS id
MATCH (item:Node {id: id})
RETURN id, item.name, [column IN $asked.columns | item[column]],
  COLLECT {
    UNWIND [column IN $asked.places | item[column]] AS placeId
    MATCH (place:Node {id: placeId})
    RETURN place.name
  }, item[item.datedBy], item.heldFirst IS NOT NULL
