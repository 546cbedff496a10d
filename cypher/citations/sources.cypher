UNWIND $ids AS id
CALL (id) {
  MATCH (source:Node {id: id})
  RETURN source.id AS sourceId
UNION
  MATCH (identity:Identity {formerId: id, outcome: "SAME"})
  RETURN identity.entityId AS sourceId
}
WITH id, null AS claim, sourceId
