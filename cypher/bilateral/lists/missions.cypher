// The missions of each state in the other, and those accredited to it, of these and the states that they include.
CALL () {
  UNWIND $allOfFew AS sending
  MATCH (:Country&Node {id: sending})<-[:SENT_BY]-(item:Mission)
  WHERE item.hostStateId IN $allOfMany OR EXISTS { (item)-[:MISSION_TO]->(state:Country) WHERE state.id IN $allOfMany }
  RETURN item
  UNION
  UNWIND $allOfFew AS receiving
  MATCH (:Country&Node {id: receiving})<-[:STANDS_IN|MISSION_TO]-(item:Mission)
  WHERE item.sendingStateId IN $allOfMany
  RETURN item
}
RETURN DISTINCT item
