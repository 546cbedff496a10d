// What sentences are made of: a name, some columns, and the name of the place.
UNWIND $ids AS id
MATCH (item:Node {id: id})
RETURN id, item.name, [column IN $columns | item[column]],
  COLLECT {
    UNWIND [column IN $places | item[column]] AS placeId
    MATCH (place:Node {id: placeId})
    RETURN place.name
  }
