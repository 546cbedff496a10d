UNWIND $values AS value
CALL (value) {
  MATCH (item:Node {id: value})
  RETURN item
UNION
  MATCH (identity:Identity {formerId: value, outcome: "SAME"})
  MATCH (item:Node {id: identity.entityId})
  RETURN item
}
