// What sentences are made of: a name, some columns, and the name of the place.
UNWIND $asked.ids AS id
MATCH (item:Node {id: id})
RETURN id, item.name, [column IN $asked.columns | item[column]],
  COLLECT {
    UNWIND [column IN $asked.places | item[column]] AS placeId
    MATCH (place:Node {id: placeId})
    RETURN place.name
  }
