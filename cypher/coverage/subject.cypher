// The data about a subject that coverage needs.
UNWIND $ids AS value
CALL (value) {
  MATCH (item:Node {id: value})
  RETURN item
UNION
  MATCH (identity:Identity {formerId: value, outcome: "SAME"})
  MATCH (item:Node {id: identity.entityId})
  RETURN item
}
RETURN value, {
  id: item.id,
  type: [label IN labels(item) WHERE label <> "Node"][0],
  name: item.name,
  kind: item.kind,
  accreditedTo: item.accreditedToId,
  toOrganization: item.accreditedToOrganizationId IS NOT NULL,
  countries: CASE
    WHEN item:Country THEN [{id: item.id, name: item.name}]
    ELSE COLLECT {
      MATCH (item)-[:PART_OF_PLACE]->{0,6}()-[:BETWEEN|SERVES|SERVED_STATE|IN_COUNTRY]->(country:Country)
      WITH DISTINCT country ORDER BY country.id
      RETURN {id: country.id, name: country.name}
    }
  END,
  posts: COLLECT { MATCH (item)<-[:HELD_BY]-(tenure:Tenure) RETURN DISTINCT tenure.postId },
  places: COLLECT { MATCH (item)-[:PART_OF_PLACE]->{0,6}(place:Place) RETURN DISTINCT place.id }
}
